import { currentHeading } from './follow-reading.ts';

/** The language link keeps the heading being read and the calculators' numbers: both languages share ids and queries. */
export function keepPlaceAcrossLanguages(): void {
  const link = document.querySelector<HTMLAnchorElement>('.language-link');
  if (link === null) return;
  const page = link.href;
  const update = (): void => {
    const heading = location.hash === '' ? currentHeading() : location.hash.slice(1);
    link.href = page + location.search + (heading === undefined ? '' : `#${heading}`);
  };
  for (const moment of ['pointerdown', 'focus', 'click'] as const) link.addEventListener(moment, update);
}
