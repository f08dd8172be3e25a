/** A line such as `64 + 64 + 256 = 384` in a note's finished text. */
export interface WrittenSum {
  readonly text: string;
  /** Whether the right side is the left side, rounded to the digits printed. */
  readonly holds: boolean;
}

/** The longest left side looked at. */
const longestSum = 60;

/** Every written-out sum of plain numbers in a text, worked out again. */
export function writtenSums(text: string): WrittenSum[] {
  return [...text.matchAll(/ = (\d[\d,]*(?:\.\d+)?)/g)].flatMap(({ 0: whole, 1: right = '', index }) => {
    const before = text.slice(Math.max(0, index - longestSum), index);
    const left = /[\d,.()·×+−/ ]*$/.exec(before)?.[0].replace(/^[^\d(]+/, '') ?? '';
    // Typeset formulas have no blanks around their operators, and parts of them would be read as sums.
    if (!/\d\)? [·×+−/] /.test(left)) return [];
    const digits = right.split('.')[1]?.length ?? 0;
    const printed = Number(right.replaceAll(',', ''));
    const holds = Math.abs(valueOf(left) - printed) <= 0.5 * 10 ** -digits + 1e-9;
    return [{ text: left + whole, holds }];
  });
}

/** Value of numbers joined by + − · × / and brackets, the operators binding as usual. NaN when it is none. */
function valueOf(text: string): number {
  const tokens = text.replaceAll(',', '').match(/\d+(?:\.\d+)?|[()·×+−/]/g) ?? [];
  let place = 0;
  const next = (): string | undefined => tokens[place];
  const factor = (): number => {
    const token = tokens[place++];
    if (token !== '(') return Number(token);
    const inside = added();
    place++;
    return inside;
  };
  const multiplied = (): number => {
    let value = factor();
    while (next() === '·' || next() === '×' || next() === '/') {
      value = tokens[place++] === '/' ? value / factor() : value * factor();
    }
    return value;
  };
  const added = (): number => {
    let value = multiplied();
    while (next() === '+' || next() === '−') {
      value = tokens[place++] === '+' ? value + multiplied() : value - multiplied();
    }
    return value;
  };
  return added();
}
