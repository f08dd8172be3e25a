import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/i18n/index.ts';
import { addressOf } from '../search/addresses.ts';
import type { BuiltSearch } from '../search/built-search.ts';
import { openBuiltSearch } from '../search/built-search.ts';
import type { Outcome } from '../search/look-ups.ts';
import { classes, lookUps, runLookUps, sharesOf } from '../search/look-ups.ts';

/** What the search that was built finds in a language; one file of tests for each, since they take as long as a core has. */
export function describeSearch(locale: Locale): void {
  describe(`the built search in ${locale}`, () => {
    let search: BuiltSearch;
    let outcomes: readonly Outcome[];
    const first = async (query: string): Promise<string> => {
      const [best] = (await search.byAll(query)).results;
      return best === undefined ? '' : addressOf(best);
    };

    beforeAll(async () => {
      search = openBuiltSearch('dist', locale);
      const own = lookUps().filter((each) => each.locale === locale);
      outcomes = await runLookUps(own, async (query) => (await search.byAll(query)).results.map(addressOf));
    }, 180_000);

    it('is asked at least sixty things', () => {
      expect(outcomes.length).toBeGreaterThanOrEqual(60);
    });

    it('puts the right note first nearly always, and among the first three always', () => {
      const { hitAt1 } = sharesOf(outcomes, () => true);
      const missed = outcomes.filter(({ place }) => place > 3);
      expect(missed.map(({ lookUp, given }) => [lookUp.q, ...given.slice(0, 3)])).toEqual([]);
      expect(hitAt1).toBeGreaterThanOrEqual(0.95);
    });

    it('does so for every class of query by itself', () => {
      const shares = classes.map((name) => ({ name, ...sharesOf(outcomes, (each) => each.class === name) }));
      const weak = shares.filter(({ count, hitAt1 }) => count > 0 && hitAt1 < 0.95);
      expect(weak).toEqual([]);
    });

    it('leads to the section that answers', () => {
      expect(sharesOf(outcomes, () => true).landed).toBeGreaterThanOrEqual(0.9);
    });

    it('finds every note and term by its title', async () => {
      const lost: string[] = [];
      for (const { kind, at, title, note } of search.names.answers) {
        if (kind !== 'note' && kind !== 'term') continue;
        const { results } = await search.byName(title);
        const given = results.slice(0, 3).map(({ answer }) => answer?.at);
        if (!given.includes(at) && !given.includes(note)) lost.push(`${title}: ${given.join(' ')}`);
      }
      expect(lost).toEqual([]);
    }, 30_000);

    it('quotes a text that reads as text', async () => {
      for (const query of ['output_padding', 'C_in', locale === 'zh' ? '感受野' : 'receptive field']) {
        const [best] = (await search.byAll(query)).results;
        const data = best === undefined ? undefined : await search.textOf(best);
        expect(data?.content.length, query).toBeGreaterThan(20);
        expect(data?.content, query).not.toMatch(/\\[a-z]+|[{}]|\u200B/);
      }
    });

    if (locale === 'zh') {
      it('finds a piece of a sentence wherever it is cut', async () => {
        expect(await first('误差彼此抵消')).toMatch(/^quantization/);
        expect(await first('只与权重有关')).toMatch(/^quantization/);
      });
    }

    it('finds by words that only the other language has', async () => {
      const only =
        locale === 'zh' ? 'the reader lands between two integers' : '有几百个乘积相加时误差彼此抵消';
      const results = (await search.byAll(only)).results;
      expect(results.every(({ answer }) => answer?.at.startsWith('zh/') !== true)).toBe(true);
      expect(results.length).toBeGreaterThan(0);
    });
  });
}
