import { describe, expect, it } from 'vitest';
import { architectureNamed, summarize } from '../../src/engine/index.ts';

describe('resnet50', () => {
  it('has the MACs PyTorch counts at 224×224 (torchvision 0.21)', () => {
    expect(summarize(architectureNamed('resnet50').build()).macs).toBe(4_089_184_256);
  });
});
