import { describe, expect, it } from 'vitest';
import { architectureNamed, stateDictBytes } from '../../src/engine/index.ts';
import { checkpointParts } from '../../src/figures/index.ts';

const resnet50 = architectureNamed('resnet50').build();

describe('checkpointParts', () => {
  it('takes a ResNet-50 file apart so that the parts make up the file', () => {
    const parts = checkpointParts(resnet50, 102_502_400);
    expect(parts).toEqual([
      { name: 'convolutions', bytes: 4 * 23_454_912 },
      { name: 'linear', bytes: 4 * 2_049_000 },
      { name: 'norms', bytes: 4 * 53_120 },
      { name: 'statistics', bytes: 4 * 53_120 },
      { name: 'counters', bytes: 8 * 53 },
      { name: 'container', bytes: 61_368 },
    ]);
    expect(parts.reduce((total, { bytes }) => total + bytes, 0)).toBe(102_502_400);
  });

  it('refuses a file that cannot hold its tensors', () => {
    const fileBytes = stateDictBytes(resnet50, 'float32') - 1;
    expect(() => checkpointParts(resnet50, fileBytes)).toThrow(/fileBytes .* not 102441031/);
  });

  it('refuses a network with parameters it has no name for', () => {
    expect(() => checkpointParts(architectureNamed('vit_b_16').build(), 1e9)).toThrow(RangeError);
  });
});
