import { wholeNumber } from '../checks.ts';

const half = 2;
const single = 4;

/** Values that an optimizer keeps for every parameter. */
interface OptimizerState {
  readonly bytesPerValue: number;
  /** Values that share a float32 scale; absent for state that is not quantized. */
  readonly blockElements?: number;
}

/** What a training recipe keeps for every parameter, in bytes, beside the activations. */
interface TrainingRecipe {
  readonly weightBytes: number;
  readonly gradientBytes: number;
  /** A float32 copy that the updates are added to, beside weights of fewer bits. */
  readonly masterWeightBytes: number;
  readonly states: readonly OptimizerState[];
}

const inFloat32 = { weightBytes: single, gradientBytes: single, masterWeightBytes: 0 };
const moment: OptimizerState = { bytesPerValue: single };
const quantizedMoment: OptimizerState = { bytesPerValue: 1, blockElements: 2048 };

/**
 * Recipes by what they keep: plain SGD; a momentum; Adam's two moments; the same with 16-bit weights and gradients and a
 * float32 master copy (also 16 bytes: the halves saved pay for the copy); 8-bit moments with a scale for every 2048.
 *
 * PyTorch's autocast keeps float32 weights and gradients and casts for each operator: `adam`, and 2 bytes more for the
 * cast weights while they are cached.
 * Source: Rajbhandari et al. 2020 (arXiv 1910.02054), §3.1; Dettmers et al. 2022 (arXiv 2110.02861), §2.1.
 */
export const trainingRecipes = {
  sgd: { ...inFloat32, states: [] },
  momentum: { ...inFloat32, states: [moment] },
  adam: { ...inFloat32, states: [moment, moment] },
  adamMixedPrecision: {
    weightBytes: half,
    gradientBytes: half,
    masterWeightBytes: single,
    states: [moment, moment],
  },
  adam8Bit: { ...inFloat32, states: [quantizedMoment, quantizedMoment] },
} as const satisfies Record<string, TrainingRecipe>;

export type TrainingRecipeName = keyof typeof trainingRecipes;

/** Bytes that training keeps for the parameters, apart from the activations. */
export interface TrainingStateBytes {
  readonly weightBytes: number;
  readonly gradientBytes: number;
  readonly masterWeightBytes: number;
  readonly optimizerBytes: number;
  readonly totalBytes: number;
}

/**
 * Bytes of weights, gradients and optimizer state for `parameters` trained elements.
 *
 * 8-bit state is counted as one run of blocks; the library quantizes tensor by tensor and leaves small ones in float32.
 * @throws RangeError when `parameters` is not a whole number.
 * @example trainingStateBytes(25_557_032, 'adam').totalBytes // 408_912_512: ResNet-50, 16 bytes for each parameter
 */
export function trainingStateBytes(parameters: number, recipeName: TrainingRecipeName): TrainingStateBytes {
  wholeNumber('parameters', parameters);
  const recipe: TrainingRecipe = trainingRecipes[recipeName];
  const weightBytes = parameters * recipe.weightBytes;
  const gradientBytes = parameters * recipe.gradientBytes;
  const masterWeightBytes = parameters * recipe.masterWeightBytes;
  const optimizerBytes = recipe.states.reduce((total, state) => total + stateBytes(parameters, state), 0);
  return {
    weightBytes,
    gradientBytes,
    masterWeightBytes,
    optimizerBytes,
    totalBytes: weightBytes + gradientBytes + masterWeightBytes + optimizerBytes,
  };
}

function stateBytes(parameters: number, { bytesPerValue, blockElements }: OptimizerState): number {
  const scales = blockElements === undefined ? 0 : Math.ceil(parameters / blockElements);
  return parameters * bytesPerValue + scales * single;
}
