import type { NamesFile } from '../../search/index.ts';

/**
 * The names as the search box loads them; `readNames` says how they are written.
 * @throws Error when a name has one of the characters that part names from each other.
 */
export function namesText({ index, program, answers }: NamesFile): string {
  let last = -1;
  const stepTo = (text: number | undefined): string => {
    const step = text === undefined ? 0 : text - last;
    last += step;
    return step === 1 ? '' : String(step);
  };
  const lines = answers.map(({ kind, at, title, names, foreign, note = '', noteAnchor = '', sections }) =>
    [
      ...[kind, at, cell([title]), cell(names), cell(foreign), note, noteAnchor],
      ...sections.flatMap((each) => [each.anchor, stepTo(each.text), cell(each.names), cell(each.foreign)]),
    ].join('\t'),
  );
  return [`${index}\t${program}`, ...lines].join('\n');
}

function cell(names: readonly string[]): string {
  const wrong = names.find((name) => /[\t\n|]/.test(name));
  if (wrong !== undefined) throw new Error(`a name with a tab, a line's end or a bar: ${wrong}`);
  return names.join('|');
}
