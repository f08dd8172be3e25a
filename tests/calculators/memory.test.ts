import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryResult } from '../../src/calculators/memory/lines.ts';
import {
  isNetworkName,
  networkInputs,
  networkNames,
  networkKey,
} from '../../src/calculators/shared/sized-networks.ts';
import type { MemoryProfile } from '../../src/calculators/memory/profile.ts';
import { memoryProfile } from '../../src/calculators/memory/profile.ts';
import type { MemoryRun } from '../../src/calculators/memory/state.ts';
import { countsExactly, fields, prefix, readMemory } from '../../src/calculators/memory/state.ts';
import { words } from '../../src/calculators/memory/words.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import {
  architectureNamed,
  evaluate,
  keyValueCacheBytes,
  keyValueHeads,
  peakActivationBytes,
  trainingStateBytes,
} from '../../src/engine/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);
const profiles = new Map<string, MemoryProfile>();

function profileOf(key: string): MemoryProfile {
  const profile = profiles.get(key) ?? memoryProfile(key);
  profiles.set(key, profile);
  return profile;
}

function runOf(change: Typed): MemoryRun {
  const { run } = readMemory({ ...standard, ...change });
  if (run === undefined) throw new Error('the state describes no run');
  return run;
}

function resultOf(change: Typed): ReturnType<typeof memoryResult> {
  const run = runOf(change);
  return memoryResult(run, profileOf(networkKey(run)), words.en);
}

const anyTyped = fc.record(
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fc.oneof(
        field.kind === 'choice' ? fc.constantFrom(...field.choices) : fc.integer().map(String),
        fc.integer({ min: 1, max: 4096 }).map(String),
        fc.double().map(String),
        fc.constantFrom('toString', '__proto__', '-0', '1e999', '１２８', ''),
        fc.string({ maxLength: 40 }),
      ),
    ]),
  ),
);

describe('readMemory', () => {
  it('starts from training ResNet-50 on 32 images with Adam on 24 GiB', () => {
    const { stateBytes, totalBytes, largestBatch } = resultOf({});
    expect(stateBytes).toBe(408_912_512);
    expect(totalBytes).toBe(408_912_512 + 32 * 85_098_496);
    expect(largestBatch).toBe(298);
  });

  it.each(networkNames)('gives the engine’s bytes for %s', (name) => {
    if (!isNetworkName(name)) throw new Error(name);
    const { kind, standard: size } = networkInputs[name];
    const network = architectureNamed(name).build();
    const change = { network: name, batch: '1', ...(kind === 'fixed' ? {} : { [kind]: String(size) }) };
    const input = kind === 'tokens' ? [size] : [3, size, size];
    for (const mode of ['inference', 'training', 'checkpointing'] as const) {
      const { lines } = resultOf({ ...change, mode, dtype: 'float16', recipe: 'momentum' });
      const activations = lines.find(({ formula }) => formula.result === 'B_act');
      expect(
        evaluate(activations?.formula.expression ?? { op: 'number', value: -1 }, activations?.values ?? {}),
      ).toBe(peakActivationBytes(network, { input, mode, dtype: 'float16' }));
    }
    const state = resultOf({ ...change, recipe: 'adamMixedPrecision' }).stateBytes;
    expect(state).toBe(
      trainingStateBytes(profileOf(`${name}@${size}`).parameters, 'adamMixedPrecision').totalBytes,
    );
  });

  it('adds the cache of a decoder in inference, and lets it take its part of the largest batch', () => {
    const change = { network: 'llama3_8b', tokens: '2048', mode: 'inference', dtype: 'float16', batch: '3' };
    const heads = keyValueHeads(architectureNamed('llama3_8b').build());
    const cache = keyValueCacheBytes(heads, { tokens: 2048, batch: 3, dtype: 'float16' });
    const { lines, totalBytes, stateBytes, largestBatch } = resultOf(change);
    expect(lines.map(({ formula }) => formula.result)).toEqual(['B_state', 'B_act', 'B_kv', 'B', 'N_max']);
    const one = (totalBytes - stateBytes) / 3;
    expect(one).toBeGreaterThan(cache / 3);
    expect(largestBatch).toBe(Math.floor((24 * 2 ** 30 - stateBytes) / one));
    expect(
      resultOf({ ...change, mode: 'training' }).lines.map(({ formula }) => formula.result),
    ).not.toContain('B_kv');
  });

  it('has no key-value cache for a vision transformer', () => {
    const { lines } = resultOf({ network: 'vit_b_16', mode: 'inference' });
    expect(lines.map(({ formula }) => formula.result)).toEqual(['B_state', 'B_act', 'B', 'N_max']);
  });

  it('says 0 when the weights alone are too large, and leaves that line out', () => {
    const { largestBatch, lines } = resultOf({ network: 'llama2_7b', deviceGib: '24' });
    expect(largestBatch).toBe(0);
    expect(lines.map(({ formula }) => formula.result)).not.toContain('N_max');
  });

  it('shows a field only where it applies', () => {
    const shown = (change: Typed): readonly string[] => readMemory({ ...standard, ...change }).shown;
    expect(shown({})).toEqual(['network', 'side', 'batch', 'mode', 'dtype', 'recipe', 'deviceGib']);
    expect(shown({ network: 'gpt2', mode: 'inference' })).toEqual([
      'network',
      'tokens',
      'batch',
      'mode',
      'dtype',
      'deviceGib',
    ]);
    expect(shown({ network: 'vit_b_16' })).not.toContain('side');
  });

  it('never throws, and never gives anything but whole bytes for ResNet-18', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, shown, run } = readMemory(typed);
        expect(Object.keys(checked)).toEqual(shown);
        if (run === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
          return;
        }
        const profile = profileOf('resnet18@224');
        if (!countsExactly(run, profile.modes[run.mode].peakElements)) return;
        const { totalBytes, largestBatch } = memoryResult(run, profile, words.zh);
        expect(Number.isSafeInteger(totalBytes) && totalBytes > 0).toBe(true);
        expect(Number.isSafeInteger(largestBatch) && largestBatch >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['network', { network: 'constructor' }, { key: 'notListed' }],
    ['side', { side: '' }, { key: 'empty' }],
    ['side', { side: '31' }, { key: 'tooSmall', limit: 32 }],
    ['tokens', { network: 'gpt2', tokens: '1e9' }, { key: 'tooLarge', limit: 131_072 }],
    ['batch', { batch: '1.5' }, { key: 'notWhole' }],
    ['dtype', { dtype: 'int8' }, { key: 'notListed' }],
    ['deviceGib', { deviceGib: '0' }, { key: 'tooSmall', limit: 0.01 }],
  ])('names what is wrong at %s for %o', (field, change, error) => {
    const { checked, run } = readMemory({ ...standard, ...change });
    expect(run).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });
});

describe('countsExactly', () => {
  it('refuses a batch whose bytes a double cannot hold', () => {
    expect(countsExactly(runOf({ batch: '1000000' }), 2 ** 40)).toBe(false);
    expect(
      countsExactly(runOf({ batch: '1000000' }), profileOf('resnet50@224').modes.training.peakElements),
    ).toBe(true);
  });
});

describe('the address', () => {
  it('brings back whatever was typed', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('conv.kernel=7'));
        expect(query.get('conv.kernel')).toBe('7');
        expect(typedFromQuery(prefix, fields, new URLSearchParams(query.toString()))).toEqual(typed);
      }),
    );
  });
});
