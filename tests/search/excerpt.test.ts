import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/search/excerpt.ts';

const text = (parts: ReturnType<typeof excerptOf>): string => parts.map((part) => part.text).join('');
const marked = (parts: ReturnType<typeof excerptOf>): string[] =>
  parts.filter(({ isMarked }) => isMarked).map((part) => part.text);

const long = `${'Nothing of interest stands here. '.repeat(12)}Keras counts BatchNorm statistics as parameters. ${'More of it. '.repeat(30)}`;

describe('excerptOf', () => {
  it('leaves out the heading, which the result shows already', () => {
    expect(text(excerptOf('MB and MiB. A megabyte is a million bytes.', 'MB and MiB', 'mib'))).toBe(
      'A megabyte is a million bytes.',
    );
  });

  it('starts where the words of the query stand, at the start of their sentence, and says that it was cut', () => {
    const parts = excerptOf(long, '', 'Keras BatchNorm');
    expect(text(parts)).toMatch(/^… Keras counts BatchNorm statistics/);
    expect(text(parts)).toMatch(/ …$/);
    expect(text(parts).length).toBeLessThan(200);
  });

  it('marks whole words in any form of theirs, and no parts of words', () => {
    expect(marked(excerptOf('Parameters of a parametric layer: one parameter.', '', 'parameter'))).toEqual([
      'Parameters',
      'parameter',
    ]);
  });

  it('marks Chinese by what was typed, neighbours joined', () => {
    expect(marked(excerptOf('空洞卷积又叫扩张卷积。', '', '空洞卷积'))).toEqual(['空洞卷积', '卷积']);
  });

  it('holds about half as many Chinese characters as letters', () => {
    expect(text(excerptOf('卷'.repeat(500), '', '没有')).length).toBeLessThan(100);
  });

  it('keeps every character as it is', () => {
    expect(text(excerptOf('a < b & <img src=x> “c”', '', 'img'))).toBe('a < b & <img src=x> “c”');
  });

  it('starts at the beginning when no word of the query is there', () => {
    expect(text(excerptOf(long, '', 'xyz')).startsWith('Nothing of interest')).toBe(true);
  });
});
