import { at, wholeNumber } from '../checks.ts';
import { axisOf } from './combine.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

export interface SliceSpec {
  readonly axis: number;
  readonly begin: number;
  /** First position left out; the input's size when undefined. */
  readonly end: number | undefined;
  readonly step: number;
}

/**
 * Positions `begin`, `begin + step`, … before `end` of one axis; a negative axis counts from the end.
 * @throws RangeError when that is none, or reaches beyond the input.
 * @example slice({ axis: 0, begin: 0, end: 1 }).outputShape([197, 768]) // [1, 768], the class token
 */
export function slice(options: {
  axis: number;
  begin: number;
  end?: number | undefined;
  step?: number | undefined;
}): Operator<'slice', SliceSpec> {
  const spec: SliceSpec = {
    axis: options.axis,
    begin: wholeNumber('begin', options.begin),
    end: options.end === undefined ? undefined : wholeNumber('end', options.end, options.begin + 1),
    step: wholeNumber('step', options.step ?? 1, 1),
  };
  return defineOperator({
    kind: 'slice',
    spec,
    outputShape: (...inputs) => {
      const input = onlyInput('slice', inputs);
      const axis = axisOf('axis', spec.axis, input.length);
      const available = at(input, axis);
      const end = spec.end ?? available;
      if (end > available) throw new RangeError(`end must be at most the axis's ${available}, not ${end}`);
      if (spec.begin >= end) throw new RangeError(`begin must be below ${end}, not ${spec.begin}`);
      return input.with(axis, Math.ceil((end - spec.begin) / spec.step));
    },
  });
}

export interface SplitSpec {
  readonly index: number;
  readonly parts: number;
  readonly axis: number;
}

/**
 * Part `index` of an axis cut into equal `parts`; default the channels (axis 0).
 * @throws RangeError when the parts do not divide the axis.
 * @example split({ index: 1, parts: 2 }).outputShape([116, 28, 28]) // [58, 28, 28]
 */
export function split(options: {
  index: number;
  parts: number;
  axis?: number | undefined;
}): Operator<'split', SplitSpec> {
  const parts = wholeNumber('parts', options.parts, 1);
  const index = wholeNumber('index', options.index);
  if (index >= parts) throw new RangeError(`index must be below parts = ${parts}, not ${index}`);
  const spec: SplitSpec = { index, parts, axis: options.axis ?? 0 };
  return defineOperator({
    kind: 'split',
    spec,
    outputShape: (...inputs) => {
      const input = onlyInput('split', inputs);
      const axis = axisOf('axis', spec.axis, input.length);
      const available = at(input, axis);
      if (available % parts !== 0) {
        throw new RangeError(`parts must divide axis ${axis}: ${available} is not a multiple of ${parts}`);
      }
      return input.with(axis, available / parts);
    },
  });
}
