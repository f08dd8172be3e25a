import type { Reference } from '../collections/index.ts';

/** Authors as a list shows them: up to three, then the first and "et al.". */
export function authorLine(authors: readonly string[], andOthers: string): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  return others.length > 2 ? `${first} ${andOthers}` : authors.join(', ');
}

/** A source on one line: authors, title, container, year. */
export function referenceLine(reference: Reference, andOthers: string): string {
  const { authors, title, container, year } = reference;
  return [authorLine(authors, andOthers), title, container, year].filter((part) => part !== '').join('. ');
}
