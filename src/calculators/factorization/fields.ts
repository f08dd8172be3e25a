import type { Split } from '../../engine/index.ts';
import type { Fields } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'split';

const largestChannels = 65_536;

/** The splits offered, by the engine's names. */
export const splits = [
  'asymmetric',
  'asymmetric-reversed',
  'stack-of-3',
  'stack-of-2',
  'p3d-a',
  'p3d-b',
  'p3d-c',
  '2plus1d',
  'depthwise-separable',
  'low-rank',
] as const satisfies readonly Split[];

/** The standard case in the plane is the 1×7 and 7×1 of Inception v3's Mixed_6b. */
export const fields = {
  split: { kind: 'choice', standard: 'asymmetric', choices: splits },
  kernelTime: { kind: 'whole', standard: 1, least: 1, most: 255 },
  kernelHeight: { kind: 'whole', standard: 7, least: 1, most: 255 },
  kernelWidth: { kind: 'whole', standard: 7, least: 1, most: 255 },
  inChannels: { kind: 'whole', standard: 128, least: 1, most: largestChannels },
  middleChannels: { kind: 'whole', standard: 128, least: 1, most: largestChannels },
  outChannels: { kind: 'whole', standard: 192, least: 1, most: largestChannels },
  frames: { kind: 'whole', standard: 1, least: 1, most: 65_536 },
  grid: { kind: 'whole', standard: 17, least: 1, most: 65_536 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** The same fields, which start from a 3×3×3 of R3D-18's first stage on its 16 frames of 56×56. */
export const volumeFields: Fields = {
  ...fields,
  split: { ...fields.split, standard: 'p3d-a' },
  kernelTime: { ...fields.kernelTime, standard: 3 },
  kernelHeight: { ...fields.kernelHeight, standard: 3 },
  kernelWidth: { ...fields.kernelWidth, standard: 3 },
  inChannels: { ...fields.inChannels, standard: 64 },
  middleChannels: { ...fields.middleChannels, standard: 64 },
  outChannels: { ...fields.outChannels, standard: 64 },
  frames: { ...fields.frames, standard: 16 },
  grid: { ...fields.grid, standard: 56 },
};
