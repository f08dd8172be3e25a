// Needs the architectures, so pages import it on demand: their own script stays small.
import type { BuildOptions, Network, Shape, Summary } from '../engine/index.ts';
import {
  architectureNamed,
  checkpointCounts,
  fileBytes,
  peakActivationBytes,
  receptiveField,
  stateDictBytes,
  summarize,
} from '../engine/index.ts';
import type { FileName } from './file-names.ts';
import { fileFormats } from './file-names.ts';
import type { Cost, Layer } from './layers.ts';
import { costOf, layerOf } from './layers.ts';
import type { KindShare, Stage } from './stages.ts';
import { kindsOf, stagesOf } from './stages.ts';
import { techniquesOf } from './techniques.ts';

/** What one position late in the network sees, and where that is. */
export interface Reach {
  readonly path: string;
  /** One entry for each axis of the input. */
  readonly sizes: readonly number[];
  readonly jumps: readonly number[];
}

/** Everything a page says of a network under one choice of options, as plain data: only its layers are apart. */
export interface Account extends Cost {
  readonly input: Shape;
  readonly outputShape: Shape;
  readonly layerCount: number;
  readonly buffers: number;
  /** Values in int64 that a checkpoint holds: counters and index tables. */
  readonly int64Values: number;
  /** Bytes of all tensors of the state dict in float32. */
  readonly stateDictBytes: number;
  readonly fileBytes: Readonly<Record<FileName, number>>;
  /** Most bytes of activations in memory at once, float32, one sample. */
  readonly peakInferenceBytes: number;
  readonly peakTrainingBytes: number;
  /** Undefined where no single window describes what a position sees. */
  readonly reach: Reach | undefined;
  readonly stages: readonly Stage[];
  readonly kinds: readonly KindShare[];
}

/** A network's account with its layers. */
export interface FullAccount {
  readonly account: Account;
  readonly layers: readonly Layer[];
}

/**
 * The layers of an architecture in the order they run.
 * @throws RangeError when there is no such architecture, or it cannot be built or run with those options.
 */
export function layersOf(id: string, options?: BuildOptions): readonly Layer[] {
  return layersIn(summarize(architectureNamed(id).build(options)));
}

function layersIn(summary: Summary): readonly Layer[] {
  const found = techniquesOf(summary);
  return summary.rows.map((row, index) => layerOf(row, found[index] ?? []));
}

/**
 * The account of an architecture, and its layers. Throws as `layersOf` does.
 * @example accountOf('resnet50').account.macs // 4_089_184_256
 */
export function accountOf(id: string, options?: BuildOptions): FullAccount {
  const network = architectureNamed(id).build(options);
  const summary = summarize(network);
  const layers = layersIn(summary);
  const { buffers, int64Values } = checkpointCounts(network);
  const peak = (mode: 'inference' | 'training'): number =>
    peakActivationBytes(network, { dtype: 'float32', mode });
  return {
    layers,
    account: {
      input: network.input,
      outputShape: summary.outputShape,
      layerCount: layers.length,
      ...costOf(layers),
      buffers,
      int64Values,
      stateDictBytes: stateDictBytes(network, 'float32'),
      fileBytes: filesOf(network),
      peakInferenceBytes: peak('inference'),
      peakTrainingBytes: peak('training'),
      reach: reachOf(network, summary),
      stages: stagesOf(layers),
      kinds: kindsOf(layers),
    },
  };
}

function filesOf(network: Network): Record<FileName, number> {
  const bytes = (name: FileName): number => fileBytes(network, fileFormats[name]);
  return {
    pytorch: bytes('pytorch'),
    pytorchLegacy: bytes('pytorchLegacy'),
    safetensors: bytes('safetensors'),
    safetensorsHalf: bytes('safetensorsHalf'),
    onnx: bytes('onnx'),
  };
}

/** The last operator that still has positions, when windows alone lead there from the input. */
function reachOf(network: Network, { rows }: Summary): Reach | undefined {
  const rank = network.input.length;
  const last = rows.findLast(
    ({ outputShape, node }) =>
      node.role === 'run' && outputShape.length === rank && outputShape.slice(1).some((size) => size > 1),
  );
  if (last === undefined) return undefined;
  try {
    const fields = receptiveField(network, last.path);
    return {
      path: last.path,
      sizes: fields.map(({ size }) => size),
      jumps: fields.map(({ jump }) => jump),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
