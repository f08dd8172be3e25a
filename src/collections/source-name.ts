import type { Reference } from './references.ts';

/**
 * What a source is called where there is little room: a paper by its first author and year, a program or page by its
 * name, which its title gives before the first colon or comma.
 * @param andOthers What stands for further authors, "et al.".
 * @example `He et al. 2016`, `calflops`
 */
export function shortSourceName({ authors, title, year, doi, url }: Reference, andOthers: string): string {
  const [first = '', second] = authors;
  const isPaper = year !== '' && (doi !== undefined || url?.includes('arxiv.org') === true);
  if (!isPaper) return title.split(/[:,]/)[0] ?? title;
  const family = first.split(' ').at(-1) ?? first;
  return `${family}${second === undefined ? '' : ` ${andOthers}`} ${year}`;
}
