import type { HtmlElement } from '../html-tree.ts';
import { attribute, elementsWhere, rawText } from '../html-tree.ts';
import { wordsOfAddress } from './readable.ts';

/** A thing within a page that is found by itself. */
export interface SearchRecord {
  readonly kind: 'term' | 'reference' | 'calculator';
  readonly anchor: string;
  readonly title: string;
  readonly names: readonly string[];
  /** Slug of the note that explains a term. */
  readonly note: string | undefined;
  /** Section of that note. */
  readonly noteAnchor: string | undefined;
  /** What an excerpt quotes. */
  readonly text: string;
}

/**
 * The records of a page: elements with an id and `data-search-kind`. `data-search-title` names one,
 * `data-alias="a; b"` lists its other names, `data-search-note` the note that explains it and `data-search-anchor` where in it; the element below it with
 * `data-search-text`, or else the element itself, holds its text.
 */
export function recordsIn(main: HtmlElement): SearchRecord[] {
  return elementsWhere(main, (each) => attribute(each, 'data-search-kind') !== undefined).map((element) => {
    const kind = attribute(element, 'data-search-kind');
    const [anchor, title] = [attribute(element, 'id'), attribute(element, 'data-search-title')];
    if (anchor === undefined || title === undefined || !isRecordKind(kind)) {
      throw new Error(`a searched element lacks its id, title or kind: ${title ?? anchor ?? kind ?? ''}`);
    }
    const [text = element] = elementsWhere(
      element,
      (each) => attribute(each, 'data-search-text') !== undefined,
    );
    const addresses = kind === 'reference' ? elementsWhere(element, ({ tagName }) => tagName === 'a') : [];
    const looked = addresses.slice(0, 1).map((link) => wordsOfAddress(attribute(link, 'href') ?? ''));
    return {
      kind,
      anchor,
      title,
      names: namesIn(attribute(element, 'data-alias')),
      note: attribute(element, 'data-search-note'),
      noteAnchor: attribute(element, 'data-search-anchor'),
      text: kind === 'calculator' ? '' : [rawText(text).trim(), ...looked].join(' ').trim(),
    };
  });
}

function isRecordKind(kind: string | undefined): kind is SearchRecord['kind'] {
  return kind === 'term' || kind === 'reference' || kind === 'calculator';
}

/** Names as an attribute lists them, separated by semicolons. */
export function namesIn(list: string | undefined): string[] {
  return (list ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
