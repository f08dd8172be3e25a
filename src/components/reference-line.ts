import type { Reference } from '../collections/index.ts';

/** Authors as a list shows them: up to three, then the first and "et al.". */
export function authorLine(authors: readonly string[], andOthers: string): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  return others.length > 2 ? `${first} ${andOthers}` : authors.join(', ');
}

/** Parts of a reference as sentences: each ends in one full stop, empty ones are left out. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

/** A source on one line: authors, title, container, year. */
export function referenceLine(reference: Reference, andOthers: string): string {
  const { authors, title, container, year } = reference;
  return sentences([authorLine(authors, andOthers), title, container, year]);
}
