import { describe, expect, it } from 'vitest';
import type { FoundText } from '../../src/search/full-text.ts';
import { indexNames } from '../../src/search/name-index.ts';
import type { RankedResult } from '../../src/search/rank.ts';
import { rank } from '../../src/search/rank.ts';
import { someNames } from './names.ts';

const index = indexNames(someNames);

/** Places of texts; the last is of one that no name belongs to. */
const places = { memory: 2, kv: 3, optimizer: 4, definition: 6, source: 7 };

function found(
  text: keyof typeof places,
  score: number,
  words: readonly string[] = [],
  phrase = false,
): FoundText {
  const place = places[text];
  const hit = {
    id: text,
    locale: 'en' as const,
    place,
    score,
    data: () => Promise.reject(new Error('not loaded')),
  };
  return { hit, byWord: new Map(words.map((word) => [word, score])), phrase };
}

const search = (query: string, texts: FoundText[] = [], unfinished = false): RankedResult[] =>
  rank(index, query, texts, unfinished);
const first = (query: string, texts?: FoundText[], unfinished?: boolean): string => {
  const [best] = search(query, texts, unfinished);
  return best === undefined
    ? 'nothing'
    : `${best.answer?.at ?? ''}${best.anchor === '' ? '' : `#${best.anchor}`}`;
};

describe('rank by names', () => {
  it.each([
    ['a title', 'dilated convolution', 'dilated-convolution/'],
    ['another name', 'atrous convolution', 'dilated-convolution/'],
    ['a name of another language', '扩张卷积', 'dilated-convolution/'],
    ['a name within more words', 'what does VRAM hold', 'memory/'],
    ['a misspelling', 'dialated convolution', 'dilated-convolution/'],
    ['words written as one', 'resnet50', 'architectures/resnet50/'],
    ['words in another form', 'dilation convolutional', 'dilated-convolution/'],
    ['an abbreviated word', 'grouped conv', 'grouped-convolution/'],
    ['the name of a section', 'KV cache', 'memory/#kv-cache'],
    ['a question', 'how much gpu memory for training', 'memory/#optimizer'],
    ['full-width letters', 'ＫＶ　ｃａｃｈｅ', 'memory/#kv-cache'],
  ])('finds by %s', (_, query, at) => {
    expect(first(query)).toBe(at);
  });

  it('puts the note before the term it explains, and the term next', () => {
    const kinds = search('dilated convolution').map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['note', 'term']);
  });

  it('puts the note there too where only the definition has the words', () => {
    const [best, next] = search('zebra', [found('definition', 1, ['zebra'])]);
    expect([best, next].map((result) => result?.answer?.at)).toEqual([
      'dilated-convolution/',
      'glossary/#dilated-convolution',
    ]);
  });

  it('lets a term’s other names find the note', () => {
    expect(first('trous')).toBe('dilated-convolution/');
  });

  it('finds a name by its beginning while it is being typed', () => {
    expect(first('grou', [], true)).toBe('grouped-convolution/');
  });

  it('says by which other name it was found', () => {
    expect(search('atrous convolution')[0]?.by).toBe('atrous convolution');
    expect(search('dilated convolution')[0]?.by).toBeUndefined();
  });

  it('finds nothing where nothing fits', () => {
    expect(search('banana bread')).toEqual([]);
    expect(search('')).toEqual([]);
    expect(search('?!')).toEqual([]);
  });
});

describe('rank with texts', () => {
  it('finds what only a text has', () => {
    expect(first('zebra', [found('optimizer', 1, ['zebra'])])).toBe('memory/#optimizer');
  });

  it('leads to the section whose text has the words, where most of them are in no name', () => {
    const texts = [found('kv', 1, ['llama', 'zebra', 'quagga']), found('optimizer', 0.2, ['llama'])];
    expect(first('vram llama zebra quagga', texts)).toBe('memory/#kv-cache');
  });

  it('lets a name outweigh a text', () => {
    expect(first('file size', [found('memory', 1, ['file', 'size'])])).toBe('model-size/');
  });

  it('takes a text that no name belongs to for a source', () => {
    const [best] = search('zebra', [found('source', 1, ['zebra'])]);
    expect(best?.kind).toBe('reference');
  });

  it('takes a text of another language for its counterpart', () => {
    const abroad = { ...found('source', 1, ['zebra']), standsFor: places.kv };
    expect(first('zebra', [abroad])).toBe('memory/#kv-cache');
  });
});
