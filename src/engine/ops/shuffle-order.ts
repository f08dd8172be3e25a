import { wholeNumber } from '../checks.ts';

/**
 * Which input channel each output position of `channelShuffle` takes: the channels as a table of a row for each group,
 * read column by column. Source: Zhang et al. 2018, section 3.1.
 * @throws RangeError when groups do not divide the channels.
 * @example shuffleOrder(6, 2) // [0, 3, 1, 4, 2, 5]
 */
export function shuffleOrder(channels: number, groups: number): readonly number[] {
  const perGroup = wholeNumber('channels', channels, 1) / wholeNumber('groups', groups, 1);
  if (!Number.isInteger(perGroup)) {
    throw new RangeError(`groups must divide the channels: ${channels} is not a multiple of ${groups}`);
  }
  return Array.from(
    { length: channels },
    (_, position) => (position % groups) * perGroup + Math.floor(position / groups),
  );
}
