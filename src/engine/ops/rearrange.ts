import type { Shape } from '../checks.ts';
import { at, product, wholeNumber } from '../checks.ts';
import type { AxisPadding } from './axes.ts';
import { checkedPadding, paddingEnds } from './axes.ts';
import { axisOf } from './combine.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/**
 * The same elements in another shape; one entry may be −1 and takes what is left.
 * @throws RangeError when the elements do not fit.
 * @example reshape({ shape: [768, -1] }).outputShape([768, 14, 14]) // [768, 196]
 */
export function reshape(options: { shape: Shape }): Operator<'reshape', { readonly shape: Shape }> {
  const { shape } = options;
  shape.forEach((size, axis) => {
    if (size !== -1) wholeNumber(`shape[${axis}]`, size, 1);
  });
  const open = shape.filter((size) => size === -1).length;
  if (open > 1) throw new RangeError(`shape may leave one axis open, not ${open} ([${shape.join(', ')}])`);
  const known = product(shape.filter((size) => size !== -1));
  return defineOperator({
    kind: 'reshape',
    spec: { shape },
    outputShape: (...inputs) => {
      const elements = product(onlyInput('reshape', inputs));
      if (elements % known !== 0 || (open === 0 && elements !== known)) {
        throw new RangeError(`shape [${shape.join(', ')}] does not hold the input's ${elements} elements`);
      }
      return shape.map((size) => (size === -1 ? elements / known : size));
    },
  });
}

/**
 * Axes in another order: output axis i is input axis `order[i]`.
 * @example permute({ order: [1, 2, 0] }).outputShape([96, 56, 56]) // [56, 56, 96]
 */
export function permute(options: {
  order: readonly number[];
}): Operator<'permute', { readonly order: readonly number[] }> {
  const { order } = options;
  if (order.toSorted((left, right) => left - right).some((axis, index) => axis !== index)) {
    throw new RangeError(`order must name every axis once, not [${order.join(', ')}]`);
  }
  return defineOperator({
    kind: 'permute',
    spec: { order },
    outputShape: (...inputs) => {
      const input = onlyInput('permute', inputs);
      if (input.length !== order.length) {
        throw new RangeError(`order has ${order.length} axes, but the input has ${input.length}`);
      }
      return order.map((axis) => at(input, axis));
    },
  });
}

/**
 * ShuffleNet's channel shuffle: channels regrouped so that the next grouped convolution sees all groups. Moves data,
 * computes nothing. Source: Zhang et al. 2018, section 3.1.
 * @throws RangeError when groups do not divide the channels.
 * @example channelShuffle({ groups: 2 }).outputShape([116, 28, 28]) // [116, 28, 28]
 */
export function channelShuffle(options: {
  groups: number;
}): Operator<'channelShuffle', { readonly groups: number }> {
  const groups = wholeNumber('groups', options.groups, 1);
  return defineOperator({
    kind: 'channelShuffle',
    spec: { groups },
    outputShape: (...inputs) => {
      const input = onlyInput('channelShuffle', inputs);
      const channels = at(input, 0, 'input axis');
      if (channels % groups !== 0) {
        throw new RangeError(`groups must divide the channels: ${channels} is not a multiple of ${groups}`);
      }
      return input;
    },
  });
}

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

/**
 * Padding of the spatial axes of `[channels, ...spatial]` as an operator of its own.
 * @example pad({ padding: [[0, 1], [0, 1]] }).outputShape([64, 56, 56]) // [64, 57, 57]
 */
export function pad(options: {
  padding: readonly AxisPadding[];
}): Operator<'pad', { readonly padding: readonly AxisPadding[] }> {
  const { padding } = options;
  checkedPadding(padding, padding.length);
  return defineOperator({
    kind: 'pad',
    spec: { padding },
    outputShape: (...inputs) => {
      const [channels = 1, ...sizes] = onlyInput('pad', inputs);
      if (sizes.length !== padding.length) {
        throw new RangeError(`padding has ${padding.length} axes, but the input has ${sizes.length}`);
      }
      return [
        channels,
        ...sizes.map((size, axis) => {
          const [begin, end] = paddingEnds(at(padding, axis));
          return size + begin + end;
        }),
      ];
    },
    windows: () =>
      padding.map((own) => ({ kernel: 1, stride: 1, dilation: 1, paddingBegin: at(paddingEnds(own), 0) })),
  });
}
