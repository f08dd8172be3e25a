import type { Shape } from '../checks.ts';
import { at, product, wholeNumbers } from '../checks.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/**
 * Neighbouring positions of `[...spatial, channels]` stacked in the channels, a block at a time (Swin's patch merging);
 * an axis its block does not divide is padded with zeros at the end. Moves data, computes nothing.
 *
 * Source: Liu et al. 2021, section 3.1; torchvision/models/swin_transformer.py, `_patch_merging_pad`.
 * @throws RangeError when the input does not have one spatial axis per block size.
 * @example spaceToDepth({ block: [2, 2] }).outputShape([7, 7, 384]) // [4, 4, 1536]
 */
export function spaceToDepth(options: {
  block: readonly number[];
}): Operator<'spaceToDepth', { readonly block: readonly number[] }> {
  const block = wholeNumbers('block', options.block, 1);
  return defineOperator({
    kind: 'spaceToDepth',
    spec: { block },
    outputShape: (...inputs): Shape => {
      const input = onlyInput('spaceToDepth', inputs);
      if (input.length !== block.length + 1) {
        throw new RangeError(`input must have ${block.length + 1} axes, not ${input.length}`);
      }
      return [
        ...block.map((size, axis) => Math.ceil(at(input, axis) / size)),
        product([at(input, block.length), ...block]),
      ];
    },
  });
}
