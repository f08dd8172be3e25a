import { currentHeading } from './follow-reading.ts';

/** A language link keeps the heading being read and the calculators' numbers: all languages share ids and queries. */
export function keepPlaceAcrossLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.language-link')) keepPlace(link);
}

function keepPlace(link: HTMLAnchorElement): void {
  const page = link.href;
  const update = (): void => {
    const heading = location.hash === '' ? currentHeading() : location.hash.slice(1);
    link.href = page + location.search + (heading === undefined ? '' : `#${heading}`);
  };
  for (const moment of ['pointerdown', 'focus', 'click'] as const) link.addEventListener(moment, update);
}
