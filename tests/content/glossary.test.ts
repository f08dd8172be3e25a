import { describe, expect, it } from 'vitest';
import { anchorsOfNote, loadGlossary } from '../../src/collections/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteSource, slugs } from './notes/note-tree.ts';
import { typedNumbers } from './notes/typed-numbers.ts';

const glossary = [...loadGlossary()];

/** Numbers that define a term: powers that a prefix stands for, and the width and block length that name a format. */
const defining = /1024|\b32 values|每 32 个|\b4 to 8 bits|4 到 8 位/g;

/** Words and abbreviations with several meanings, and the terms that tell them apart. */
const ambiguous: Readonly<Record<string, readonly string[]>> = {
  MAC: ['multiply-add', 'memory-access-cost', 'mac'],
  'dynamic batch': ['dynamic-batch', 'dynamic-batching', 'dynamic-axis', 'token-batch'],
  bottleneck: ['bottleneck', 'performance-bottleneck', 'information-bottleneck'],
  separable: ['separable-convolution', 'depthwise-separable-convolution', 'spatially-separable-convolution'],
  量化: ['quantization', 'quantify'],
  MB: ['megabyte', 'mebibyte'],
  FLOPS: ['flops', 'flop-per-second'],
  deconvolution: ['deconvolution', 'transposed-convolution'],
  kernel: ['kernel', 'gpu-kernel', 'filter'],
  channel: ['channel', 'feature-map'],
  step: ['update', 'iteration'],
  padding: ['same-padding', 'valid-padding'],
  dilation: ['dilated-convolution', 'dilation-rate'],
  checkpoint: ['checkpoint', 'activation-checkpointing'],
};

describe('the glossary', () => {
  it('has at least 120 terms, each with its own name in each language', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(120);
    for (const locale of locales) {
      const names = glossary.map(([, { name }]) => name[locale]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it.each(locales)('says in one sentence of %s what a term is', (locale) => {
    const one = locale === 'zh' ? /^[^。]+。$/ : /^\S(?:(?!\. [A-Z]).)+\.$/;
    expect(glossary.filter(([, { sentence }]) => !one.test(sentence[locale])).map(([id]) => id)).toEqual([]);
  });

  it.each(locales)('holds no number in a sentence of %s that could be computed', (locale) => {
    const found = glossary.flatMap(([id, { sentence }]) => {
      const text = sentence[locale].replaceAll(defining, '');
      return typedNumbers([{ line: 1, kind: 'prose', text, givens: new Set() }]).map(({ number }) => `${id}: ${number}`);
    });
    expect(found).toEqual([]);
  });

  it.each(locales)('gives a term other names in %s, each once and none its own', (locale) => {
    const wrong = glossary.filter(([, { aliases, name }]) => {
      const own = aliases[locale];
      return own.length === 0 || own.includes(name[locale]) || new Set(own).size < own.length;
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it.each(locales)('leads to notes and places in them that exist in %s', (locale) => {
    const dead = glossary.filter(([, { note, anchor }]) => {
      if (note === undefined) return anchor !== undefined;
      const anchors = anchorsOfNote(locale, note);
      return anchors === undefined || (anchor !== undefined && !anchors.has(anchor));
    });
    expect(dead.map(([id]) => id)).toEqual([]);
  });

  it.each(Object.entries(ambiguous))('tells the meanings of %s apart, each linked to another', (word, ids) => {
    const terms = new Map(glossary);
    const unlike = (id: string): readonly string[] => terms.get(id)?.unlike ?? [];
    for (const id of ids) {
      const term = terms.get(id);
      const others = ids.filter((other) => other !== id);
      const isLinked = others.some((other) => unlike(id).includes(other) || unlike(other).includes(id));
      expect(isLinked, `${id} is told apart`).toBe(true);
      const names = locales.flatMap((locale) => [term?.name[locale], term?.sentence[locale], ...(term?.aliases[locale] ?? [])]);
      expect(names.join('\n').toLowerCase()).toContain(word.toLowerCase());
    }
  });

  it('refuses a term that is unlike what is no term', () => {
    const yaml = 'a: { name: { en: a, zh: 甲 }, sentence: { en: A., zh: 甲。 }, aliases: { en: [], zh: [] }, unlike: [b] }';
    expect(() => loadGlossary(yaml)).toThrow('a is unlike b, which is no term');
  });

  it('is used by every note', () => {
    for (const slug of slugs) expect(noteSource('en', slug).match(/<Term id=/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
  });
});
