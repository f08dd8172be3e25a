import type { Convolution, Shape } from '../../engine/index.ts';
import { convolution, flopsAtTwoPerMac } from '../../engine/index.ts';
import type { Checked, FieldError, Fields } from '../shared/fields.ts';
import { checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'conv';

const largest = 65_536;

/** The standard case is the 3×3 convolution of ResNet-50's first bottleneck. */
export const fields = {
  inChannels: { kind: 'whole', standard: 64, least: 1, most: largest },
  outChannels: { kind: 'whole', standard: 64, least: 1, most: largest },
  kernel: { kind: 'whole', standard: 3, least: 1, most: 255 },
  inputSize: { kind: 'whole', standard: 56, least: 1, most: largest },
  stride: { kind: 'whole', standard: 1, least: 1, most: 255 },
  padding: { kind: 'whole', standard: 1, least: 0, most: 255 },
  groups: { kind: 'whole', standard: 1, least: 1, most: largest },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** A convolution without bias and the height and width of its square input. */
export interface ConvolutionCostLayer {
  readonly operator: Convolution;
  readonly inputSize: number;
}

/** The fields as read, and the layer they describe when they describe one. */
export interface ConvolutionCostState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly layer?: ConvolutionCostLayer;
}

/** Reads the fields; what no convolution can have is an error at the field that has to change. Never throws. */
export function readConvolutionCost(typed: Readonly<Record<string, string>>): ConvolutionCostState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (name: FieldName, error: FieldError): ConvolutionCostState => ({
    checked: { ...checked, [name]: { error } },
  });
  const [inChannels, outChannels, groups] = [number('inChannels'), number('outChannels'), number('groups')];
  const undivided = [inChannels, outChannels].find((channels) => channels % groups !== 0);
  if (undivided !== undefined) return refuse('groups', { key: 'mustDivide', limit: undivided });
  const inputSize = number('inputSize');
  const room = inputSize + 2 * number('padding');
  const kernel = number('kernel');
  if (kernel > room) return refuse('kernel', { key: 'doesNotFit', limit: room });
  const square = (size: number): [number, number] => [size, size];
  const operator = convolution({
    inChannels,
    outChannels,
    kernel: square(kernel),
    stride: square(number('stride')),
    padding: square(number('padding')),
    groups,
    bias: false,
  });
  if (!countsExactly(operator, inputSize)) return refuse('inputSize', { key: 'notExact' });
  return { checked, layer: { operator, inputSize } };
}

/** Whether the FLOPs, the largest of the results, are a whole number that a double holds; the engine refuses others. */
function countsExactly(operator: Convolution, inputSize: number): boolean {
  const [, height = 0, width = 0] = operator.outputShape(inputOf({ operator, inputSize }));
  return Number.isSafeInteger(flopsAtTwoPerMac(operator.parameters * height * width));
}

/** The square input of the layer, without its batch. */
export function inputOf({ operator, inputSize }: ConvolutionCostLayer): Shape {
  return [operator.spec.inChannels, inputSize, inputSize];
}
