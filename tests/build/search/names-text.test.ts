import { describe, expect, it } from 'vitest';
import { namesText } from '../../../src/build/search/names-text.ts';
import type { NamedAnswer } from '../../../src/search/names-file.ts';
import { readNames } from '../../../src/search/names-file.ts';
import { someNames } from '../../search/names.ts';

const answer: NamedAnswer = {
  kind: 'note',
  at: 'memory/',
  title: 'Memory',
  names: ['VRAM', 'GPU memory'],
  foreign: [],
  sections: [
    { anchor: '', text: 4, names: [], foreign: [] },
    { anchor: 'asked', names: ['How much?'], foreign: ['多少？'] },
    { anchor: 'kv-cache', text: 7, names: ['KV cache'], foreign: [] },
  ],
};

describe('namesText', () => {
  it('is read back as what was written', () => {
    const file = { index: 'en_0', program: 'en', answers: [...someNames.answers, answer] };
    expect(readNames(namesText(file))).toEqual(file);
  });

  it('writes nothing for a text that is the next', () => {
    expect(namesText({ index: 'en_0', program: 'en', answers: [{ ...answer, sections: [] }] })).toBe(
      'en_0\ten\nnote\tmemory/\tMemory\tVRAM|GPU memory\t\t\t',
    );
  });

  it('refuses a name that would be read as two', () => {
    expect(() =>
      namesText({ index: 'en_0', program: 'en', answers: [{ ...answer, names: ['a|b'] }] }),
    ).toThrow(/a\|b/);
  });
});

describe('readNames', () => {
  it('refuses another file', () => {
    expect(() => readNames('<!doctype html>\n<html>')).toThrow(TypeError);
  });
});
