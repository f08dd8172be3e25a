import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCount } from '../../src/calculators/model-size/count-text.ts';
import { bytesIn, fileLines, linesFor } from '../../src/calculators/model-size/lines.ts';
import { countedNetworks } from '../../src/calculators/model-size/counted-networks.ts';
import { fitsOf } from '../../src/calculators/model-size/fits.ts';
import { networkNames } from '../../src/calculators/model-size/networks.ts';
import { fields, prefix, readModelSize } from '../../src/calculators/model-size/state.ts';
import { words } from '../../src/calculators/model-size/words.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import {
  architectureNamed,
  bitsPerWeight,
  evaluate,
  fileBytes,
  packedBytes,
  stateDictBytes,
  trainingStateBytes,
} from '../../src/engine/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);
const networks = countedNetworks();

const anyTyped = fc.record(
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fc.oneof(
        field.kind === 'choice' ? fc.constantFrom(...field.choices) : fc.integer().map(String),
        fc.double().map(String),
        fc.constantFrom('toString', '__proto__', '-0', '1e999', '30M', '7 B', '3000万'),
        fc.string({ maxLength: 40 }),
      ),
    ]),
  ),
);

function bytesOf(change: Typed): number {
  const { model } = readModelSize({ ...standard, ...change }, networks);
  if (model === undefined) throw new Error('the state describes no model');
  return bytesIn(linesFor(model, words.en));
}

/** The first line's result: the bits of a weight, for formats that have scales. */
function bitsOfWeight(change: Typed): number {
  const { model } = readModelSize({ ...standard, ...change }, networks);
  const [first] = model === undefined ? [] : linesFor(model, words.en);
  if (first?.formula.result !== 'b_weight') throw new Error('the format has no scales');
  return evaluate(first.formula.expression, first.values);
}

describe('readModelSize', () => {
  it('starts from ResNet-50’s float32 checkpoint: 102,441,032 bytes', () => {
    expect(bytesOf({})).toBe(102_441_032);
  });

  it('makes a million parameters 4 MB in float32', () => {
    expect(bytesOf({ network: 'typed', parameters: '1M' })).toBe(4_000_000);
  });

  it.each(networkNames)('gives the engine’s bytes for %s', (network) => {
    const built = architectureNamed(network).build();
    expect(bytesOf({ network })).toBe(stateDictBytes(built, 'float32'));
    expect(bytesOf({ network, format: 'float16' })).toBe(stateDictBytes(built, 'float16'));
  });

  it('adds the group’s share of scale and zero point to the bits of a code', () => {
    expect(bitsOfWeight({ format: 'int4', group: '128' })).toBe(4.125);
    expect(bitsOfWeight({ format: 'int4', group: '32' })).toBe(4.5);
    expect(bitsOfWeight({ format: 'int4', group: '128', zeroPoint: 'yes' })).toBe(4.15625);
    expect(bitsOfWeight({ format: 'int8', group: '32', scale: '32' })).toBe(9);
  });

  it('reads the bits of GGUF types off their blocks', () => {
    for (const type of ['Q8_0', 'Q6_K', 'Q5_K', 'Q4_K', 'Q4_0'] as const) {
      expect(bitsOfWeight({ format: type })).toBe(bitsPerWeight(type));
    }
  });

  it('fills up the last byte of an odd number of 4-bit codes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (parameters) => {
        const change = { network: 'typed', parameters: String(parameters), format: 'int4', group: 'none' };
        expect(bytesOf(change)).toBe(packedBytes(parameters, 4));
      }),
    );
  });

  it('gives the bytes of the file in each container, as the engine counts them', () => {
    const network = architectureNamed('resnet50').build();
    for (const container of ['safetensors', 'pytorch', 'onnx'] as const) {
      const { model } = readModelSize({ ...standard, container, format: 'float16' }, networks);
      const bytes = fileBytes(network, { container, dtype: 'float16' });
      expect(model?.file).toEqual({ container, bytes });
      if (model === undefined || container === 'onnx') continue;
      const [line] = fileLines(model, bytesIn(linesFor(model, words.en)), 'bytes');
      expect(evaluate(line?.formula.expression ?? { op: 'number', value: 0 }, line?.values ?? {})).toBe(
        bytes,
      );
    }
  });

  it('says what 8, 16, 24 and 80 GB hold: Llama 2 7B in bfloat16 from 16 GB, its training nowhere', () => {
    const typed = { ...standard, network: 'llama2_7b', format: 'bfloat16', recipe: 'adam' };
    const { model } = readModelSize(typed, networks);
    if (model === undefined) throw new Error('the state describes no model');
    const fits = fitsOf(model, words.en);
    expect(fits.map(({ gigabytes, weightShare }) => [gigabytes, weightShare <= 1])).toEqual([
      [8, false],
      [16, true],
      [24, true],
      [80, true],
    ]);
    expect(fits.map(({ trainingShare }) => trainingShare <= 1)).toEqual([false, false, false, false]);
    expect(fits.at(-1)?.trainingShare).toBe(
      trainingStateBytes(model.counts.parameters, 'adam').totalBytes / 80e9,
    );
    expect(fits.map(({ mostParameters }) => mostParameters)).toEqual([4e9, 8e9, 12e9, 40e9]);
  });

  it('shows a field only where it applies, and takes no error from one that does not', () => {
    const shown = (change: Typed): readonly string[] =>
      readModelSize({ ...standard, ...change }, networks).shown;
    expect(shown({})).toEqual(['network', 'format', 'container', 'recipe']);
    expect(shown({ network: 'typed', format: 'int4' })).toEqual([
      'network',
      'parameters',
      'format',
      'group',
      'scale',
      'zeroPoint',
      'recipe',
    ]);
    expect(shown({ format: 'int8', group: 'none' })).toEqual(['network', 'format', 'group', 'recipe']);
    expect(bytesOf({ parameters: 'x', group: 'x', scale: 'x', zeroPoint: 'x' })).toBe(102_441_032);
  });

  it('never throws, and never shows anything but whole, positive bytes', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, shown, model } = readModelSize(typed, networks);
        expect(Object.keys(checked)).toEqual(shown);
        if (model === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
        } else {
          const bytes = bytesIn(linesFor(model, words.zh));
          expect(Number.isSafeInteger(bytes) && bytes > 0).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['network', { network: 'constructor' }, { key: 'notListed' }],
    ['format', { format: 'float17' }, { key: 'notListed' }],
    ['parameters', { network: 'typed', parameters: '' }, { key: 'empty' }],
    ['parameters', { network: 'typed', parameters: 'M' }, { key: 'notWhole' }],
    ['parameters', { network: 'typed', parameters: '0.5' }, { key: 'notWhole' }],
    ['parameters', { network: 'typed', parameters: '0' }, { key: 'tooSmall', limit: 1 }],
    ['parameters', { network: 'typed', parameters: '11T' }, { key: 'tooLarge', limit: 1e13 }],
    ['scale', { format: 'int4', scale: '8' }, { key: 'notListed' }],
  ])('names what is wrong at %s for %o', (field, change, error) => {
    const { checked, model } = readModelSize({ ...standard, ...change }, networks);
    expect(model).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });
});

describe('plainCount', () => {
  it.each([
    ['30M', 30e6],
    ['25.6 M', 25.6e6],
    ['7b', 7e9],
    ['1.5Ｂ', 1.5e9],
    ['3000万', 30e6],
    ['70 亿', 7e9],
    ['1.76T', 1.76e12],
  ])('reads %s as people mean it', (typed, count) => {
    expect(
      readModelSize({ ...standard, network: 'typed', parameters: typed }, networks).checked.parameters,
    ).toEqual({ value: count });
  });

  it('leaves plain numbers and everything else alone', () => {
    for (const typed of ['25,557,032', '1e6', '', 'M', 'many']) expect(plainCount(typed)).toBe(typed);
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

  it('stays empty for the standard case', () => {
    expect(typedToQuery(prefix, fields, standard, new URLSearchParams()).toString()).toBe('');
  });
});
