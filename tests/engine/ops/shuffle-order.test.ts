import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleOrder } from '../../../src/engine/index.ts';

describe('shuffleOrder', () => {
  it('deals six channels of two groups out in turn', () => {
    expect(shuffleOrder(6, 2)).toEqual([0, 3, 1, 4, 2, 5]);
  });

  // The example of torch.nn.ChannelShuffle's documentation: channels 1, 2, 3, 4 become 1, 3, 2, 4.
  it('agrees with PyTorch on four channels in two groups', () => {
    expect(shuffleOrder(4, 2)).toEqual([0, 2, 1, 3]);
  });

  it('is a permutation that the other number of groups undoes', () => {
    const sizes = fc.record({
      groups: fc.integer({ min: 1, max: 12 }),
      perGroup: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(sizes, ({ groups, perGroup }) => {
        const channels = groups * perGroup;
        const order = shuffleOrder(channels, groups);
        const back = shuffleOrder(channels, perGroup).map((position) => order[position]);
        expect(back).toEqual(Array.from({ length: channels }, (_, channel) => channel));
      }),
    );
  });

  it('refuses groups that do not divide the channels', () => {
    expect(() => shuffleOrder(10, 3)).toThrow('groups must divide the channels: 10 is not a multiple of 3');
    expect(() => shuffleOrder(10, 0)).toThrow(/groups must be a whole number/);
  });
});
