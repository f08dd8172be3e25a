import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import {
  activation,
  architectureNamed,
  convolution,
  embedding,
  linear,
  multiHeadAttention,
  NetworkBuilder,
  summarize,
  trainingFlops,
} from '../../../src/engine/index.ts';

/** Embedding of 100 × 8, one attention layer, a head to 100: a language model without biases. */
function languageModel(tokens: number, tied: boolean): Network {
  const net = new NetworkBuilder([tokens]);
  const embedded = net.add('wte', embedding({ count: 100, features: 8 }), [net.input]);
  const attended = net.add('attn', multiHeadAttention({ features: 8, heads: 2, bias: false }), [embedded]);
  const head = linear({ inFeatures: 8, outFeatures: 100, bias: false });
  return net.build(net.add('lm_head', head, [attended], tied ? { tiedTo: 'wte' } : {}));
}

describe('trainingFlops', () => {
  it('counts three passes, and two for the first layer, whose input needs no gradient', () => {
    const net = new NetworkBuilder([3, 8, 8]);
    const first = convolution({
      inChannels: 3,
      outChannels: 4,
      kernel: [3, 3],
      padding: 'same',
      bias: false,
    });
    const second = convolution({ inChannels: 4, outChannels: 4, kernel: [1, 1], bias: false });
    const network = net.build(
      net.chain(net.add('scaled', activation('relu'), [net.input]), [
        ['first', first],
        ['second', second],
      ]),
    );
    // 3·4·9·64 = 6,912 MACs in two passes and 4·4·64 = 1,024 in three; 2 FLOPs for each.
    expect(trainingFlops(summarize(network), { samples: 10 }).flops).toBe(10 * 2 * (2 * 6912 + 3 * 1024));
  });

  it('is 3 × 2 × MACs less the first input gradient for ResNet-50', () => {
    const summary = summarize(architectureNamed('resnet50').build());
    const { flops, sixNdFlops } = trainingFlops(summary, { samples: 1 });
    expect(flops).toBe(6 * 4_089_184_256 - 2 * 118_013_952);
    // A convolution's weights are used at every position, so 6·N·D is no estimate at all.
    expect(flops / sixNdFlops).toBeGreaterThan(150);
  });

  it('names the embedding and the quadratic part of attention as the difference to 6·N·D', () => {
    const tokens = 16;
    const { flops, sixNdFlops, differences } = trainingFlops(summarize(languageModel(tokens, false)), {
      samples: 5,
      tokensPerSample: tokens,
    });
    // 800 embedding weights, 4·8·8 in attention, 800 in the head, for 80 tokens.
    expect(sixNdFlops).toBe(6 * (800 + 256 + 800) * 80);
    expect(differences).toEqual([
      { kind: 'embedding', flops: -6 * 800 * 80 },
      // QKᵀ and the mixing of V: 2 · 16² · 8 MACs for each of 5 samples.
      { kind: 'multiHeadAttention', flops: 6 * 2 * 16 * 16 * 8 * 5 },
    ]);
    expect(flops - sixNdFlops).toBe(-6 * 800 * 80 + 6 * 2 * 16 * 16 * 8 * 5);
  });

  it('lets a tied head pay for the embedding it shares', () => {
    const { flops, sixNdFlops, differences } = trainingFlops(summarize(languageModel(16, true)), {
      samples: 1,
      tokensPerSample: 16,
    });
    const byKind = new Map(differences.map((entry) => [entry.kind, entry.flops]));
    expect(byKind.get('linear')).toBe(6 * 800 * 16);
    expect(byKind.get('embedding')).toBe(-6 * 800 * 16);
    expect(flops - sixNdFlops).toBe(6 * 2 * 16 * 16 * 8);
  });

  it('runs auxiliary heads, which inference leaves out', () => {
    const withHead = summarize(architectureNamed('inception_v3').build());
    const without = summarize(architectureNamed('inception_v3').build({ auxiliaryHeads: false }));
    const difference =
      trainingFlops(withHead, { samples: 1 }).flops - trainingFlops(without, { samples: 1 }).flops;
    // AuxLogits on 17×17: 1×1 768→128 at 5×5, 5×5 128→768 at 1×1, 768→1000.
    expect(difference).toBe(6 * (768 * 128 * 25 + 25 * 128 * 768 + 768_000));
  });

  it('refuses a fraction of a sample', () => {
    const summary = summarize(languageModel(4, true));
    expect(() => trainingFlops(summary, { samples: 0.5 })).toThrow('samples must be a whole number');
    expect(() => trainingFlops(summary, { samples: 1, tokensPerSample: 0 })).toThrow('tokensPerSample');
  });
});
