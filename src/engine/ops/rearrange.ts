import type { Shape } from '../checks.ts';
import { at, product, wholeNumber } from '../checks.ts';
import type { AxisPadding } from './axes.ts';
import { checkedPadding, paddingEnds } from './axes.ts';
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
