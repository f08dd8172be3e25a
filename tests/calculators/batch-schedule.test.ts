import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { batchBytes } from '../../src/calculators/batch-schedule/lines.ts';
import { networkMemories } from '../../src/calculators/batch-schedule/memories.ts';
import { networkNames } from '../../src/calculators/batch-schedule/networks.ts';
import { ScheduleAnswer } from '../../src/calculators/batch-schedule/ScheduleAnswer.tsx';
import { ScheduleWorking } from '../../src/calculators/batch-schedule/ScheduleWorking.tsx';
import type { FieldName, SchedulePlan } from '../../src/calculators/batch-schedule/state.ts';
import { fieldNames, fields, prefix, readSchedule } from '../../src/calculators/batch-schedule/state.ts';
import { stageRows } from '../../src/calculators/batch-schedule/table.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { architectureNamed, peakActivationBytes, trainingStateBytes } from '../../src/engine/index.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { locales } from '../../src/i18n/index.ts';

const memories = networkMemories();
const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readSchedule> =>
  readSchedule({ ...standardTyped(fields), ...changes }, memories);

function planOf(changes: Partial<Record<FieldName, string>> = {}): SchedulePlan {
  const { plan } = read(changes);
  if (plan === undefined) throw new Error('the fields make no plan');
  return plan;
}

const textOf = (plan: SchedulePlan, locale: Locale): string =>
  render(h('div', {}, h(ScheduleAnswer, { plan, locale }), h(ScheduleWorking, { plan, locale }))).replaceAll(
    /<[^>]+>/g,
    ' ',
  );

describe('readSchedule', () => {
  it('starts with 15,180 updates against 39,100, the batch doubled every 20 epochs to 2048', () => {
    const { run, fixed } = planOf();
    expect([run.updates, fixed.updates, run.largestBatch]).toEqual([15_180, 39_100, 2048]);
    expect(run.samplesSeen).toBe(fixed.samplesSeen);
  });

  it('lowers the rate of the fixed batch so that a sample counts the same in every stage', () => {
    const { run, fixed } = planOf();
    run.stages.forEach(({ learningRatePerSample }, index) => {
      expect(fixed.stages[index]?.learningRatePerSample).toBeCloseTo(learningRatePerSample, 15);
    });
  });

  it('gives the memory that the engine gives: state and saved activations of a batch', () => {
    const network = architectureNamed('resnet50').build();
    const plan = planOf({ network: 'resnet50@224', recipe: 'adam' });
    expect(batchBytes(plan, 32)).toBe(
      trainingStateBytes(25_557_032, 'adam').totalBytes +
        peakActivationBytes(network, { dtype: 'float32', mode: 'training', batch: 32 }),
    );
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    ['a batch larger than the data', { samples: '100' }, 'batch', { key: 'tooLarge', limit: 100 }],
    // 128 · 4⁴ = 32,768 fits into 50,000, 128 · 5⁴ does not.
    ['a factor that outgrows the data', { batchFactor: '5' }, 'batchFactor', { key: 'tooLarge', limit: 4 }],
    ['a table of 100 stages', { interval: '1' }, 'interval', { key: 'tooSmall', limit: 2 }],
    ['half a sample', { samples: '0.5' }, 'samples', { key: 'notWhole' }],
    ['no rate', { learningRate: '0' }, 'learningRate', { key: 'tooSmall', limit: 1e-9 }],
    ['another network', { network: 'lenet' }, 'network', { key: 'notListed' }],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, plan } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(plan).toBeUndefined();
  });

  it('takes the factor that it names as the largest', () => {
    expect(planOf({ batchFactor: '4' }).run.largestBatch).toBe(32_768);
  });
});

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map(String);
const typedStates = fc.record({
  samples: digits(1, 1e6),
  epochs: digits(1, 300),
  batch: digits(1, 2000),
  learningRate: fc.constantFrom('0.1', '1e-3', '2'),
  interval: digits(1, 100),
  batchFactor: digits(1, 8),
  learningRateFactor: fc.constantFrom('0.75', '1', '0.001', '10'),
  network: fc.constantFrom(...networkNames),
  recipe: fc.constantFrom('momentum', 'sgd', 'adam'),
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(typedStates, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('run.batch=8'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('run.batch')).toBe('8');
      }),
    );
  });

  it('gives a message or finite stages for whatever a query holds', () => {
    const text = fc.oneof(
      fc.string(),
      digits(0, 1e9),
      fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７'),
    );
    const names = fieldNames.map((name) => `${prefix}.${name}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (query) => {
        const { checked, plan } = readSchedule(
          typedFromQuery(prefix, fields, new URLSearchParams(query)),
          memories,
        );
        if (plan === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          for (const stage of plan.run.stages) expect(stage.learningRatePerSample).toBeGreaterThan(0);
          expect(Number.isSafeInteger(batchBytes(plan, plan.run.largestBatch))).toBe(true);
        }
      }),
    );
  });
});

describe('what is shown', () => {
  it.each(locales)('has every number in every case (%s)', (locale) => {
    fc.assert(
      fc.property(typedStates, (typed) => {
        const { plan } = readSchedule(typed, memories);
        fc.pre(plan !== undefined);
        expect(textOf(plan, locale)).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it('says the updates of both runs, in both languages', () => {
    expect(textOf(planOf(), 'en')).toContain(
      '15,180 updates; with the batch fixed at 128 it would be 39,100, 2.58× as many.',
    );
    expect(textOf(planOf(), 'zh')).toContain('批大小固定为 128 时是 39,100 次');
  });

  it('copies a row for each stage, memory in bytes', () => {
    const rows = stageRows(planOf(), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(rows).toHaveLength(6);
    expect(rows[5]?.slice(0, 2)).toEqual(['81–100', 2048]);
    // 11,689,512 · 12 + 2048 · 107,984 · 4
    expect(rows[5]?.[6]).toBe(140_274_144 + 884_604_928);
  });
});
