import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesFor, placesOf } from '../../src/calculators/convolution-cost/lines.ts';
import type { FieldName } from '../../src/calculators/convolution-cost/state.ts';
import {
  fields,
  inputOf,
  prefix,
  readConvolutionCost,
} from '../../src/calculators/convolution-cost/state.ts';
import { words } from '../../src/calculators/convolution-cost/words.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import type { Bindings } from '../../src/engine/index.ts';
import { convolution, evaluate } from '../../src/engine/index.ts';
import { calculatorWords } from '../../src/i18n/index.ts';

type Typed = Record<string, string>;

const standard = standardTyped(fields);
const names = Object.keys(fields);
const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name);

/** What a reader could type: whole numbers in and out of bounds, fractions, and any text. */
const anyTyped = fc.record(
  Object.fromEntries(
    names.map((name) => [
      name,
      fc.oneof(
        fc.integer({ min: -3, max: 70_000 }).map(String),
        fc.double().map(String),
        fc.string({ maxLength: 40 }),
      ),
    ]),
  ),
);

/** Layers that exist: channels are multiples of the groups, the kernel fits. */
const anyLayer: fc.Arbitrary<Typed> = fc
  .record({
    perGroupIn: fc.integer({ min: 1, max: 64 }),
    perGroupOut: fc.integer({ min: 1, max: 64 }),
    kernel: fc.integer({ min: 1, max: 11 }),
    inputSize: fc.integer({ min: 11, max: 512 }),
    stride: fc.integer({ min: 1, max: 8 }),
    padding: fc.integer({ min: 0, max: 8 }),
    groups: fc.integer({ min: 1, max: 32 }),
  })
  .map(({ perGroupIn, perGroupOut, groups, ...others }) =>
    Object.fromEntries(
      Object.entries({
        ...others,
        groups,
        inChannels: perGroupIn * groups,
        outChannels: perGroupOut * groups,
      }).map(([name, value]) => [name, String(value)]),
    ),
  );

/** All values put into the formulas of a state. */
function bindingsOf(typed: Typed): Bindings {
  const { layer } = readConvolutionCost(typed);
  const lines = layer === undefined ? [] : linesFor(layer, words.en);
  return lines.reduce<Bindings>((all, { values }) => ({ ...all, ...values }), {});
}

function resultsOf(typed: Typed): number[] {
  const { layer } = readConvolutionCost(typed);
  if (layer === undefined) throw new Error('the state describes no layer');
  return linesFor(layer, words.en).map(({ formula, values }) => evaluate(formula.expression, values));
}

describe('readConvolutionCost', () => {
  it('starts from the 3×3 convolution of ResNet-50’s first bottleneck: 36,864 weights, 115,605,504 MACs', () => {
    expect(resultsOf(standard)).toEqual([56, 36_864, 115_605_504, 231_211_008]);
  });

  it('works out ResNet-50’s first convolution: 7×7, stride 2, 118,013,952 MACs', () => {
    const conv1 = { ...standard, inChannels: '3', kernel: '7', inputSize: '224', stride: '2', padding: '3' };
    expect(resultsOf(conv1)).toEqual([112, 9_408, 118_013_952, 236_027_904]);
  });

  it('gives what the engine gives', () => {
    fc.assert(
      fc.property(anyLayer, (typed) => {
        const number = (name: string): number => Number(typed[name]);
        const operator = convolution({
          inChannels: number('inChannels'),
          outChannels: number('outChannels'),
          kernel: [number('kernel'), number('kernel')],
          stride: [number('stride'), number('stride')],
          padding: [number('padding'), number('padding')],
          groups: number('groups'),
          bias: false,
        });
        const input = [number('inChannels'), number('inputSize'), number('inputSize')];
        const macs = operator.macs(input);
        expect(resultsOf(typed)).toEqual([
          operator.outputShape(input)[1],
          operator.parameters,
          macs,
          2 * macs,
        ]);
      }),
    );
  });

  it('never throws, and never shows a result that is not a whole number', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { checked, layer } = readConvolutionCost(typed);
        if (layer === undefined) expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
        else expect(resultsOf(typed).every(Number.isSafeInteger)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['groups', { groups: '3' }, { key: 'mustDivide', limit: 64 }],
    ['kernel', { kernel: '61' }, { key: 'doesNotFit', limit: 58 }],
    ['kernel', { kernel: '2.5' }, { key: 'notWhole' }],
    ['stride', { stride: '0' }, { key: 'tooSmall', limit: 1 }],
    ['padding', { padding: '256' }, { key: 'tooLarge', limit: 255 }],
    ['inChannels', { inChannels: '' }, { key: 'empty' }],
    ['outChannels', { outChannels: 'NaN' }, { key: 'notWhole' }],
    ['outChannels', { outChannels: '1e999' }, { key: 'notWhole' }],
  ])('names what is wrong at %s for %o', (field, change, error) => {
    const { checked, layer } = readConvolutionCost({ ...standard, ...change });
    expect(layer).toBeUndefined();
    expect(checked[field]).toEqual({ error });
  });

  it('refuses counts beyond 2^53, where a double has lost the last digits', () => {
    const large = { ...standard, inChannels: '65536', outChannels: '65536' };
    // 2 · 65,536² · 9 · 341² is 8.99e15, just below 2^53; 342² gives 9.04e15.
    expect(readConvolutionCost({ ...large, inputSize: '341' }).layer).toBeDefined();
    expect(readConvolutionCost({ ...large, inputSize: '342' }).checked.inputSize).toEqual({
      error: { key: 'notExact' },
    });
    expect(calculatorWords.zh.errors.notExact).toContain('2^53');
  });

  it('reads full-width digits and grouped numbers, which people paste', () => {
    expect(resultsOf({ ...standard, inChannels: '６４', inputSize: ' 56 ' })).toEqual(resultsOf(standard));
    expect(readConvolutionCost({ ...standard, inChannels: '1,024' }).layer?.operator.spec.inChannels).toBe(
      1024,
    );
  });
});

describe('the address', () => {
  it('brings back whatever was typed, and leaves other calculators alone', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('other.kernel=7'));
        expect(query.get('other.kernel')).toBe('7');
        const reopened = new URLSearchParams(query.toString());
        expect(typedFromQuery(prefix, fields, reopened)).toEqual(typed);
      }),
    );
  });

  it('stays empty for the standard case', () => {
    expect(typedToQuery(prefix, fields, standard, new URLSearchParams()).toString()).toBe('');
  });
});

describe('placesOf', () => {
  it('has every symbol whose value changes with the field', () => {
    fc.assert(
      fc.property(
        anyLayer,
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 9 }),
        (typed, name, step) => {
          if (!isFieldName(name)) throw new Error(`${name} is not a field`);
          const before = bindingsOf(typed);
          const after = bindingsOf({ ...typed, [name]: String(Number(typed[name]) + step) });
          const changed = Object.entries(after)
            .filter(([symbol, value]) =>
              Object.entries(before).some(([key, was]) => key === symbol && was !== value),
            )
            .map(([symbol]) => symbol);
          // M is a result, worked out on the line above the one it enters.
          expect([...placesOf[name], 'M', ...inputAxes]).toEqual(expect.arrayContaining(changed));
        },
      ),
    );
  });

  it('lights the kernel on the output size’s line and on both axes of the weight', () => {
    expect(placesOf.kernel).toEqual(['k', 'k_h', 'k_w', 'H_out', 'W_out']);
  });
});

/** Values the formulas of a convolution do not show. */
const inputAxes = ['H_in', 'W_in'];

describe('inputOf', () => {
  it('is square and has the layer’s channels', () => {
    const { layer } = readConvolutionCost({ ...standard, inChannels: '3', inputSize: '224' });
    expect(layer === undefined ? [] : inputOf(layer)).toEqual([3, 224, 224]);
  });
});
