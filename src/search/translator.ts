import type { FoundText } from './full-text.ts';
import type { NamesFile } from './names-file.ts';

/** The texts of another language. */
export interface Translator {
  /** How the ids of all its texts begin. */
  readonly prefix: string;
  /** Id of the text here that says the same as the one there. */
  readonly here: ReadonlyMap<string, string>;
}

/** A text in another language counts a little less, for what it answers may be said differently here. */
const abroadWeight = 0.9;

/** Pairs the texts of two languages: pages have the same addresses and anchors in both. */
export function translator(there: NamesFile, here: NamesFile): Translator {
  const own = new Map(textsIn(here));
  const texts = textsIn(there);
  return {
    prefix: /^.*_/.exec(texts[0]?.[1] ?? '')?.[0] ?? '',
    here: new Map(
      texts.flatMap(([address, id]): [string, string][] => {
        const counterpart = own.get(address);
        return counterpart === undefined ? [] : [[id, counterpart]];
      }),
    ),
  };
}

function textsIn({ answers }: NamesFile): [address: string, id: string][] {
  return answers.flatMap(({ at, sections }) =>
    sections.flatMap(({ anchor, id }): [string, string][] =>
      id === undefined ? [] : [[`${at}#${anchor}`, id]],
    ),
  );
}

/** Found texts with those of other languages standing for their counterparts here; those without one are left out. */
export function translated(texts: readonly FoundText[], translators: readonly Translator[]): FoundText[] {
  return texts.flatMap((text) => {
    const from = translators.find(({ prefix }) => text.hit.id.startsWith(prefix));
    if (from === undefined) return [text];
    const standsFor = from.here.get(text.hit.id);
    return standsFor === undefined ? [] : [{ ...text, score: text.score * abroadWeight, standsFor }];
  });
}
