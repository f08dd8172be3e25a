import type { NamedAnswer } from './names-file.ts';
import type { RankedResult } from './rank.ts';

/**
 * Readers want the explanation before the definition: a note is raised just above the terms that lead to it, or put there
 * where nothing but the definition has the query's words.
 */
export function notesBeforeTerms(
  results: readonly RankedResult[],
  answers: readonly NamedAnswer[],
): RankedResult[] {
  const raised = new Map<string, number>();
  const best = new Map<string, RankedResult>();
  for (const result of results) {
    const { answer, score } = result;
    if (answer?.note === undefined || score <= (raised.get(answer.note) ?? 0)) continue;
    raised.set(answer.note, score);
    best.set(answer.note, result);
  }
  const found = new Set(results.map(({ answer }) => answer));
  const unfound = answers.flatMap((answer): RankedResult[] => {
    const term = found.has(answer) ? undefined : best.get(answer.at);
    if (term === undefined) return [];
    // The definition is what there is to quote.
    const quoted = term.text === undefined ? {} : { text: term.text };
    const anchor = term.answer?.noteAnchor ?? '';
    return [{ kind: answer.kind, answer, anchor, score: term.score, ...quoted, more: [] }];
  });
  return [...results, ...unfound].map((result) => {
    const least = raised.get(result.answer?.at ?? '');
    return least === undefined || result.score > least ? result : { ...result, score: least + 1e-6 };
  });
}
