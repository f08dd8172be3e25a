import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operator, Shape } from '../../../src/engine/index.ts';
import {
  adaptivePooling,
  batchNorm,
  convolution,
  convolutionFormulas,
  embedding,
  evaluate,
  groupNorm,
  gru,
  instanceNorm,
  layerNorm,
  linear,
  lstm,
  matmul,
  multiHeadAttention,
  pooling,
  rmsNorm,
  symbolsOf,
  windowBindings,
  windowedAttention,
} from '../../../src/engine/index.ts';

/** An operator with an input it takes. */
interface Example {
  readonly operator: Operator;
  readonly inputs: readonly Shape[];
}

const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most });
const axesOf = <T>(value: fc.Arbitrary<T>, axes: number): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: axes, maxLength: axes });

const convolutions = upTo(3).chain((axes) =>
  fc
    .record({
      groups: upTo(4),
      inEach: upTo(4),
      outEach: upTo(4),
      kernel: axesOf(upTo(5), axes),
      stride: axesOf(upTo(4), axes),
      dilation: axesOf(upTo(3), axes),
      padding: axesOf(fc.tuple(fc.nat(4), fc.nat(4)), axes),
      rule: fc.constantFrom(undefined, 'valid' as const, 'same-upper' as const, 'same-lower' as const),
      sizes: axesOf(fc.integer({ min: 13, max: 24 }), axes),
      bias: fc.boolean(),
      transposed: fc.boolean(),
    })
    .map(({ groups, inEach, outEach, sizes, padding, rule, ...rest }) => ({
      operator: convolution({
        ...rest,
        groups,
        inChannels: groups * inEach,
        outChannels: groups * outEach,
        padding: rule ?? padding,
      }),
      inputs: [[groups * inEach, ...sizes]],
    })),
);

const poolings = fc
  .record({
    kernel: fc.integer({ min: 2, max: 7 }),
    stride: upTo(7),
    begin: fc.nat(1),
    end: fc.nat(1),
    ceilMode: fc.boolean(),
    size: fc.integer({ min: 7, max: 40 }),
  })
  .map(({ kernel, stride, begin, end, ceilMode, size }) => ({
    operator: pooling({
      kind: 'max',
      kernel: [kernel],
      stride: [stride],
      padding: [[begin, end]],
      ceilMode,
    }),
    inputs: [[3, size]],
  }));

const attentions = fc
  .record({
    keyValueHeads: upTo(3),
    queriesPerKey: upTo(3),
    headFeatures: upTo(6),
    features: upTo(20),
    bias: fc.boolean(),
    outBias: fc.boolean(),
    causal: fc.boolean(),
    free: fc.boolean(),
    tokens: upTo(30),
  })
  .map(({ keyValueHeads, queriesPerKey, headFeatures, features, free, tokens, ...rest }) => {
    const heads = keyValueHeads * queriesPerKey;
    const width = free ? features : heads * headFeatures;
    return {
      operator: multiHeadAttention({
        ...rest,
        features: width,
        heads,
        headFeatures,
        keyValueHeads: free ? keyValueHeads : heads,
        style: free ? 'separate' : 'torch',
      }),
      inputs: [[tokens, width]],
    };
  });

const windowed = fc
  .record({
    design: fc.constantFrom('swin' as const, 'swin-v2' as const, 'video-swin' as const, 'maxvit' as const),
    heads: upTo(4),
    headFeatures: upTo(8),
    side: upTo(5),
    windows: axesOf(upTo(4), 2),
  })
  .map(({ design, heads, headFeatures, side, windows }) => ({
    operator: windowedAttention({ design, features: heads * headFeatures, heads, window: [side, side] }),
    inputs: [[...windows.map((count) => count * side), heads * headFeatures]],
  }));

const recurrents = fc
  .record({
    cell: fc.constantFrom(lstm, gru),
    inFeatures: upTo(9),
    hiddenFeatures: upTo(9),
    bidirectional: fc.boolean(),
    bias: fc.boolean(),
    steps: upTo(20),
  })
  .map(({ cell, steps, ...options }) => ({
    operator: cell(options),
    inputs: [[steps, options.inFeatures]],
  }));

const others = fc.tuple(upTo(12), upTo(12), upTo(12), fc.boolean()).map(([left, right, rows, bias]) => {
  const examples: Example[] = [
    { operator: linear({ inFeatures: left, outFeatures: right, bias }), inputs: [[rows, left]] },
    {
      operator: matmul(),
      inputs: [
        [2, rows, left],
        [2, left, right],
      ],
    },
    { operator: embedding({ count: left, features: right }), inputs: [[rows]] },
    { operator: batchNorm({ channels: left }), inputs: [[left, rows]] },
    { operator: groupNorm({ groups: left, channels: left * right }), inputs: [[left * right, rows]] },
    { operator: instanceNorm({ channels: left, affine: true }), inputs: [[left, rows]] },
    { operator: layerNorm({ shape: [left, right], bias }), inputs: [[rows, left, right]] },
    { operator: rmsNorm({ features: left }), inputs: [[rows, left]] },
    { operator: adaptivePooling({ kind: 'average', outputSizes: [1] }), inputs: [[left, rows]] },
  ];
  return examples;
});

const anyExample: fc.Arbitrary<Example> = fc.oneof(
  convolutions,
  attentions,
  windowed,
  recurrents,
  others.chain((examples) => fc.constantFrom(...examples)),
);

describe('formula trees', () => {
  it('evaluate to the parameters and MACs the functions give', () => {
    fc.assert(
      fc.property(anyExample, ({ operator, inputs }) => {
        const { parameters, macs } = operator.formulas;
        const bindings = operator.bindings(...inputs);
        if (parameters) expect(evaluate(parameters.expression, bindings)).toBe(operator.parameters);
        if (macs) expect(evaluate(macs.expression, bindings)).toBe(operator.macs(...inputs));
      }),
      { numRuns: 1000 },
    );
  });

  it('write the groups of a convolution where asked, be it one, and count the same', () => {
    fc.assert(
      fc.property(convolutions, ({ operator, inputs }) => {
        const { parameters, macs } = convolutionFormulas(operator.spec, true);
        const bindings = operator.bindings(...inputs);
        for (const formula of [parameters, macs]) {
          if (formula === undefined) throw new Error('a convolution has both');
          expect(symbolsOf(formula.expression)).toContain('g');
        }
        expect(parameters && evaluate(parameters.expression, bindings)).toBe(operator.parameters);
        expect(macs && evaluate(macs.expression, bindings)).toBe(operator.macs(...inputs));
      }),
    );
  });

  it('exist wherever there are parameters or MACs', () => {
    fc.assert(
      fc.property(anyExample, ({ operator, inputs }) => {
        expect(operator.formulas.parameters !== undefined).toBe(operator.parameters > 0);
        expect(operator.formulas.macs !== undefined).toBe(operator.macs(...inputs) > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('evaluate to the output size of every axis, transposed, same and ceil mode included', () => {
    fc.assert(
      fc.property(fc.oneof(convolutions, poolings), ({ operator, inputs }) => {
        const [, ...sizes] = inputs[0] ?? [];
        const [, ...outputs] = operator.outputShape(...inputs);
        const computed = (operator.formulas.outputSize ?? []).map(({ expression }, axis) =>
          evaluate(expression, windowBindings(operator.spec, axis, sizes[axis] ?? 0)),
        );
        expect(computed).toEqual(outputs);
      }),
      { numRuns: 1000 },
    );
  });
});
