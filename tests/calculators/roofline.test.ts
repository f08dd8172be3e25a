import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDevices } from '../../src/calculators/roofline/known-devices.ts';
import { networkLayers } from '../../src/calculators/roofline/layers.ts';
import { pointsOf } from '../../src/calculators/roofline/points.ts';
import type { RooflineResult } from '../../src/calculators/roofline/result.ts';
import {
  countsExactly,
  layerTable,
  longestLayers,
  rooflineResult,
} from '../../src/calculators/roofline/result.ts';
import type { RooflineRun } from '../../src/calculators/roofline/state.ts';
import { fields, prefix, readRoofline } from '../../src/calculators/roofline/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import {
  isNetworkName,
  networkInputs,
  networkKey,
  networkNames,
} from '../../src/calculators/shared/sized-networks.ts';
import { architectureNamed, networkTime } from '../../src/engine/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);
const devices = knownDevices();
const resnet50 = networkLayers('resnet50@224');

function runOf(change: Typed): RooflineRun {
  const { run } = readRoofline({ ...standard, ...change }, devices);
  if (run === undefined) throw new Error('the state describes no run');
  return run;
}

const resultOf = (change: Typed): RooflineResult => {
  const run = runOf(change);
  return rooflineResult(run, networkLayers(networkKey(run)));
};

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

describe('knownDevices', () => {
  it('reads the published rates in base units', () => {
    expect(devices.a100).toEqual({
      title: 'NVIDIA A100 80 GB',
      bytesPerSecond: 2039e9,
      peaks: { float32: 19.5e12, float16: 312e12, int8: 624e12 },
    });
    expect(devices['tpu-v5e']?.peaks.float32).toBeUndefined();
  });
});

describe('readRoofline', () => {
  it('starts from one image through ResNet-50 in float16 on an A100: 107 µs, 26 by its FLOPs', () => {
    const result = resultOf({});
    expect((result.seconds * 1e6).toFixed(1)).toBe('107.0');
    expect((result.computeSeconds * 1e6).toFixed(1)).toBe('26.2');
    expect(result.layers).toHaveLength(174);
  });

  it.each(networkNames)('gives the engine’s time for %s', (name) => {
    if (!isNetworkName(name)) throw new Error(name);
    const { kind, standard: size } = networkInputs[name];
    const input = kind === 'tokens' ? [size] : [3, size, size];
    const change = { network: name, batch: '8', elementwise: 'fused', device: 'v100' };
    const device = { flopsPerSecond: 125e12, bytesPerSecond: 900e9 };
    const result = resultOf({ ...change, ...(kind === 'fixed' ? {} : { [kind]: String(size) }) });
    const options = { input, batch: 8, dtype: 'float16', fused: true, device } as const;
    expect(result.seconds).toBe(networkTime(architectureNamed(name).build(), options).seconds);
  });

  it('takes the reader’s own peak and bandwidth', () => {
    const { device } = runOf({ device: 'own', peak: '8.1', bandwidth: '320' });
    expect(device).toEqual({ flopsPerSecond: 8.1e12, bytesPerSecond: 320e9 });
  });

  it('offers only number formats the device has a peak for, and any for one’s own', () => {
    const choices = (device: string): unknown =>
      readRoofline({ ...standard, device }, devices).shown.precision;
    expect(choices('tpu-v5e')).toMatchObject({ choices: ['float16', 'int8'] });
    expect(choices('v100')).toMatchObject({ choices: ['float32', 'float16'] });
    expect(choices('own')).toMatchObject({ choices: ['float32', 'float16', 'int8'] });
    const { checked, run } = readRoofline({ ...standard, device: 'v100', precision: 'int8' }, devices);
    expect(run).toBeUndefined();
    expect(checked.precision).toEqual({ error: { key: 'notListed' } });
  });

  it('shows a field only where it applies', () => {
    const shown = (change: Typed): string[] =>
      Object.keys(readRoofline({ ...standard, ...change }, devices).shown);
    expect(shown({})).toEqual(['network', 'side', 'batch', 'device', 'precision', 'elementwise']);
    expect(shown({ network: 'gpt2' })).toContain('tokens');
    expect(shown({ device: 'own' })).toEqual(expect.arrayContaining(['peak', 'bandwidth']));
  });

  it('never throws, and never gives a time that is not positive and finite', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, shown, run } = readRoofline(typed, devices);
        expect(Object.keys(checked)).toEqual(Object.keys(shown));
        if (run === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
          return;
        }
        if (!countsExactly(run, resnet50)) return;
        const { layers, seconds } = rooflineResult(run, resnet50);
        expect(Number.isFinite(seconds) && seconds > 0).toBe(true);
        expect(layers.every((layer) => layer.seconds > 0 && layer.bytes > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['network', { network: 'constructor' }, { key: 'notListed' }],
    ['device', { device: '__proto__' }, { key: 'notListed' }],
    ['peak', { device: 'own', peak: '0' }, { key: 'tooSmall', limit: 1e-6 }],
    ['bandwidth', { device: 'own', bandwidth: '-1' }, { key: 'tooSmall', limit: 1e-6 }],
    ['batch', { batch: '' }, { key: 'empty' }],
  ])('names what is wrong at %s for %o', (field, change, error) => {
    const { checked, run } = readRoofline({ ...standard, ...change }, devices);
    expect(run).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });
});

describe('the result', () => {
  const result = resultOf({});

  it('names the longest layers first', () => {
    const longest = longestLayers(result, 3).map(({ path }) => path);
    expect(longest).toHaveLength(3);
    const times = longestLayers(result, 174).map(({ seconds }) => seconds);
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });

  it('plots the 54 layers with multiply-adds, two of them named', () => {
    const points = pointsOf(result);
    expect(points).toHaveLength(54);
    expect(points.filter(({ labelled }) => labelled)).toHaveLength(2);
    const shown = points.reduce((sum, { share }) => sum + share, 0);
    expect(shown + result.elementwiseSeconds / result.seconds).toBeCloseTo(1, 9);
  });

  it('gives every layer to a spreadsheet, in base units', () => {
    const [heads, first] = layerTable(result);
    expect(heads).toEqual(['layer', 'FLOPs', 'bytes', 'FLOPs per byte', 'seconds', 'bound by']);
    // conv1: 112·112·64·3·49 multiply-adds; 3·224² + 64·112² + 9408 values of two bytes.
    expect(first?.slice(0, 3)).toEqual(['conv1', 236_027_904, 2 * (150_528 + 802_816 + 9408)]);
    expect(layerTable(result)).toHaveLength(175);
  });
});

describe('the address', () => {
  it('brings back whatever was typed', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('mem.batch=7'));
        expect(query.get('mem.batch')).toBe('7');
        expect(typedFromQuery(prefix, fields, new URLSearchParams(query.toString()))).toEqual(typed);
      }),
    );
  });
});
