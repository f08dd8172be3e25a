import type { Shape } from '../checks.ts';
import { at, product, shapeOfRank, wholeNumbers } from '../checks.ts';
import { axisOf } from './combine.ts';
import type { Operator } from './operator.ts';
import { defineOperator, onlyInput } from './operator.ts';

export interface UpsampleSpec {
  readonly mode: 'nearest' | 'bilinear';
  /** Sizes of the result, or undefined when `scale` gives them. */
  readonly outputSizes: readonly number[] | undefined;
  readonly scale: readonly number[] | undefined;
}

export type Upsample = Operator<'upsample', UpsampleSpec>;

/**
 * Resampling of `[channels, ...spatial]` to given sizes, or by a whole factor per axis.
 *
 * Nearest copies. Bilinear mixes four neighbours: 4 multiplications and 3 additions per output element with the
 * weights known; tools disagree on calling these MACs (fvcore does, most do not), so they are elementwise work.
 * Source: torch.nn.functional.interpolate.
 * @throws RangeError unless exactly one of `outputSizes` and `scale` is given; bilinear needs two axes.
 * @example upsample({ mode: 'bilinear', outputSizes: [224, 224] }).outputShape([21, 28, 28]) // [21, 224, 224]
 */
export function upsample(options: {
  mode: 'nearest' | 'bilinear';
  outputSizes?: readonly number[] | undefined;
  scale?: readonly number[] | undefined;
}): Upsample {
  const { mode } = options;
  const spec: UpsampleSpec = {
    mode,
    outputSizes: options.outputSizes && wholeNumbers('outputSizes', options.outputSizes, 1),
    scale: options.scale && wholeNumbers('scale', options.scale, 1),
  };
  const factors = spec.outputSizes ?? spec.scale;
  if (factors === undefined || (spec.outputSizes !== undefined && spec.scale !== undefined)) {
    throw new RangeError('outputSizes or scale must be given, and only one of them');
  }
  if (mode === 'bilinear' && factors.length !== 2) {
    throw new RangeError(`bilinear needs 2 axes, not ${factors.length}`);
  }
  const outputShape = (...inputs: Shape[]): Shape => {
    const [channels = 1, ...sizes] = shapeOfRank('input', onlyInput('upsample', inputs), factors.length + 1);
    return [
      channels,
      ...sizes.map((size, axis) => at(factors, axis) * (spec.scale === undefined ? 1 : size)),
    ];
  };
  return defineOperator({
    kind: 'upsample',
    spec,
    outputShape,
    elementwise: (...inputs) => {
      const elements = product(outputShape(...inputs));
      return mode === 'nearest' ? {} : { multiplications: 4 * elements, additions: 3 * elements };
    },
  });
}

export interface ReductionSpec {
  readonly axes: readonly number[];
  readonly keepAxes: boolean;
}

/**
 * Mean over whole axes, which disappear unless `keepAxes`; negative axes count from the end.
 * @throws RangeError for an axis the input does not have, or one named twice.
 * @example mean({ axes: [0] }).outputShape([196, 512]) // [512]
 */
export function mean(options: {
  axes: readonly number[];
  keepAxes?: boolean | undefined;
}): Operator<'mean', ReductionSpec> {
  const spec: ReductionSpec = { axes: options.axes, keepAxes: options.keepAxes ?? false };
  const outputShape = (...inputs: Shape[]): Shape => reducedShape('mean', spec, inputs);
  return defineOperator({
    kind: 'mean',
    spec,
    outputShape,
    elementwise: (...inputs) => {
      const outputs = product(outputShape(...inputs));
      return { additions: product(onlyInput('mean', inputs)) - outputs, divisions: outputs };
    },
  });
}

/**
 * Sum over whole axes, which disappear; negative axes count from the end. Throws as `mean` does.
 * @example sumOver({ axes: [0] }).elementwise([4, 3]) // { additions: 9 }
 */
export function sumOver(options: { axes: readonly number[] }): Operator<'sum', ReductionSpec> {
  const spec: ReductionSpec = { axes: options.axes, keepAxes: false };
  const outputShape = (...inputs: Shape[]): Shape => reducedShape('sum', spec, inputs);
  return defineOperator({
    kind: 'sum',
    spec,
    outputShape,
    elementwise: (...inputs) => ({
      additions: product(onlyInput('sum', inputs)) - product(outputShape(...inputs)),
    }),
  });
}

function reducedShape(kind: string, spec: ReductionSpec, inputs: readonly Shape[]): Shape {
  const input = onlyInput(kind, inputs);
  const axes = new Set(spec.axes.map((axis, index) => axisOf(`axes[${index}]`, axis, input.length)));
  if (axes.size !== spec.axes.length || axes.size === 0) {
    throw new RangeError(`axes must name one axis or more, each once, not [${spec.axes.join(', ')}]`);
  }
  if (spec.keepAxes) return input.map((size, axis) => (axes.has(axis) ? 1 : size));
  return input.filter((_, axis) => !axes.has(axis));
}
