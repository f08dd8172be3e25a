import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { reportsOf } from '../../src/calculators/training-run/built-curves.ts';
import { builtRun } from '../../src/calculators/training-run/built-run.ts';
import { readDigits, sizes } from '../../src/calculators/training-run/digits.ts';
import type { ArmReport, Settings } from '../../src/calculators/training-run/experiment.ts';
import { arms, armSchedule, runExperiment } from '../../src/calculators/training-run/experiment.ts';
import type { Outcome } from '../../src/calculators/training-run/outcome.ts';
import { lossDigits, outcomeOf } from '../../src/calculators/training-run/outcome.ts';
import { RunResult } from '../../src/calculators/training-run/RunResult.tsx';
import type { FieldName } from '../../src/calculators/training-run/state.ts';
import {
  fieldNames,
  fields,
  prefix,
  readRun,
  testSamples,
  trainingSamples,
} from '../../src/calculators/training-run/state.ts';
import { outcomeRows } from '../../src/calculators/training-run/table.ts';
import { at, perceptronParameters, runSchedule } from '../../src/engine/index.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { locales } from '../../src/i18n/index.ts';

const text = readFileSync('content/data-sets/handwritten-digits.txt', 'utf8');
const digits = readDigits(text);

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readRun> =>
  readRun({ ...standardTyped(fields), ...changes });

function settingsOf(changes: Partial<Record<FieldName, string>> = {}): Settings {
  const { settings } = read(changes);
  if (settings === undefined) throw new Error('the fields make no settings');
  return settings;
}

function shown(settings: Settings, reports: readonly ArmReport[], locale: Locale, over = true): string {
  const outcome = outcomeOf(reports, settings, over);
  return render(h(RunResult, { settings, reports, outcome, timed: true, locale }));
}

describe('the digits', () => {
  it('are 1437 for training and 360 for the test, of 64 pixels between 0 and 1', () => {
    expect([digits.training.labels.length, digits.test.labels.length]).toEqual([
      trainingSamples,
      testSamples,
    ]);
    expect(digits.training.values.length).toBe(1437 * 64);
    const pixels = [...digits.training.values, ...digits.test.values];
    expect([Math.min(...pixels.slice(0, 9000)), Math.max(...pixels.slice(0, 9000))]).toEqual([0, 1]);
  });

  it('count by digit as the repository lists its test part', () => {
    const labels = [...digits.training.labels, ...digits.test.labels];
    const counts = Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);
    // archive.ics.uci.edu, data set 80, "No of examples in testing set".
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it('refuses a line that is no sample', () => {
    expect(() => readDigits('# a comment\n0123 4\n')).toThrow(
      new RangeError('sample 0 is not 64 pixels and a digit'),
    );
  });

  it('are learned by a network of 2,410 parameters', () => {
    expect(perceptronParameters(sizes)).toBe(2410);
  });
});

describe('readRun', () => {
  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    // 16 · 3⁴ = 1296 fits into 1437, 16 · 4⁴ does not.
    ['a batch that outgrows the data', { batchFactor: '4' }, 'batchFactor', { key: 'tooLarge', limit: 3 }],
    ['eleven seeds', { seeds: '11' }, 'seeds', { key: 'tooLarge', limit: 10 }],
    [
      'a rate that becomes endless',
      { learningRateFactor: '10', interval: '1', batchFactor: '1' },
      'learningRateFactor',
      { key: 'tooLarge', limit: 1.743 },
    ],
    [
      'a rate that becomes 0',
      { learningRateFactor: '0.01', interval: '1', epochs: '200', batchFactor: '1' },
      'learningRateFactor',
      { key: 'tooSmall', limit: 0.319 },
    ],
    ['no epochs', { epochs: '0' }, 'epochs', { key: 'tooSmall', limit: 1 }],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    expect(read(changes)).toMatchObject({ checked: { [field]: { error } } });
    expect(read(changes).settings).toBeUndefined();
  });

  const whole = (least: number, most: number): fc.Arbitrary<string> =>
    fc.integer({ min: least, max: most }).map(String);

  it('comes back from the query as it was typed', () => {
    const states = fc.record({
      epochs: whole(1, 200),
      batch: whole(1, 1437),
      learningRate: fc.constantFrom('0.1', '0.3', '100'),
      interval: whole(1, 200),
      batchFactor: whole(1, 100),
      learningRateFactor: fc.constantFrom('0.75', '0.01', '10'),
      seeds: whole(1, 10),
    });
    fc.assert(
      fc.property(states, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('sched.batch=8'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('sched.batch')).toBe('8');
      }),
    );
  });

  it('gives a message, or settings whose schedules all have a positive rate', () => {
    const anything = fc.oneof(
      fc.string(),
      whole(0, 2000),
      fc.constantFrom('-1', '1e99', 'NaN', '0.01', '７'),
    );
    const names = fieldNames.map((name) => `${prefix}.${name}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anything), (query) => {
        const { checked, settings } = readRun(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (settings === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
          return;
        }
        for (const arm of arms) {
          const { stages } = runSchedule({ ...armSchedule(settings, arm), samples: trainingSamples });
          expect(at(stages, stages.length - 1).learningRatePerSample).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the three schedules', () => {
  it('have the same rate for a sample in every stage', () => {
    const perSample = arms.map((arm) =>
      runSchedule({ ...armSchedule(settingsOf(), arm), samples: trainingSamples }).stages.map((stage) =>
        stage.learningRatePerSample.toPrecision(10),
      ),
    );
    expect(perSample[1]).toEqual(perSample[0]);
    expect(perSample[2]).toEqual(perSample[0]);
  });

  it('take 2,700, 1,056 and 180 updates in the standard case', () => {
    const { arms: outcomes } = outcomeOf([], settingsOf(), false);
    // 30 epochs of ⌈1437/16⌉; 6 each of 90, 45, 23, 12 and 6; 30 of ⌈1437/256⌉.
    expect(outcomes.map(({ updates }) => updates)).toEqual([2700, 1056, 180]);
  });
});

const outcome = outcomeOf(reportsOf(builtRun(text)), builtRun(text).settings, true);

describe('the run the page is built with', () => {
  const { settings } = builtRun(text);
  const reports = reportsOf(builtRun(text));
  const [fixed, growing, large] = outcome.arms;

  it('has the growing batch end where the fixed one ends, and the large one behind, as the note says', () => {
    const loss = (arm: typeof fixed): number => arm?.trainingLoss?.mean ?? NaN;
    expect(Math.abs(loss(growing) / loss(fixed) - 1)).toBeLessThan(0.02);
    expect(Math.abs((growing?.testAccuracy?.mean ?? 0) - (fixed?.testAccuracy?.mean ?? 1))).toBeLessThan(
      0.01,
    );
    expect(loss(large)).toBeGreaterThan(2 * loss(fixed));
    expect(large?.testAccuracy?.most).toBeLessThan(fixed?.testAccuracy?.least ?? 0);
  });

  it('is what a browser gets with the same settings', () => {
    const short: Settings = { ...settings, epochs: 6, seeds: 1 };
    const live = [...runExperiment(short, digits)].filter(({ arm }) => arm === 'fixed');
    const stored = reports.filter(({ arm, seed, epoch }) => arm === 'fixed' && seed === 1 && epoch <= 6);
    expect(live.map(({ trainingLoss }) => Number(trainingLoss.toPrecision(4)))).toEqual(
      stored.map(({ trainingLoss }) => trainingLoss),
    );
  });

  it('is copied as a row for every epoch of every run', () => {
    expect(outcomeRows(reports)).toHaveLength(1 + 3 * 3 * 30);
  });

  it.each(locales)('is told with its numbers (%s)', (locale) => {
    const told = shown(settings, reports, locale);
    expect(told).toContain('1,056');
    expect(told).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('what is told', () => {
  it('counts a seed only when all three schedules are through it', () => {
    const settings = settingsOf({ epochs: '2', interval: '1', seeds: '2' });
    const reports = [...runExperiment(settings, digits)];
    expect(reports).toHaveLength(12);
    expect(outcomeOf(reports.slice(0, 5), settings, false).finishedSeeds).toBe(0);
    expect(outcomeOf(reports.slice(0, 7), settings, false).finishedSeeds).toBe(1);
    expect(outcomeOf(reports, settings, true).finishedSeeds).toBe(2);
  });

  it('writes all losses with the digits that the smallest needs, and at most 8', () => {
    const withLoss = (least: number): Outcome => ({
      finishedSeeds: 1,
      arms: outcome.arms.map((arm) => ({ ...arm, trainingLoss: { least, mean: 0.5, most: 0.6 } })),
    });
    expect([2.5, 0.1, 0.098, 0.001, 0].map((least) => lossDigits(withLoss(least)))).toEqual([2, 3, 4, 5, 8]);
    expect(lossDigits({ finishedSeeds: 0, arms: [] })).toBe(2);
  });

  it('says that one seed proves nothing', () => {
    const settings = settingsOf({ epochs: '2', interval: '1', seeds: '1' });
    const told = shown(settings, [...runExperiment(settings, digits)], 'en');
    expect(told).toContain('One seed cannot tell');
  });

  it('says where numbers ran out of range instead of printing none', () => {
    const settings: Settings = { ...settingsOf(), epochs: 2, interval: 1, seeds: 1, learningRate: 1e200 };
    const told = shown(settings, [...runExperiment(settings, digits)], 'en');
    expect(told).toContain('out of range');
    expect(told).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws its axes before there is anything to draw', () => {
    const told = shown(settingsOf(), [], 'zh', false);
    expect(told).toContain('测试准确率');
    expect(told).toContain('第一个种子跑完后');
  });
});
