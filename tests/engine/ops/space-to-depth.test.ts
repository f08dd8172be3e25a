import { describe, expect, it } from 'vitest';
import { product, spaceToDepth } from '../../../src/engine/index.ts';

describe('spaceToDepth', () => {
  it('moves 2×2 neighbours into the channels', () => {
    expect(spaceToDepth({ block: [2, 2] }).outputShape([56, 56, 96])).toEqual([28, 28, 384]);
  });

  it('pads an axis its block does not divide (torchvision, _patch_merging_pad)', () => {
    expect(spaceToDepth({ block: [2, 2] }).outputShape([7, 9, 8])).toEqual([4, 5, 32]);
  });

  it('leaves an axis alone where the block is 1', () => {
    const input = [8, 14, 14, 384];
    const output = spaceToDepth({ block: [1, 2, 2] }).outputShape(input);
    expect(output).toEqual([8, 7, 7, 1536]);
    expect(product(output)).toBe(product(input));
  });

  it('computes nothing', () => {
    const operator = spaceToDepth({ block: [2, 2] });
    expect([operator.parameters, operator.macs([4, 4, 3]), operator.macOutputElements([4, 4, 3])]).toEqual([
      0, 0, 0,
    ]);
  });

  it('refuses an input with other axes than its block, and a block of 0', () => {
    expect(() => spaceToDepth({ block: [2, 2] }).outputShape([8, 14, 14, 384])).toThrow(
      new RangeError('input must have 3 axes, not 4'),
    );
    expect(() => spaceToDepth({ block: [0, 2] })).toThrow(RangeError);
  });
});
