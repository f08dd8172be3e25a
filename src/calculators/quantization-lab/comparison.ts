import type { AffineRule } from '../../engine/index.ts';
import type { ChannelError } from './channels.ts';
import { channelErrors } from './channels.ts';
import type { WeightTensor } from './pasted.ts';
import type { Scheme } from './schemes.ts';
import { compareSchemes } from './schemes.ts';

/** The same weights quantized in every way beside the chosen one. */
export interface Comparison {
  /** Bits of the integer schemes' codes. */
  readonly bits: number;
  readonly schemes: readonly Scheme[];
  readonly channels: readonly ChannelError[];
}

/** All schemes with as many bits as the rule has, and the rule's error channel by channel. */
export function compare(tensor: WeightTensor, rule: AffineRule): Comparison {
  return {
    bits: rule.bits,
    schemes: compareSchemes(tensor, rule.bits),
    channels: channelErrors(tensor, rule),
  };
}
