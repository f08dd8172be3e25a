import { describe, expect, it } from 'vitest';
import type { MemoryMode } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  memoryTimeline,
  NetworkBuilder,
  peakActivationBytes,
} from '../../../src/engine/index.ts';
import { threeSteps } from './networks.ts';

const modes: readonly MemoryMode[] = ['inference', 'training', 'checkpointing'];

const elementsOf = (mode: MemoryMode): readonly (readonly [string, number])[] =>
  memoryTimeline(threeSteps(), { mode }).moments.map(({ pass, elements }) => [pass, elements] as const);

describe('memoryTimeline', () => {
  it('frees an array after its last use in inference: 16 + 32, 32 + 32, 32 + 16', () => {
    expect(elementsOf('inference')).toEqual([
      ['forward', 48],
      ['forward', 64],
      ['forward', 48],
    ]);
  });

  it('keeps what the backward pass reads, and adds gradients on the way back', () => {
    // Forward: input 16 stays; the convolution's 32 go after ReLU, whose 32 stay; the result's 16.
    // Backward through the last convolution: 64 kept, gradients of 16 and 32. Through ReLU: input and ReLU kept, two
    // gradients of 32. Through the first: the input and one gradient of 32, the input needs none.
    expect(elementsOf('training')).toEqual([
      ['forward', 48],
      ['forward', 80],
      ['forward', 64],
      ['backward', 112],
      ['backward', 112],
      ['backward', 48],
    ]);
  });

  it('runs every segment but the last a second time when checkpointing', () => {
    const { moments, paths } = memoryTimeline(architectureNamed('resnet50').build(), {
      mode: 'checkpointing',
    });
    const count = (pass: string): number => moments.filter((moment) => moment.pass === pass).length;
    expect(paths).toHaveLength(175);
    expect([count('forward'), count('backward')]).toEqual([175, 175]);
    expect(count('recomputation')).toBeGreaterThan(150);
    expect(count('recomputation')).toBeLessThan(175);
  });

  it.each(['alexnet', 'resnet18', 'resnet50', 'densenet121', 'vit_b_16', 'mobilenet_v2', 'gpt2'])(
    'of %s reaches the peak in every mode',
    (name) => {
      const network = architectureNamed(name).build();
      for (const mode of modes) {
        const { moments } = memoryTimeline(network, { mode });
        const peak = Math.max(...moments.map(({ elements }) => elements));
        expect(peakActivationBytes(network, { dtype: 'float32', mode })).toBe(4 * peak);
      }
    },
  );

  it('is empty for a network without steps', () => {
    const net = new NetworkBuilder([1, 2, 2]);
    for (const mode of modes) expect(memoryTimeline(net.build(net.input), { mode }).moments).toEqual([]);
  });
});
