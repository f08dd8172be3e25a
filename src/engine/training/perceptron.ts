import { wholeNumber } from '../checks.ts';

/** Layer widths of a perceptron with one hidden layer of ReLUs and a softmax over classes. */
export interface PerceptronSizes {
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
}

/** Samples with their classes, rows one after another. */
export interface LabelledSamples {
  /** `labels.length` rows of `inputs` values. */
  readonly values: Float64Array;
  readonly labels: Uint8Array;
}

/** How well parameters do on samples. */
export interface PerceptronScore {
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of samples whose most probable class is theirs. */
  readonly accuracy: number;
}

/**
 * Number of parameters: a weight for each pair of neighbouring units and a bias for each unit.
 * @throws RangeError when a width is not a whole number of at least 1.
 * @example perceptronParameters({ inputs: 64, hidden: 32, classes: 10 }) // 2_410
 */
export function perceptronParameters({ inputs, hidden, classes }: PerceptronSizes): number {
  wholeNumber('inputs', inputs, 1);
  wholeNumber('hidden', hidden, 1);
  wholeNumber('classes', classes, 1);
  return hidden * (inputs + 1) + classes * (hidden + 1);
}

/**
 * Parameters to start from, drawn from `random`: weights uniform in ±√(6 / inputs of the unit), biases 0. Each unit's
 * weights stand together, its bias behind them.
 * Source: He et al. 2015 (arXiv 1502.01852), §2.2, with a uniform distribution of the same variance.
 */
export function initialPerceptron(sizes: PerceptronSizes, random: () => number): Float64Array {
  const { inputs, hidden, classes } = sizes;
  const parameters = new Float64Array(perceptronParameters(sizes));
  let place = 0;
  for (const [units, fanIn] of [
    [hidden, inputs],
    [classes, hidden],
  ] as const) {
    const bound = Math.sqrt(6 / fanIn);
    for (let unit = 0; unit < units; unit++, place++) {
      for (let from = 0; from < fanIn; from++, place++) parameters[place] = (2 * random() - 1) * bound;
    }
  }
  return parameters;
}

/**
 * Adds the gradient of the mean cross-entropy over the samples at `indices` to `gradient`, and returns that mean.
 * @throws RangeError when `indices` is empty.
 */
export function addPerceptronGradient(
  sizes: PerceptronSizes,
  parameters: Float64Array,
  samples: LabelledSamples,
  indices: Uint32Array,
  gradient: Float64Array,
): number {
  const { inputs, hidden, classes } = sizes;
  const share = 1 / wholeNumber('indices.length', indices.length, 1);
  const { activations, probabilities } = scratch(sizes);
  const second = hidden * (inputs + 1);
  let loss = 0;
  for (const index of indices) {
    const row = index * inputs;
    const label = samples.labels[index] ?? 0;
    forward(sizes, parameters, samples.values, row, activations, probabilities);
    loss -= Math.log(Math.max(probabilities[label] ?? 0, Number.MIN_VALUE));
    for (let unit = 0; unit < classes; unit++) {
      const error = share * ((probabilities[unit] ?? 0) - (unit === label ? 1 : 0));
      addScaled(gradient, second + unit * (hidden + 1), error, activations, 0, hidden);
      probabilities[unit] = error;
    }
    for (let unit = 0; unit < hidden; unit++) {
      if ((activations[unit] ?? 0) <= 0) continue;
      let error = 0;
      for (let to = 0; to < classes; to++) {
        error += (probabilities[to] ?? 0) * (parameters[second + to * (hidden + 1) + unit] ?? 0);
      }
      addScaled(gradient, unit * (inputs + 1), error, samples.values, row, inputs);
    }
  }
  return loss * share;
}

/** Mean cross-entropy and share of right answers over all samples. */
export function scorePerceptron(
  sizes: PerceptronSizes,
  parameters: Float64Array,
  samples: LabelledSamples,
): PerceptronScore {
  const count = wholeNumber('samples', samples.labels.length, 1);
  const { activations, probabilities } = scratch(sizes);
  let loss = 0;
  let right = 0;
  samples.labels.forEach((label, index) => {
    forward(sizes, parameters, samples.values, index * sizes.inputs, activations, probabilities);
    loss -= Math.log(Math.max(probabilities[label] ?? 0, Number.MIN_VALUE));
    if (probabilities.indexOf(largestOf(probabilities)) === label) right++;
  });
  return { loss: loss / count, accuracy: right / count };
}

function scratch(sizes: PerceptronSizes): { activations: Float64Array; probabilities: Float64Array } {
  return { activations: new Float64Array(sizes.hidden), probabilities: new Float64Array(sizes.classes) };
}

/** Hidden activations and class probabilities of the sample that begins at `row`. */
function forward(
  { inputs, hidden, classes }: PerceptronSizes,
  parameters: Float64Array,
  values: Float64Array,
  row: number,
  activations: Float64Array,
  probabilities: Float64Array,
): void {
  for (let unit = 0; unit < hidden; unit++) {
    activations[unit] = Math.max(0, affine(parameters, unit * (inputs + 1), values, row, inputs));
  }
  const second = hidden * (inputs + 1);
  for (let unit = 0; unit < classes; unit++) {
    probabilities[unit] = affine(parameters, second + unit * (hidden + 1), activations, 0, hidden);
  }
  // Softmax, the largest score taken off first so that no exponential overflows.
  const largest = largestOf(probabilities);
  let total = 0;
  for (let unit = 0; unit < classes; unit++) {
    const exponential = Math.exp((probabilities[unit] ?? 0) - largest);
    probabilities[unit] = exponential;
    total += exponential;
  }
  for (let unit = 0; unit < classes; unit++) probabilities[unit] = (probabilities[unit] ?? 0) / total;
}

function largestOf(values: Float64Array): number {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}

/** Weights at `place` times values at `row`, plus the bias behind the weights. */
function affine(
  parameters: Float64Array,
  place: number,
  values: Float64Array,
  row: number,
  count: number,
): number {
  // Two sums: the next product need not wait until the last one is added.
  let even = parameters[place + count] ?? 0;
  let odd = 0;
  for (let index = 1; index < count; index += 2) {
    even += (parameters[place + index - 1] ?? 0) * (values[row + index - 1] ?? 0);
    odd += (parameters[place + index] ?? 0) * (values[row + index] ?? 0);
  }
  if (count % 2 === 1) even += (parameters[place + count - 1] ?? 0) * (values[row + count - 1] ?? 0);
  return even + odd;
}

/** Adds `scale` times a unit's inputs to its weights' gradient, and `scale` to its bias's. */
function addScaled(
  gradient: Float64Array,
  place: number,
  scale: number,
  values: Float64Array,
  row: number,
  count: number,
): void {
  for (let index = 0; index < count; index++) {
    gradient[place + index] = (gradient[place + index] ?? 0) + scale * (values[row + index] ?? 0);
  }
  gradient[place + count] = (gradient[place + count] ?? 0) + scale;
}
