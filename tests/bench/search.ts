import { existsSync } from 'node:fs';
import { locales } from '../../src/i18n/index.ts';
import { addressOf } from '../search/addresses.ts';
import type { BuiltSearch } from '../search/built-search.ts';
import { openBuiltSearch } from '../search/built-search.ts';
import { askAsDialog, dialogBytes, queryBytes, warmMilliseconds } from '../search/costs.ts';
import { growIndex } from '../search/grown.ts';
import type { LookUp, Outcome } from '../search/look-ups.ts';
import { classes, lookUps, runLookUps, sharesOf } from '../search/look-ups.ts';
import { indexPlainly, openPlainSearch } from '../search/plain-pagefind.ts';
import { noteSlugs } from '../site/pages.ts';
import type { Measurement } from './measurement.ts';

const plainFolder = '.cache/plain-search';

/** Every so many queries one is weighed and timed, to keep the bench short. */
const sampled = 4;

/**
 * Search of the built site: what it finds, beside what Pagefind by itself finds, what it loads, and how long it takes.
 * Tables are printed; what has a budget is given back.
 */
export async function* searchMeasurements(): AsyncGenerator<Measurement> {
  await indexPlainly('dist', plainFolder);
  for (const locale of locales) {
    const queries = lookUps().filter((each) => each.locale === locale);
    const search = openBuiltSearch('dist', locale);
    const found = await runLookUps(queries, async (q) => (await search.byAll(q)).results.map(addressOf));
    const plain = await openPlainSearch(plainFolder, locale);
    printShares(locale, found, await runLookUps(queries, plain));
    const { hitAt1, hitAt3 } = sharesOf(found, () => true);
    yield percent(`search in ${locale}: right note not first`, 1 - hitAt1, 5);
    yield percent(`search in ${locale}: right note not among the first three`, 1 - hitAt3, 0);

    const sample = queries.filter((_, place) => place % sampled === 0).map(({ q }) => q);
    const { first, further } = await queryBytes('dist', locale, sample);
    const own = dialogBytes('dist');
    yield kilobytes(`search in ${locale}: first query of a visit, most`, own + Math.max(...first), 120);
    yield kilobytes(`search in ${locale}: further query, most`, Math.max(...further), 15);
    yield kilobytes(`search in ${locale}: further query, mean`, mean(further), 15);
    const warm = openBuiltSearch('dist', locale);
    const { names, all } = await warmMilliseconds(warm, sample);
    yield {
      what: `search in ${locale}: first result warm, median`,
      measured: median(names),
      budget: 50,
      unit: 'ms',
    };
    yield {
      what: `search in ${locale}: all results warm, median`,
      measured: median(all),
      budget: 50,
      unit: 'ms',
    };
  }
  for (const times of [1, 10, 100]) await printGrowth(times);
}

function printShares(locale: string, found: readonly Outcome[], plain: readonly Outcome[]): void {
  const groups: readonly [string, (lookUp: LookUp) => boolean][] = [
    ['all', () => true],
    ...classes.map((name): [string, (lookUp: LookUp) => boolean] => [name, (each) => each.class === name]),
  ];
  console.log(
    `\nsearch in ${locale}        queries  hit@1  hit@3  at the section   Pagefind by itself: hit@1  hit@3`,
  );
  for (const [name, fits] of groups) {
    const [ours, theirs] = [sharesOf(found, fits), sharesOf(plain, fits)];
    if (ours.count === 0) continue;
    const numbers = [ours.hitAt1, ours.hitAt3, ours.landed, theirs.hitAt1, theirs.hitAt3];
    console.log(
      `  ${name.padEnd(16)} ${String(ours.count).padStart(8)}  ${numbers.map((share) => share.toFixed(3)).join('   ')}`,
    );
  }
  for (const { lookUp, given, place } of found) {
    if (place !== 1) console.log(`  not first: ${lookUp.q} -> ${given.slice(0, 3).join(', ')}`);
  }
}

/** What a site of so many times as many notes would cost, on the English side. */
async function printGrowth(times: number): Promise<void> {
  const folder = `.cache/grown-${times}`;
  await growIndex(noteSlugs(), 'dist', times, folder);
  if (!existsSync(`${folder}/pagefind/names.en.txt`)) throw new Error('nothing has grown');
  const queries = [
    'atrous convolution',
    'int8 slower than fp32',
    'KV cache',
    'checkerboard artifacts in images',
  ];
  const { first, further } = await queryBytes(folder, 'en', queries);
  const search: BuiltSearch = openBuiltSearch(folder, 'en');
  for (const query of queries) await askAsDialog(search, query);
  const { names, all } = await warmMilliseconds(search, queries);
  console.log(
    `search with ${times}× the notes: first query ${(mean(first) / 1000).toFixed(1)} kB without the dialog, further ` +
      `${(mean(further) / 1000).toFixed(1)} kB, warm ${median(names).toFixed(1)} ms by name, ${median(all).toFixed(1)} ms in all`,
  );
}

const percent = (what: string, share: number, budget: number): Measurement => ({
  what,
  measured: 100 * share,
  budget,
  unit: '%',
});

const kilobytes = (what: string, bytes: number, budget: number): Measurement => ({
  what,
  measured: bytes / 1000,
  budget,
  unit: 'kB',
});

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
