import type { Locale } from '../i18n/index.ts';
import type { FoundText } from './full-text.ts';
import type { NamesFile } from './names-file.ts';

/** The texts of another language. */
export interface Translator {
  readonly from: Locale;
  /** Place of the text here that says the same as the one at a place there. */
  readonly here: ReadonlyMap<number, number>;
}

/** Pairs the texts of two languages: pages have the same addresses and anchors in both. */
export function translator(from: Locale, there: NamesFile, here: NamesFile): Translator {
  const own = new Map(textsIn(here));
  return {
    from,
    here: new Map(
      textsIn(there).flatMap(([address, place]): [number, number][] => {
        const counterpart = own.get(address);
        return counterpart === undefined ? [] : [[place, counterpart]];
      }),
    ),
  };
}

function textsIn({ answers }: NamesFile): [address: string, place: number][] {
  return answers.flatMap(({ at, sections }) =>
    sections.flatMap(({ anchor, text }): [string, number][] =>
      text === undefined ? [] : [[`${at}#${anchor}`, text]],
    ),
  );
}

/** Found texts with those of other languages standing for their counterparts here; those without one are left out. */
export function translated(texts: readonly FoundText[], translators: readonly Translator[]): FoundText[] {
  return texts.flatMap((text) => {
    const abroad = translators.find(({ from }) => text.hit.locale === from);
    if (abroad === undefined) return [text];
    const standsFor = abroad.here.get(text.hit.place);
    return standsFor === undefined ? [] : [{ ...text, standsFor }];
  });
}
