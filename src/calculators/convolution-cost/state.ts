import type { Convolution } from '../../engine/index.ts';
import { convolution } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
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

/** The fields as read, and the layer they describe when they describe one. */
export interface ConvolutionCostState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly layer?: { readonly operator: Convolution; readonly inputSize: number };
}

/** Reads the fields; what no convolution can have is an error at the field that has to change. Never throws. */
export function readConvolutionCost(typed: Readonly<Record<string, string>>): ConvolutionCostState {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const number = (name: FieldName): number => numberIn(checked, name);
  const refuse = (
    name: FieldName,
    key: 'mustDivide' | 'doesNotFit',
    limit: number,
  ): ConvolutionCostState => ({
    checked: { ...checked, [name]: { error: { key, limit } } },
  });
  const [inChannels, outChannels, groups] = [number('inChannels'), number('outChannels'), number('groups')];
  const undivided = [inChannels, outChannels].find((channels) => channels % groups !== 0);
  if (undivided !== undefined) return refuse('groups', 'mustDivide', undivided);
  const room = number('inputSize') + 2 * number('padding');
  const kernel = number('kernel');
  if (kernel > room) return refuse('kernel', 'doesNotFit', room);
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
  return { checked, layer: { operator, inputSize: number('inputSize') } };
}
