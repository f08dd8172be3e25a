import type { Row, Shape } from '../engine/index.ts';
import { arithmeticIntensity, trafficElements } from '../engine/index.ts';
import type { Technique } from './techniques.ts';

/** One operator of a network as its page lists it; plain data, so that it can be sorted, filtered and written out. */
export interface Layer {
  /** Module path, `layer1.0.conv1`. */
  readonly path: string;
  readonly kind: string;
  readonly outputShape: Shape;
  readonly parameters: number;
  readonly macs: number;
  /** Values a convolution or matrix product writes, those inside a composite included; 0 for other operators. */
  readonly activations: number;
  /** FLOPs (two for a MAC) for each byte moved, in float32 for one sample; 0 without MACs. */
  readonly intensity: number;
  /** Least values read and written, weights included, for one sample. */
  readonly movedElements: number;
  readonly techniques: readonly Technique[];
}

/** A row of a summary as plain data. */
export function layerOf(row: Row, techniques: readonly Technique[]): Layer {
  const { readElements, weightElements, writtenElements } = trafficElements(row);
  return {
    path: row.path,
    kind: row.kind,
    outputShape: row.outputShape,
    parameters: row.parameters,
    macs: row.macs,
    activations: row.macOutputElements,
    intensity: arithmeticIntensity(row, { dtype: 'float32' }),
    movedElements: readElements + weightElements + writtenElements,
    techniques,
  };
}

/** What several layers cost together. */
export type Cost = Pick<Layer, 'parameters' | 'macs' | 'activations' | 'intensity'>;

const float32Bytes = 4;

/**
 * The cost of layers together. Their intensity is that of all their work over all their traffic, each layer run by
 * itself.
 */
export function costOf(layers: readonly Layer[]): Cost {
  let [parameters, macs, activations, movedElements] = [0, 0, 0, 0];
  for (const layer of layers) {
    parameters += layer.parameters;
    macs += layer.macs;
    activations += layer.activations;
    movedElements += layer.movedElements;
  }
  const movedBytes = float32Bytes * movedElements;
  return { parameters, macs, activations, intensity: movedBytes === 0 ? 0 : (2 * macs) / movedBytes };
}
