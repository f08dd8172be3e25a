import { describe, expect, it } from 'vitest';
import { mendedWords } from '../../src/search/misspelt.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { someNames } from './names.ts';

const index = indexNames(someNames);

describe('mending words', () => {
  it('puts a misspelled word right wherever the slip is', () => {
    expect(mendedWords(index, 'grouepd convolutoin')).toBe('grouped convolution');
    expect(mendedWords(index, 'opitmizer 显存')).toBe('optimizer 显存');
  });

  it('takes apart words that were run together, misspelled or not', () => {
    expect(mendedWords(index, 'groupconv')).toBe('group conv');
    expect(mendedWords(index, 'atrousconvoultion')).toBe('atrous convolution');
  });

  it('leaves known words, their other forms and their beginnings alone', () => {
    for (const query of ['Dilated convolutions', 'gradiented', 'convolut', 'resnet50', 'VRAM', 'memories']) {
      expect(mendedWords(index, query), query).toBeUndefined();
    }
  });

  it('takes no word for another that is merely near', () => {
    for (const query of ['cached', 'weighs', 'paradigm', 'convention']) {
      expect(mendedWords(index, query), query).toBeUndefined();
    }
  });
});
