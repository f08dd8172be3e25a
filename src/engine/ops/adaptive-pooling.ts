import type { Shape } from '../checks.ts';
import { at, product, shapeOfRank, wholeNumbers } from '../checks.ts';
import type { AxisWindow, Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

/** Adaptive average or max pooling to a fixed output size; 1 on every axis is global pooling. */
export type AdaptivePooling = Operator<
  'adaptiveMaxPooling' | 'adaptiveAveragePooling',
  { readonly kind: 'max' | 'average'; readonly outputSizes: readonly number[] }
>;

/**
 * Pooling whose windows are chosen to give `outputSizes`, also when that is more than the input has.
 *
 * Window i covers floor(i·n/o) to ceil((i+1)·n/o). Source: torch.nn.AdaptiveAvgPool2d.
 * @example adaptivePooling({ kind: 'average', outputSizes: [1, 1] }).outputShape([2048, 7, 7]) // [2048, 1, 1]
 */
export function adaptivePooling(options: {
  kind: 'max' | 'average';
  outputSizes: readonly number[];
}): AdaptivePooling {
  const outputSizes = wholeNumbers('outputSizes', options.outputSizes, 1);
  const inputOf = (inputs: readonly Shape[]): Shape =>
    shapeOfRank('input', onlyInput('adaptive pooling', inputs), outputSizes.length + 1);
  return defineOperator({
    kind: options.kind === 'max' ? 'adaptiveMaxPooling' : 'adaptiveAveragePooling',
    spec: { kind: options.kind, outputSizes },
    outputShape: (...inputs) => [at(inputOf(inputs), 0), ...outputSizes],
    elementwise: (...inputs) => {
      const [channels = 0, ...sizes] = inputOf(inputs);
      const read = product(sizes.map((size, axis) => readPositions(size, at(outputSizes, axis))));
      const outputs = product(outputSizes);
      return options.kind === 'max'
        ? { comparisons: channels * (read - outputs) }
        : { additions: channels * (read - outputs), divisions: channels * outputs };
    },
    windows: (input) =>
      inputOf([input])
        .slice(1)
        .map((size, axis) => evenWindow(size, at(outputSizes, axis), axis)),
  });
}

/** The window of an adaptive axis whose outputs all have the same; RangeError when they do not. */
function evenWindow(inputSize: number, outputs: number, axis: number): AxisWindow {
  if (inputSize % outputs !== 0) {
    throw new RangeError(
      `outputSizes[${axis}] = ${outputs} does not divide the input's ${inputSize}: the windows are not alike`,
    );
  }
  const kernel = inputSize / outputs;
  return { kernel, stride: kernel, dilation: 1, paddingBegin: 0 };
}

/**
 * Input positions the adaptive windows of one axis read together; overlapping windows read some twice. The sum of
 * ceil((i+1)·n/o) − floor(i·n/o) over all windows is n + o − gcd(n, o): rounding up adds 1 wherever o does not divide i·n.
 */
function readPositions(inputSize: number, outputs: number): number {
  return inputSize + outputs - greatestCommonDivisor(inputSize, outputs);
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
