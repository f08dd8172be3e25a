// Read when the page is built; the reader's browser is handed the result.
import { loadReferences, publishedCountsOf, shortSourceName } from '../../collections/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { placeText, strings } from '../../i18n/index.ts';
import type { KnownCounts } from './numbers.ts';
import { networkNames } from './numbers.ts';

/** The counts in print of every network of the list, each called by its digits, its word and its source. */
export function knownCounts(locale: Locale): KnownCounts {
  const { andOthers } = strings[locale].citations;
  const references = loadReferences();
  return Object.fromEntries(
    networkNames.map((name) => [
      name,
      publishedCountsOf(name).map(({ id, printed, reading, word, source, at }) => {
        const reference = references.get(source);
        if (reference === undefined) throw new Error(`published-counts: no source is called ${source}`);
        const label = `${printed.digits} ${word} · ${shortSourceName(reference, andOthers)}, ${placeText(locale, at)}`;
        return { id, label, printed, reading };
      }),
    ]),
  );
}
