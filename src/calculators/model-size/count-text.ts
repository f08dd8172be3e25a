/** Powers of ten that people write behind a count, in both languages. */
const powers: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  b: 9,
  g: 9,
  t: 12,
  千: 3,
  万: 4,
  百万: 6,
  亿: 8,
};

/**
 * A count as a plain number: "30M" is how people say thirty million, "70亿" how they say seven billion in Chinese.
 * Anything else is left as it was typed.
 * @example plainCount('25.6 M') // '25.6e6'
 */
export function plainCount(typed: string): string {
  const match = /^([\d.,_\s]*\d[\d.,_\s]*)(千|百万|万|亿|[kmbgt])$/i.exec(typed.normalize('NFKC').trim());
  const [, digits, letter] = match ?? [];
  const power = powers[letter?.toLowerCase() ?? ''];
  return digits === undefined || power === undefined ? typed : `${digits.trim()}e${power}`;
}
