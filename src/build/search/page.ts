import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, serializeOuter } from 'parse5';
import type { Kind } from '../../search/index.ts';
import type { HtmlElement } from '../html-tree.ts';
import { attribute, elementsWhere, isElement, rawText } from '../html-tree.ts';
import { readableContent } from './readable.ts';
import { namesIn, recordsIn } from './records.ts';
import type { SearchRecord } from './records.ts';

/** A part of a page, from one heading to the next. */
export interface PageSection {
  /** Id of its heading; empty for what stands before the first. */
  readonly anchor: string;
  readonly heading: string;
  /** Markup of heading and text, cleaned for reading. */
  readonly html: string;
}

/** What the search index takes from one built page. */
export interface SearchPage {
  readonly languageTag: string;
  readonly kind: Kind;
  readonly title: string;
  readonly names: readonly string[];
  /** Names of what single sections explain, by their anchors. */
  readonly sectionNames: Readonly<Record<string, readonly string[]>>;
  /** Words that people ask about single sections with, by their anchors. */
  readonly sectionWords: Readonly<Record<string, string>>;
  /** Empty where the page is not to be found by its text, as a list of other pages. */
  readonly sections: readonly PageSection[];
  /** Things within the page that are found by themselves: terms, references, calculators. */
  readonly records: readonly SearchRecord[];
  /** Links to parts of other pages; on the front page they are questions with the address of each answer. */
  readonly questions: readonly { readonly ask: string; readonly address: string }[];
}

/**
 * Reads a built page; `undefined` where it is not to be found at all.
 *
 * The page says of itself: `data-pagefind-body` on its main element, that its text is searched; a heading with
 * `data-pagefind-filter="kind:architecture"`, what kind of thing it is; `data-alias="a; b"`, its other names.
 */
export function readPage(source: string): SearchPage | undefined {
  const document = parse(source);
  const first = (fits: (element: HtmlElement) => boolean): HtmlElement | undefined =>
    elementsWhere(document, fits)[0];
  if (first((each) => attribute(each, 'name') === 'robots') !== undefined) return undefined;
  const main = first(({ tagName }) => tagName === 'main');
  const title = first(({ tagName }) => tagName === 'h1');
  const languageTag = attribute(first(({ tagName }) => tagName === 'html') ?? failed('html'), 'lang');
  if (main === undefined || title === undefined || languageTag === undefined) return undefined;
  const records = recordsIn(main);
  const names = elementsWhere(
    main,
    (each) => attribute(each, 'data-pagefind-meta')?.startsWith('alias') === true,
  );
  return {
    languageTag,
    kind: kindOf(main),
    title: rawText(title).trim(),
    names: names.flatMap((each) => namesIn(attribute(each, 'data-alias'))),
    sectionNames: Object.fromEntries(
      Object.entries(dataIn(main, 'data-section-aliases')).map(([anchor, list]) => [
        anchor,
        Array.isArray(list) ? list.map(String) : [],
      ]),
    ),
    sectionWords: Object.fromEntries(
      Object.entries(dataIn(main, 'data-section-words')).map(([anchor, words]) => [anchor, String(words)]),
    ),
    sections: attribute(main, 'data-pagefind-body') === undefined ? [] : sectionsOf(main, kindOf(main)),
    records,
    questions: elementsWhere(main, ({ tagName }) => tagName === 'a')
      .map((link) => ({ ask: rawText(link).trim(), address: attribute(link, 'href') ?? '' }))
      .filter(({ address }) => address.includes('/#')),
  };
}

function kindOf(main: HtmlElement): Kind {
  const filters = elementsWhere(main, (each) => attribute(each, 'data-pagefind-filter') !== undefined);
  const named = [main, ...filters].map(
    (each) =>
      /^kind:(note|calculator|architecture)$/.exec(attribute(each, 'data-pagefind-filter') ?? '')?.[1],
  );
  return named.find((kind) => kind === 'note' || kind === 'calculator' || kind === 'architecture') ?? 'page';
}

/** What an element within says in an attribute, as JSON. */
function dataIn(main: HtmlElement, name: string): object {
  const [holder] = elementsWhere(main, (each) => attribute(each, name) !== undefined);
  const data: unknown = JSON.parse(holder === undefined ? '{}' : (attribute(holder, name) ?? '{}'));
  return typeof data === 'object' && data !== null ? data : {};
}

const isHeading = (element: HtmlElement): boolean =>
  /^h[2-4]$/.test(element.tagName) && attribute(element, 'id') !== undefined;

/**
 * Cuts the text before every heading that can be linked to. The many pages of networks are alike and short, and stay
 * whole: each text of the index is listed in what the first query loads.
 */
function sectionsOf(main: HtmlElement, kind: Kind): PageSection[] {
  const isCut = (element: HtmlElement): boolean => kind !== 'architecture' && isHeading(element);
  const sections: { anchor: string; heading: string; nodes: DefaultTreeAdapterTypes.ChildNode[] }[] = [
    { anchor: '', heading: '', nodes: [] },
  ];
  const visit = (parent: HtmlElement): void => {
    for (const node of parent.childNodes) {
      if (isElement(node) && isCut(node)) {
        sections.push({ anchor: attribute(node, 'id') ?? '', heading: rawText(node).trim(), nodes: [node] });
      } else if (isElement(node) && elementsWhere(node, isCut).length > 0) visit(node);
      else sections.at(-1)?.nodes.push(node);
    }
  };
  readableContent(main);
  visit(main);
  return sections.map(({ anchor, heading, nodes }) => ({
    anchor,
    heading,
    html: nodes.map((node) => (isElement(node) ? serializeOuter(node) : rawText(node))).join(''),
  }));
}

function failed(what: string): never {
  throw new Error(`a page has no ${what} element`);
}
