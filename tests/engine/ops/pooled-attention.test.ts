import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, pooledAttention, pooledAttentionParts, product } from '../../../src/engine/index.ts';

const kernel = [3, 3, 3];

/** The first block of MViT-B, whose keys and values are pooled 8×8. */
const firstBlock = pooledAttention({
  inFeatures: 96,
  outFeatures: 96,
  heads: 1,
  grid: [8, 56, 56],
  keyValuePooling: { kernel, stride: [1, 8, 8] },
  version: 1,
});
const tokens = 1 + 8 * 56 * 56;
const keys = 1 + 8 * 7 * 7;

describe('pooledAttention', () => {
  it('has the products of the queries with the pooled keys only', () => {
    expect(pooledAttentionParts(firstBlock.spec)).toEqual({
      projections: 4 * tokens * 96 * 96,
      pooling: 2 * 96 * 27 * (keys - 1),
      scores: tokens * keys * 96,
      relativePositions: [],
      mixing: tokens * keys * 96,
    });
  });

  it('gives as many tokens as queries are left', () => {
    const halving = pooledAttention({
      inFeatures: 192,
      outFeatures: 192,
      heads: 2,
      grid: [8, 56, 56],
      queryPooling: { kernel, stride: [1, 2, 2] },
      version: 2,
    });
    expect(halving.outputShape([tokens, 192])).toEqual([1 + 8 * 28 * 28, 192]);
    // 2 · 56 − 1 distances: keys stay at 56 a side; 15 in time, 96 features a head.
    expect(
      halving.tensors.filter(({ name }) => name.startsWith('rel_pos')).map(({ shape }) => shape),
    ).toEqual([
      [111, 96],
      [111, 96],
      [15, 96],
    ]);
  });

  it('is multi-head attention when nothing is pooled', () => {
    const plain = pooledAttention({ inFeatures: 96, outFeatures: 96, heads: 4, grid: [1, 4, 4], version: 1 });
    expect(plain.macs([17, 96])).toBe(4 * 17 * 96 ** 2 + 2 * 17 ** 2 * 96);
    expect(plain.macOutputElements([17, 96])).toBe(5 * 17 * 96 + 4 * 17 ** 2);
    expect(plain.parameters).toBe(4 * 96 ** 2 + 4 * 96);
  });

  it('refuses tokens that do not fill its grid, and heads that do not divide the features', () => {
    expect(() => firstBlock.macs([tokens - 1, 96])).toThrow(
      new RangeError('input must be [25089, 96] for its grid, not [25088, 96]'),
    );
    const options = { inFeatures: 96, outFeatures: 96, grid: [8, 7, 7], version: 1 } as const;
    expect(() => pooledAttention({ ...options, heads: 7 })).toThrow(
      new RangeError('heads must divide outFeatures: 96 is not a multiple of 7'),
    );
    expect(() => pooledAttention({ ...options, heads: 1, grid: [7, 7] })).toThrow(RangeError);
  });

  const extent = (most: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: 1, max: most }), { minLength: 3, maxLength: 3 });
  const pooling = fc.option(
    fc.record({ kernel: fc.constantFrom([1, 1, 1], [3, 3, 3], [1, 3, 5]), stride: extent(3) }),
    { nil: undefined },
  );
  const specs = fc.record({
    inFeatures: fc.integer({ min: 1, max: 64 }),
    headFeatures: fc.integer({ min: 1, max: 16 }),
    heads: fc.integer({ min: 1, max: 4 }),
    grid: extent(9),
    queryPooling: pooling,
    keyValuePooling: pooling,
    version: fc.constantFrom(1 as const, 2 as const),
  });

  it('counts what its formulas and tensors say', () => {
    fc.assert(
      fc.property(specs, ({ headFeatures, ...rest }) => {
        const operator = pooledAttention({ ...rest, outFeatures: rest.heads * headFeatures });
        const input = [1 + product(rest.grid), rest.inFeatures];
        const bindings = operator.bindings(input);
        const { parameters, macs } = operator.formulas;
        if (parameters === undefined || macs === undefined) throw new Error('a formula is missing');
        expect(evaluate(parameters.expression, bindings)).toBe(operator.parameters);
        expect(evaluate(macs.expression, bindings)).toBe(operator.macs(input));
        for (const count of Object.values(operator.elementwise(input))) {
          expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
        }
      }),
    );
  });
});
