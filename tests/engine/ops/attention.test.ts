import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionParts,
  linear,
  matmul,
  multiHeadAttention,
  softmax,
  sumOfOperations,
  windowedAttention,
} from '../../../src/engine/index.ts';

describe('matmul and softmax', () => {
  it('multiply batches of matrices', () => {
    expect(matmul().outputShape([12, 197, 64], [12, 64, 197])).toEqual([12, 197, 197]);
    expect(matmul().macs([12, 197, 64], [12, 64, 197])).toBe(12 * 197 * 64 * 197);
    expect(() => matmul().outputShape([2, 3], [4, 5])).toThrow('inputs do not multiply: [2, 3] and [4, 5]');
    expect(() => matmul().outputShape([3], [3])).toThrow('2 or more');
  });

  it('normalize each row: maximum, difference, e^x, sum, quotient', () => {
    expect(softmax().elementwise([2, 5])).toEqual({
      comparisons: 8,
      additions: 18,
      exponentials: 10,
      divisions: 10,
    });
    expect(softmax({ axis: 0 }).elementwise([2, 5]).comparisons).toBe(5);
  });
});

describe('multiHeadAttention', () => {
  it("has ViT-B's 4E² + 4E parameters whatever the storage", () => {
    for (const style of ['torch', 'separate', 'fused'] as const) {
      expect(multiHeadAttention({ features: 768, heads: 12, style }).parameters).toBe(2_362_368);
    }
  });

  it("names its tensors as torch.nn.MultiheadAttention's state dict does", () => {
    const { tensors } = multiHeadAttention({ features: 8, heads: 2 });
    expect(tensors.map(({ name, shape }) => [name, shape])).toEqual([
      ['in_proj_weight', [24, 8]],
      ['in_proj_bias', [24]],
      ['out_proj.weight', [8, 8]],
      ['out_proj.bias', [8]],
    ]);
  });

  it('multiplies 4NE² + 2N²E times in the plain case, part by part', () => {
    const operator = multiHeadAttention({ features: 768, heads: 12 });
    expect(attentionParts(operator.spec, 197)).toEqual({
      projections: 4 * 197 * 768 ** 2,
      scores: 197 ** 2 * 768,
      mixing: 197 ** 2 * 768,
    });
    expect(operator.macs([197, 768])).toBe(4 * 197 * 768 ** 2 + 2 * 197 ** 2 * 768);
  });

  it('saves projections, not scores, by sharing keys (Llama 2 70B: 64 heads, 8 of keys)', () => {
    const shared = { features: 8192, heads: 64, keyValueHeads: 8, bias: false, style: 'separate' as const };
    const operator = multiHeadAttention(shared);
    expect(operator.parameters).toBe(2 * 8192 * 8192 + 2 * 8192 * 1024);
    const full = multiHeadAttention({ ...shared, keyValueHeads: 64 });
    expect(attentionParts(operator.spec, 10).scores).toBe(attentionParts(full.spec, 10).scores);
  });

  it('counts the pairs a causal mask leaves', () => {
    const causal = multiHeadAttention({ features: 8, heads: 2, causal: true });
    expect(attentionParts(causal.spec, 5).scores).toBe(15 * 8);
    // Rows of 1 to 5 keys, two heads: 0 + 1 + 2 + 3 + 4 comparisons each.
    expect(causal.elementwise([5, 8]).comparisons).toBe(20);
    expect(causal.elementwise([5, 8]).exponentials).toBe(30);
  });

  it('refuses heads that do not divide, and free widths in the torch style', () => {
    expect(() => multiHeadAttention({ features: 10, heads: 3 })).toThrow('heads must divide features');
    expect(() => multiHeadAttention({ features: 12, heads: 4, keyValueHeads: 3 })).toThrow(
      'keyValueHeads must divide heads',
    );
    expect(() => multiHeadAttention({ features: 12, heads: 4, keyValueHeads: 2 })).toThrow(
      "style 'torch' needs heads",
    );
    expect(() => multiHeadAttention({ features: 12, heads: 4 }).outputShape([12])).toThrow(
      'input must be [tokens, 12]',
    );
  });

  it('costs what its pieces cost', () => {
    const sizes = fc.record({
      heads: fc.integer({ min: 1, max: 6 }),
      headFeatures: fc.integer({ min: 1, max: 8 }),
      tokens: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(sizes, ({ heads, headFeatures, tokens }) => {
        const features = heads * headFeatures;
        const whole = multiHeadAttention({ features, heads });
        const inputs = linear({ inFeatures: features, outFeatures: 3 * features });
        const output = linear({ inFeatures: features, outFeatures: features });
        const [queries, keys] = [
          [heads, tokens, headFeatures],
          [heads, headFeatures, tokens],
        ];
        const scores = [heads, tokens, tokens];
        const input = [tokens, features];
        expect(whole.macs(input)).toBe(
          inputs.macs(input) +
            output.macs(input) +
            matmul().macs(queries, keys) +
            matmul().macs(scores, queries),
        );
        expect(whole.macOutputElements(input)).toBe(
          inputs.macOutputElements(input) +
            output.macOutputElements(input) +
            matmul().macOutputElements(queries, keys) +
            matmul().macOutputElements(scores, queries),
        );
        expect(whole.elementwise(input)).toEqual(
          sumOfOperations(
            inputs.elementwise(input),
            output.elementwise(input),
            softmax().elementwise(scores),
            {
              multiplications: tokens * features,
            },
          ),
        );
      }),
    );
  });
});

describe('windowedAttention', () => {
  const swin = windowedAttention({ design: 'swin', features: 96, heads: 3, window: [7, 7] });

  it('costs windows × attention over one window', () => {
    const one = multiHeadAttention({ features: 96, heads: 3, style: 'fused' });
    expect(swin.macs([56, 56, 96])).toBe(64 * one.macs([49, 96]));
    expect(swin.parameters).toBe(one.parameters + 13 * 13 * 3);
  });

  it('pads the map to whole windows: 8×8 costs as much as 14×14', () => {
    expect(swin.macs([8, 8, 96])).toBe(swin.macs([14, 14, 96]));
    expect(swin.outputShape([8, 8, 96])).toEqual([8, 8, 96]);
  });

  it('stores the index table as int64: 49 × 49 entries (torchvision)', () => {
    const index = swin.tensors.find(({ name }) => name === 'relative_position_index');
    expect(index).toMatchObject({ shape: [2401], dtype: 'int64', role: 'buffer' });
    expect(swin.buffers).toBe(0);
  });

  it('shrinks the window to a smaller video, in each axis apart', () => {
    const video = windowedAttention({ design: 'video-swin', features: 96, heads: 3, window: [8, 7, 7] });
    expect(video.macs([4, 7, 7, 96])).toBe(multiHeadAttention({ features: 96, heads: 3 }).macs([196, 96]));
    // An image network pads instead.
    const image = windowedAttention({ design: 'swin', features: 96, heads: 3, window: [8, 7, 7] });
    expect(image.macs([4, 7, 7, 96])).toBe(multiHeadAttention({ features: 96, heads: 3 }).macs([392, 96]));
  });

  it("adds Swin v2's position MLP: 225 positions from 2 over 512 to 3", () => {
    const second = windowedAttention({ design: 'swin-v2', features: 96, heads: 3, window: [8, 8] });
    const plain = windowedAttention({ design: 'swin', features: 96, heads: 3, window: [8, 8] });
    expect(second.macs([64, 64, 96]) - plain.macs([64, 64, 96])).toBe(225 * (2 * 512 + 512 * 3));
    // logit_scale 3, cpb_mlp.0 1024 + 512, cpb_mlp.2 1536, no table of 225 · 3.
    expect(second.parameters - plain.parameters).toBe(3 + 1536 + 1536 - 675);
    expect(second.buffers).toBe(450);
  });

  it('masks shifted windows, unless there is only one', () => {
    const shifted = windowedAttention({
      design: 'swin',
      features: 96,
      heads: 3,
      window: [7, 7],
      shifted: true,
    });
    const extra = (map: number[]): number =>
      (shifted.elementwise(map).additions ?? 0) - (swin.elementwise(map).additions ?? 0);
    expect(extra([14, 14, 96])).toBe(4 * 3 * 49 * 49);
    expect(extra([7, 7, 96])).toBe(0);
  });

  it('refuses a map the window of MaxViT does not divide', () => {
    const maxvit = windowedAttention({ design: 'maxvit', features: 64, heads: 2, window: [7, 7] });
    expect(maxvit.outputShape([56, 56, 64])).toEqual([56, 56, 64]);
    expect(() => maxvit.macs([55, 56, 64])).toThrow(
      'window[0] must divide the map: 55 is not a multiple of 7',
    );
  });
});
