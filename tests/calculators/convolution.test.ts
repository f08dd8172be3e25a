import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/convolution/fields.ts';
import { fields, kinds, paddingRules, prefix } from '../../src/calculators/convolution/fields.ts';
import { totalsOf } from '../../src/calculators/convolution/layer.ts';
import {
  countLines,
  outputSizeLines,
  reachLines,
  trafficLines,
} from '../../src/calculators/convolution/lines.ts';
import type { ConvolutionState } from '../../src/calculators/convolution/state.ts';
import { readConvolution } from '../../src/calculators/convolution/state.ts';
import { summaryOf, summaryTable } from '../../src/calculators/convolution/summary.ts';
import { words } from '../../src/calculators/convolution/words.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { convolution, evaluate, factorize } from '../../src/engine/index.ts';
import { formatterFor } from '../../src/format/index.ts';

type Typed = Partial<Record<FieldName, string>>;

const standard = standardTyped(fields);
const read = (changes: Typed = {}): ConvolutionState => readConvolution({ ...standard, ...changes });

function layerOf(changes: Typed = {}): NonNullable<ConvolutionState['layer']> {
  const { layer, checked } = read(changes);
  if (layer === undefined) throw new Error(`no layer: ${JSON.stringify(checked)}`);
  return layer;
}

describe('readConvolution', () => {
  it('starts from the 3×3 convolution of ResNet-50’s first bottleneck', () => {
    // 64 · 64 · 9 weights; · 56² positions; 4 B · (2 · 200,704 + 36,864) moved.
    expect(totalsOf(layerOf())).toEqual({
      outputShape: [64, 56, 56],
      parameters: 36_864,
      macs: 115_605_504,
      flops: 231_211_008,
      movedBytes: 1_753_088,
      intensity: 231_211_008 / 1_753_088,
    });
  });

  it('gives 1×9 the padding and stride of its own axis: 9×9 becomes 9×4', () => {
    // PyTorch 2.6: Conv2d(1, 1, 3, padding=(2, 0), stride=(1, 2), dilation=(2, 1)) on 9×9.
    const layer = layerOf({ kernel: '3', input: '9', padding: '2×0', stride: '1×2', dilation: '2×1' });
    expect(totalsOf(layer).outputShape).toEqual([64, 9, 4]);
  });

  it('counts a depthwise 3×3 at 2.2 FLOPs for each byte, where the dense one has 131.9', () => {
    expect(totalsOf(layerOf({ kind: 'depthwise' })).intensity).toBeCloseTo(2.2, 1);
    expect(totalsOf(layerOf()).intensity).toBeCloseTo(131.9, 1);
  });

  it('counts groups with a bias: 64 -> 128 in 32 groups has 2,432 parameters', () => {
    const grouped = { kind: 'grouped', groups: '32', outChannels: '128', bias: 'yes' } as const;
    expect(totalsOf(layerOf(grouped)).parameters).toBe(2_432);
  });

  it('counts a transposed convolution by its input positions: 48 multiply-adds', () => {
    const small = { inChannels: '3', outChannels: '1', input: '2', kernel: '2', stride: '2', padding: '0' };
    const { outputShape, macs } = totalsOf(layerOf({ kind: 'transposed', ...small }));
    expect(outputShape).toEqual([1, 4, 4]);
    expect(macs).toBe(48);
  });

  it('sums a separable layer’s parts, with one bias, and costs 1/C_out + 1/9 of the dense one', () => {
    const separable = totalsOf(layerOf({ kind: 'separable', outChannels: '128' }));
    const dense = totalsOf(layerOf({ outChannels: '128' }));
    expect(separable.macs / dense.macs).toBeCloseTo(0.1189, 4);
    expect(totalsOf(layerOf({ kind: 'separable', bias: 'yes' })).parameters).toBe(64 * 9 + 64 * 64 + 64);
    const parts = factorize(
      { inChannels: 64, outChannels: 128, kernel: [3, 3], padding: [1, 1], bias: false },
      'depthwise-separable',
    ).movedBytes([64, 56, 56], { dtype: 'float32' }).parts;
    expect(separable.movedBytes).toBe(parts);
  });

  it('names its FLOPs convention: one per multiply-add, and the bias where that counts', () => {
    expect(totalsOf(layerOf({ convention: 'one' })).flops).toBe(115_605_504);
    const withBias = { convention: 'two-and-bias', bias: 'yes' } as const;
    expect(totalsOf(layerOf(withBias)).flops).toBe(2 * 115_605_504 + 64 * 56 * 56);
    expect(totalsOf(layerOf({ ...withBias, bias: 'no' })).flops).toBe(231_211_008);
  });

  it('moves the weights once for a batch', () => {
    expect(totalsOf(layerOf({ batch: '8', dtype: 'float16' })).movedBytes).toBe(2 * (16 * 200_704 + 36_864));
  });

  it('continues a receptive field: 7 and jump 2 become 11 and 4 through a 3×3 of stride 2', () => {
    const lines = reachLines(layerOf({ fieldBefore: '7', jumpBefore: '2', stride: '2' }), words.en);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.lines.map(({ formula, values }) => evaluate(formula.expression, values))).toEqual([
      3, 11, 4,
    ]);
  });

  it.each<[Typed, FieldName, unknown]>([
    [{ kind: 'grouped', groups: '3' }, 'groups', { key: 'mustDivide', limit: 64 }],
    [{ kernel: '61' }, 'kernel', { key: 'doesNotFit', limit: 58 }],
    [{ kernel: '1×2×3' }, 'kernel', { key: 'oneForEachAxis', limit: 2 }],
    [{ axes: '1', input: '8×8' }, 'input', { key: 'oneForEachAxis', limit: 1 }],
    [{ paddingRule: 'same', stride: '2' }, 'stride', { key: 'needsStrideOne' }],
    [{ kind: 'transposed', stride: '2', outputPadding: '2' }, 'outputPadding', { key: 'tooLarge', limit: 1 }],
    [{ kind: 'transposed', input: '1', padding: '2' }, 'padding', { key: 'cropsEverything', limit: 3 }],
    [{ input: '1048576', inChannels: '1048576' }, 'input', { key: 'notExact' }],
    [
      { inChannels: '1048576', outChannels: '1048576', kernel: '4096', input: '9999' },
      'kernel',
      { key: 'notExact' },
    ],
    [{ input: '1e999' }, 'input', { key: 'notWhole' }],
    [{ kind: 'deformable' }, 'kind', { key: 'notListed' }],
    [{ batch: '0' }, 'batch', { key: 'tooSmall', limit: 1 }],
  ])('answers %o with an error at %s', (changes, name, error) => {
    const { layer, checked } = read(changes);
    expect(layer).toBeUndefined();
    expect(checked[name]).toEqual({ error });
  });

  it('accepts an output padding between stride and dilation, as PyTorch does: 5 becomes 17', () => {
    const typed = { axes: '1', input: '5', stride: '2', dilation: '3', outputPadding: '2', padding: '0' };
    expect(totalsOf(layerOf({ kind: 'transposed', ...typed })).outputShape).toEqual([64, 17]);
  });

  it('leaves fields that do not apply out of the errors', () => {
    expect(read({ groups: 'none at all', outputPadding: '-1', multiplier: '' }).layer).toBeDefined();
  });
});

const number = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map(String);
const axes = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(number(least, most), { minLength: 1, maxLength: 3 }).map((values) => values.join('×'));
const anyTyped = fc.record({
  kind: fc.constantFrom(...kinds),
  axes: fc.constantFrom('1', '2', '3'),
  inChannels: number(1, 64),
  outChannels: number(1, 64),
  multiplier: number(1, 4),
  groups: number(1, 4),
  input: axes(1, 40),
  kernel: axes(1, 7),
  stride: axes(1, 3),
  dilation: axes(1, 3),
  paddingRule: fc.constantFrom(...paddingRules),
  padding: axes(0, 4),
  paddingAfter: axes(0, 4),
  outputPadding: axes(0, 2),
  bias: fc.constantFrom('no', 'yes'),
  batch: number(1, 9),
  dtype: fc.constantFrom('float32', 'int8'),
  convention: fc.constantFrom('two', 'one', 'two-and-bias'),
  fieldBefore: axes(1, 99),
  jumpBefore: axes(1, 32),
});
const hostile = fc.record(
  Object.fromEntries(
    Object.keys(fields).map((name) => [
      name,
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(standard[name] ?? '') },
        { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
        { weight: 1, arbitrary: fc.constantFrom('-1', '0', '1e9', 'NaN', '∞', '1048576', '4096', '1×4096') },
      ),
    ]),
  ),
);

describe('the results', () => {
  it('are the engine’s for every layer that exists', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { layer } = read(typed);
        fc.pre(layer !== undefined);
        for (const { operator, input, output } of layer.parts) {
          const again = convolution(operator.spec);
          expect(output).toEqual(again.outputShape(input));
        }
        const [part] = layer.parts;
        if (part === undefined) throw new Error('a layer has a part');
        const [parameters, macs] = countLines(part, layer, words.en).map(({ formula, values }) =>
          evaluate(formula.expression, values),
        );
        expect(parameters).toBe(part.operator.parameters);
        expect(macs).toBe(part.operator.macs(part.input));
        for (const { axes: group, lines } of outputSizeLines(part, words.en)) {
          for (const axis of group) {
            expect(lines.map(({ formula, values }) => evaluate(formula.expression, values))).toEqual([
              part.output[axis + 1],
            ]);
          }
        }
      }),
    );
  });

  it('never throw and are finite, or say which field is wrong, whatever a query holds', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, anyTyped), (typed) => {
        const { layer, checked } = readConvolution(typed);
        if (layer === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
          return;
        }
        const { outputShape, ...totals } = totalsOf(layer);
        expect(Object.values(totals).every((total) => Number.isFinite(total) && total > 0)).toBe(true);
        expect(outputShape.every((size) => size >= 1)).toBe(true);
        const rows = summaryOf(layer, words.zh, formatterFor('zh-CN'));
        expect(rows.map(({ text }) => text).join(' ')).not.toMatch(/NaN|∞|undefined/);
        expect(layer.parts.flatMap((part) => trafficLines(part, layer, words.en))).not.toHaveLength(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('answer at once for a map of a million positions', () => {
    const { outputShape, macs } = totalsOf(layerOf({ axes: '1', input: '1048576', inChannels: '4' }));
    expect(outputShape).toEqual([64, 1_048_576]);
    expect(macs).toBe(64 * 4 * 3 * 1_048_576);
  });

  it('copy as a table of names, bare values and units', () => {
    const rows = summaryOf(layerOf(), words.en, formatterFor('en'));
    const table = summaryTable(rows, words.en);
    expect(table[0]).toEqual(['result', 'value', 'unit']);
    expect(table).toContainEqual(['Multiply-adds', 115_605_504, 'MACs']);
    expect(table).toContainEqual(['Receptive field', '3×3', 'positions']);
  });
});

describe('the address', () => {
  it('brings back whatever was typed, and leaves other calculators alone', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, anyTyped), (typed) => {
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
