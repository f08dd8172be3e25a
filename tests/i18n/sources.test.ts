import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { isKnownUnit, placeText, unitText } from '../../src/i18n/index.ts';

describe('unitText', () => {
  it('writes words in the page’s language and leaves symbols alone', () => {
    expect(unitText('zh', 'positions')).toBe('个位置');
    expect(unitText('en', 'positions')).toBe('positions');
    expect(unitText('zh', 'MiB')).toBe('MiB');
  });

  it('knows the unit of every row of content/facts', () => {
    const units = [...loadFacts().values()].map(({ unit }) => unit);
    expect(units.filter((unit) => !isKnownUnit(unit))).toEqual([]);
    expect(isKnownUnit('furlongs')).toBe(false);
  });
});

describe('placeText', () => {
  it.each([
    ['table 3', '表 3'],
    ['figure 1a', '图 1a'],
    ['fig. 2', '图 2'],
    ['Fig. 5', '图 5'],
    ['eq. 2–4', '式 2–4'],
    ['§3, appendix E', '§3、附录 E'],
    ['abstract', '摘要'],
    ['note under the table', '表下注'],
    ['resnet.py', 'resnet.py'],
  ])('names %s as %s in Chinese, and unchanged in English', (place, chinese) => {
    expect(placeText('zh', place)).toBe(chinese);
    expect(placeText('en', place)).toBe(place);
  });
});
