import type { Kind } from './names-file.ts';
import { kinds } from './names-file.ts';
import type { RankedResult } from './rank.ts';

/** Results shown at most. */
const mostShown = 12;

/** Of kinds that come in swarms, so many are shown among the others at most. */
const mostOfKind: Readonly<Partial<Record<Kind, number>>> = { term: 3, calculator: 2, reference: 2, page: 1 };

/** Results below this share of the best are not shown beside it; they share a common word with the query and no more. */
const leastShare = 0.12;

/** The results to show: all kinds mixed, or one kind alone. */
export function shownResults(results: readonly RankedResult[], only?: Kind): RankedResult[] {
  const best = results[0]?.score ?? 0;
  const counts = new Map<Kind, number>();
  const chosen = results.filter(({ kind, score }) => {
    if (only !== undefined) return kind === only;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return score >= best * leastShare && count <= (mostOfKind[kind] ?? mostShown);
  });
  return chosen.slice(0, mostShown);
}

/** Kinds among the results, in the order readers are offered them. */
export function kindsAmong(results: readonly RankedResult[]): Kind[] {
  return kinds.filter((kind) => results.some((result) => result.kind === kind));
}

/**
 * New results put behind those a reader has already gone through with the keyboard, so that nothing moves under the
 * cursor. `passed` is the place of the cursor, 0 for the first.
 */
export function keepPassed(
  before: readonly RankedResult[],
  after: readonly RankedResult[],
  passed: number,
): RankedResult[] {
  if (passed === 0) return [...after];
  const kept = before.slice(0, passed + 1);
  const addresses = new Set(kept.map(addressOf));
  return [...kept, ...after.filter((result) => !addresses.has(addressOf(result)))];
}

/** What tells one result from another, whichever section of it answers. */
function addressOf({ answer, text }: RankedResult): string {
  return answer?.at ?? text?.hit.id ?? '';
}
