import { describe, expect, it } from 'vitest';
import { contentWords, normalize, pairs, singular, tokens, wholeWord } from '../../src/search/prepare.ts';

describe('normalize', () => {
  it.each([
    ['full-width letters', 'ＦＬＯＰｓ', 'flops'],
    ['a times sign', '1×7', '1x7'],
    ['a times sign in words', '3乘3', '3x3'],
    ['a size in words', '3 by 3', '3x3'],
    ['blanks around a size', '3 x 3', '3x3'],
    ['a size of three', '1 × 3 × 3', '1x3x3'],
    ['sizes by letter', 'n × 1', 'nx1'],
    ['typographic dashes', 'key–value', 'key-value'],
    ['characters that are not seen', '卷\u200B积', '卷积'],
    ['traditional characters', '轉置卷積', '转置卷积'],
    ['a size in Chinese numerals', '三乘三', '3x3'],
    ['a size run into a word', 'conv1x1', 'conv 1x1'],
    ['runs of blanks', '  a \n b ', 'a b'],
  ])('resolves %s', (_, typed, normal) => {
    expect(normalize(typed)).toBe(normal);
  });

  it('leaves the x of a word alone', () => {
    expect(normalize('max pooling')).toBe('max pooling');
  });
});

describe('contentWords', () => {
  it('drops words that only make a question', () => {
    expect(contentWords('What is the difference between FLOPs and FLOPS?')).toEqual(['flops', 'flops']);
  });

  it('parts Latin from Chinese where no blank does', () => {
    expect(contentWords('FLOPs和FLOPS区别')).toEqual(['flops', 'flops']);
    expect(contentWords('伪3D卷积')).toEqual(['伪', '3d', '卷积']);
  });

  it('keeps a decimal point and an underscore within a word, and no other mark', () => {
    expect(contentWords('4.09 GFLOPs, output_padding.')).toEqual(['4.09', 'gflops', 'output_padding']);
  });

  it('keeps what there is when every word makes a question', () => {
    expect(contentWords('what is it')).toEqual(['what', 'is', 'it']);
  });

  it('gives nothing for marks alone', () => {
    expect(contentWords('?! …')).toEqual([]);
  });
});

describe('tokens', () => {
  it('are pairs of neighbouring Chinese characters and single words', () => {
    expect(tokens('空洞卷积 output_paddings')).toEqual(['空洞', '洞卷', '卷积', 'output', 'padding']);
  });

  it('of a single Chinese character are the character', () => {
    expect(pairs('伪')).toEqual(['伪']);
  });
});

describe('singular', () => {
  it.each([
    ['convolutions', 'convolution'],
    ['frequencies', 'frequency'],
    ['flops', 'flop'],
    ['loss', 'loss'],
    ['bias', 'bias'],
    ['gpus', 'gpu'],
    ['axis', 'axis'],
  ])('takes %s to %s', (word, singularWord) => {
    expect(singular(word)).toBe(singularWord);
  });
});

describe('wholeWord', () => {
  it.each([
    ['conv', 'convolution'],
    ['bigger', 'large'],
    ['param', 'parameter'],
    ['quantisation', 'quantization'],
    ['factorised', 'factorized'],
    ['optimiser', 'optimizer'],
    ['artefact', 'artifact'],
    ['noise', 'noise'],
    ['precise', 'precise'],
  ])('takes %s to %s', (word, whole) => {
    expect(wholeWord(word)).toBe(whole);
  });
});
