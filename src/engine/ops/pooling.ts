import type { Shape } from '../checks.ts';
import { at, product, shapeOfRank, wholeNumber } from '../checks.ts';
import type { Padding, Window } from './axes.ts';
import {
  checkedPadding,
  effectiveKernel,
  paddingEnds,
  perAxis,
  resolvePadding,
  slidingPositions,
} from './axes.ts';
import { ceilSizeFormula, slidingSizeFormula } from './convolution-formulas.ts';
import type { ElementwiseOperations, Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

export interface PoolingOptions {
  readonly kind: 'max' | 'average';
  readonly kernel: readonly number[];
  /** Default: the kernel, as in PyTorch and Keras. */
  readonly stride?: readonly number[] | undefined;
  readonly padding?: Padding | undefined;
  /** Max pooling only. */
  readonly dilation?: readonly number[] | undefined;
  /** Rounds the output size up, then drops a window that would start in the end padding. Default false. */
  readonly ceilMode?: boolean | undefined;
}

export interface PoolingSpec {
  readonly kind: 'max' | 'average';
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: Padding;
  readonly dilation: readonly number[];
  readonly ceilMode: boolean;
}

export type Pooling = Operator<'maxPooling' | 'averagePooling', PoolingSpec>;

/**
 * Max or average pooling over `[channels, ...spatial]`; no parameters, no MACs.
 *
 * `ceilMode` follows PyTorch 2.6 and ONNX opset 22: (o−1)·s must lie inside the input plus its begin padding, or the
 * last window is dropped. ONNX opsets 10–21 keep that window, so an exported model may be one position larger.
 * Source: torch.nn.MaxPool2d, "Shape" and the note on `ceil_mode`.
 * @throws RangeError for a window that fits nowhere, padding above half of the kernel (dilation aside) and, with written
 * out padding, an average over 3 axes of an input smaller than the kernel: what torch refuses.
 * @example pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], ceilMode: true }).outputShape([64, 112, 112]) // [64, 56, 56]
 */
export function pooling(options: PoolingOptions): Pooling {
  const spec = checkedSpec(options);
  const outputShape = (...inputs: Shape[]): Shape => {
    const [channels = 0, ...sizes] = shapeOfRank(
      'input',
      onlyInput('pooling', inputs),
      spec.kernel.length + 1,
    );
    return [
      channels,
      ...sizes.map((size, axis) => pooledPositions(size, windowOf(spec, axis, size), spec.ceilMode)),
    ];
  };
  return defineOperator({
    kind: spec.kind === 'max' ? 'maxPooling' : 'averagePooling',
    spec,
    outputShape,
    elementwise: (...inputs) =>
      windowOperations(spec.kind, product(spec.kernel), product(outputShape(...inputs))),
    formulas: {
      outputSize: spec.kernel.map(() => (spec.ceilMode ? ceilSizeFormula : slidingSizeFormula)),
    },
    windows: (input) => {
      const [, ...sizes] = shapeOfRank('input', input, spec.kernel.length + 1);
      return sizes.map((size, axis) => {
        const { begin, kernel, stride, dilation } = windowOf(spec, axis, size);
        return { kernel, stride, dilation, paddingBegin: begin };
      });
    },
  });
}

/**
 * Output positions of one pooled axis.
 * @example pooledPositions(4, { kernel: 1, stride: 2, dilation: 1, begin: 0, end: 0 }, true) // 2, where a bare ceil gives 3
 */
export function pooledPositions(inputSize: number, window: Window, ceilMode: boolean): number {
  if (!ceilMode) return slidingPositions(inputSize, window);
  const room = inputSize + window.begin + window.end - effectiveKernel(window.kernel, window.dilation);
  if (room <= -window.stride) return slidingPositions(inputSize, window);
  const positions = Math.ceil(room / window.stride) + 1;
  const startsInPadding = (positions - 1) * window.stride >= inputSize + window.begin;
  const clipped = startsInPadding ? positions - 1 : positions;
  return clipped >= 1 ? clipped : slidingPositions(inputSize, window);
}

/** Cells of padding count as cells, as in a convolution's MACs. */
function windowOperations(
  kind: 'max' | 'average',
  cells: number,
  outputElements: number,
): ElementwiseOperations {
  if (kind === 'max') return { comparisons: (cells - 1) * outputElements };
  return { additions: (cells - 1) * outputElements, divisions: outputElements };
}

function windowOf(spec: PoolingSpec, axis: number, inputSize: number): Window {
  const window = {
    kernel: at(spec.kernel, axis),
    stride: at(spec.stride, axis),
    dilation: at(spec.dilation, axis),
  };
  // torch/aten's pool3d_shape_check asks this of avg_pool3d alone, whatever the padding.
  if (spec.kind === 'average' && spec.kernel.length === 3 && typeof spec.padding !== 'string') {
    wholeNumber(`input[${axis + 1}] of an average over 3 axes`, inputSize, window.kernel);
  }
  const [begin, end] = resolvePadding(spec.padding, axis, inputSize, window);
  return { ...window, begin, end };
}

function checkedSpec(options: PoolingOptions): PoolingSpec {
  const axes = wholeNumber('kernel.length', options.kernel.length, 1);
  if (axes > 3) throw new RangeError(`kernel must have 1, 2 or 3 axes, not ${axes}`);
  const kernel = perAxis('kernel', options.kernel, axes, 1, 1);
  const dilation = perAxis('dilation', options.dilation, axes, 1, 1);
  const padding = checkedPadding(options.padding ?? 'valid', axes);
  if (options.kind === 'average' && dilation.some((rate) => rate !== 1)) {
    throw new RangeError(`dilation is for max pooling only, not [${dilation.join(', ')}]`);
  }
  if (typeof padding !== 'string') {
    padding.forEach((own, axis) => {
      const most = Math.floor(at(kernel, axis) / 2);
      const largest = Math.max(...paddingEnds(own));
      if (largest > most) {
        throw new RangeError(`padding[${axis}] must be at most half of the kernel (${most}), not ${largest}`);
      }
    });
  }
  return {
    kind: options.kind,
    kernel,
    stride: options.stride === undefined ? kernel : perAxis('stride', options.stride, axes, 1, 1),
    padding,
    dilation,
    ceilMode: options.ceilMode ?? false,
  };
}
