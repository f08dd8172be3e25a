import { describe, expect, it } from 'vitest';
import { correctedQuery } from '../../src/search/misheard.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { soundOf } from '../../src/search/sound.ts';
import { someNames } from './names.ts';

const index = indexNames(someNames);
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const cut = (run: string): string[] => Array.from(segmenter.segment(run), ({ segment }) => segment);
const corrected = (query: string): string | undefined => correctedQuery(index, query, cut);

describe('correctedQuery', () => {
  it('puts a name right in which one character was taken for another', () => {
    expect(corrected('模形大小 关系')).toBe('模型大小 关系');
    expect(corrected('空同卷积')).toBe('空洞卷积');
  });

  it('puts a character right by its sound, where with its neighbour it makes a word of a name', () => {
    expect(corrected('卷机')).toBe('卷积');
    expect(corrected('摸型')).toBe('模型');
  });

  it('leaves alone what is a name, or far from one', () => {
    expect(corrected('扩张卷积')).toBeUndefined();
    expect(corrected('损失函数')).toBeUndefined();
    expect(corrected('dialated')).toBeUndefined();
  });

  it('leaves alone a word of a dictionary that sounds like nothing else', () => {
    expect(corrected('替代模型')).toBeUndefined();
  });

  it('leaves alone a character that belongs to the word before', () => {
    expect(corrected('模型型大小')).toBeUndefined();
  });
});

describe('soundOf', () => {
  it.each(['积机级', '量亮', '存纯', '层成', '线县'])('is the same for %s', (characters) => {
    expect(new Set(Array.from(characters, soundOf)).size).toBe(1);
  });

  it('tells what sounds otherwise', () => {
    expect(soundOf('积')).not.toBe(soundOf('核'));
    expect(soundOf('池')).not.toBe(soundOf('奇'));
  });
});
