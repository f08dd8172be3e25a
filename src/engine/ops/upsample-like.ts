import type { Shape } from '../checks.ts';
import { at, shapeOfRank } from '../checks.ts';
import { defineOperator, inputsOf } from './operator.ts';
import type { Upsample } from './resample.ts';
import { upsample } from './resample.ts';

/**
 * Resampling of a map `[channels, height, width]` to the height and width of a second input, of which nothing but the
 * sizes is read: what segmentation networks do to get back to their input's size, whatever that is.
 *
 * Elementwise work as `upsample`. Source: torch.nn.functional.interpolate with `size=x.shape[-2:]`.
 * @throws RangeError unless both inputs are maps with two spatial axes.
 * @example upsampleLike({ mode: 'bilinear' }).outputShape([21, 65, 65], [3, 520, 520]) // [21, 520, 520]
 */
export function upsampleLike({ mode }: { mode: 'nearest' | 'bilinear' }): Upsample {
  const toSizes = (inputs: readonly Shape[]): { map: Shape; outputSizes: Shape } => {
    const maps = inputsOf('upsampleLike', inputs, 2).map((input) => shapeOfRank('input', input, 3));
    return { map: at(maps, 0), outputSizes: at(maps, 1).slice(1) };
  };
  return defineOperator({
    kind: 'upsample',
    spec: { mode, outputSizes: undefined, scale: undefined },
    outputShape: (...inputs) => {
      const { map, outputSizes } = toSizes(inputs);
      return upsample({ mode, outputSizes }).outputShape(map);
    },
    elementwise: (...inputs) => {
      const { map, outputSizes } = toSizes(inputs);
      return upsample({ mode, outputSizes }).elementwise(map);
    },
  });
}
