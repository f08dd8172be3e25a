import type { AffineRule } from '../../engine/index.ts';
import { chooseScale, codesOf, dequantize, quantize } from '../../engine/index.ts';

/** A mark of the ruler: a code and the number it stands for. */
export interface Mark {
  readonly code: number;
  readonly value: number;
}

/** A number and the mark it is moved to. */
export interface Placement {
  readonly value: number;
  readonly mark: Mark;
}

/** An affine quantizer as a ruler laid along the numbers. */
export interface Ruler {
  readonly marks: readonly Mark[];
  readonly zeroPoint: number;
  readonly placements: readonly Placement[];
}

/**
 * The ruler a rule makes of `values`, and where it puts each of them.
 * @throws RangeError as `chooseScale` does.
 */
export function affineRuler(values: readonly number[], rule: AffineRule): Ruler {
  const map = chooseScale(values, rule);
  const { lowest, highest } = codesOf(rule);
  const markOf = (code: number): Mark => ({
    code,
    value: (code - map.zeroPoint) * map.scale,
  });
  const codes = quantize(values, map);
  const restored = dequantize(codes, map);
  return {
    marks: Array.from({ length: highest - lowest + 1 }, (_, index) => markOf(lowest + index)),
    zeroPoint: map.zeroPoint,
    placements: values.map((value, index) => ({
      value,
      mark: { code: codes[index] ?? NaN, value: restored[index] ?? NaN },
    })),
  };
}
