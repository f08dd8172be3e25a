import type { NamedAnswer, NamedSection, NamesFile } from '../../search/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { isLocale } from '../../i18n/index.ts';
import type { AddressedPage } from './texts.ts';
import { addressOf } from './texts.ts';

/**
 * Everything with a name, for the readers of one language: titles, other names, headings and the questions of the
 * front page, in that language and in the others, each with the places of its texts in the index. Sources are found by their text.
 */
export function namesFor(
  locale: Locale,
  pages: readonly AddressedPage[],
  places: ReadonlyMap<string, number>,
): Pick<NamesFile, 'answers'> {
  const own = pages.filter((page) => page.address.startsWith(`${locale}/`) && !isFrontPage(page.address));
  const answers = own.flatMap((page): NamedAnswer[] => {
    const at = page.address.slice(locale.length + 1);
    const abroad = pages.filter((each) => each.address !== page.address && isTranslation(each.address, at));
    const answer: NamedAnswer = {
      kind: page.kind,
      at,
      title: page.title,
      names: page.names,
      foreign: others(
        abroad.flatMap(({ title, names }) => [title, ...names]),
        [page.title, ...page.names],
      ),
      sections: sectionsOf(page, abroad, pages, places),
    };
    const records = page.records
      .filter(({ kind }) => kind !== 'reference')
      .map(({ kind, anchor, title, names, note, noteAnchor }): NamedAnswer => {
        const twins = abroad.flatMap((each) => each.records.filter((record) => record.anchor === anchor));
        const text = places.get(addressOf(page.address, anchor));
        return {
          kind,
          at: addressOf(at, anchor),
          title,
          names,
          foreign: others(
            twins.flatMap((twin) => [twin.title, ...twin.names]),
            [title, ...names],
          ),
          ...(note === undefined ? {} : { note: `${note}/` }),
          ...(noteAnchor === undefined ? {} : { noteAnchor }),
          sections: text === undefined ? [] : [{ anchor: '', text, names: [], foreign: [] }],
        };
      });
    return [answer, ...records];
  });
  return { answers };
}

/** The page's sections, and the numbered things that answer a question. */
function sectionsOf(
  page: AddressedPage,
  abroad: readonly AddressedPage[],
  pages: readonly AddressedPage[],
  places: ReadonlyMap<string, number>,
): NamedSection[] {
  const asked = questionsBy(pages);
  const anchors = new Set([
    ...page.sections.map(({ anchor }) => anchor),
    ...Object.keys(page.sectionNames),
    ...[...asked.keys()]
      .filter((address) => address.startsWith(`${page.address}#`))
      .map((address) => address.slice(page.address.length + 1)),
  ]);
  const namesOf = ({ address, sections, sectionNames }: AddressedPage, anchor: string): string[] => [
    ...sections.filter((section) => section.anchor === anchor).map(({ heading }) => heading),
    ...(sectionNames[anchor] ?? []),
    ...(asked.get(addressOf(address, anchor)) ?? []),
  ];
  return [...anchors].map((anchor) => {
    // A tilde, which nobody types, for a row of words is begun by no query.
    const words = page.sectionWords[anchor];
    const names = [
      ...namesOf(page, anchor).filter((name) => name !== ''),
      ...(words === undefined ? [] : [`~${words}`]),
    ];
    const text = places.get(addressOf(page.address, anchor));
    return {
      anchor,
      ...(text === undefined ? {} : { text }),
      names,
      // Headings of other languages are found in their text; here are the names writers gave.
      foreign: others(
        abroad.flatMap(({ sectionNames }) => sectionNames[anchor] ?? []),
        names,
      ),
    };
  });
}

/** The front pages' questions by the address they lead to, without the site's base path. */
function questionsBy(pages: readonly AddressedPage[]): Map<string, string[]> {
  const asked = new Map<string, string[]>();
  for (const { address, questions } of pages.filter(({ address: each }) => isFrontPage(each))) {
    for (const { ask, address: target } of questions) {
      const below = target.slice(target.indexOf(`/${address}`) + 1);
      asked.set(below, [...(asked.get(below) ?? []), ask]);
    }
  }
  return asked;
}

function isFrontPage(address: string): boolean {
  return isLocale(address.replace(/\/$/, ''));
}

function isTranslation(address: string, at: string): boolean {
  const [segment] = address.split('/');
  return isLocale(segment) && address === `${segment}/${at}`;
}

/** Names that are not among those already given. */
function others(names: readonly string[], given: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '' && !given.includes(name));
}
