import { product } from '../checks.ts';
import type { Network, NetworkNode } from '../network/index.ts';
import { isConvolution } from '../ops/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { floatingBytes } from './floating-dtype.ts';
import { foldableNorms } from './folded-norms.ts';
import { quantizedWeightBytes } from './quantized-weights.ts';
import { tensorDataBytes } from './state-dict.ts';

/** Types of an exported network's weights; int8 is per output channel, as `quantizedWeightBytes` counts it. */
export type OnnxDtype = FloatingDtype | 'int8';

/** Bytes of a protobuf number: 7 bits in each. */
function varintBytes(value: number): number {
  return value < 0x80 ? 1 : 1 + varintBytes(Math.floor(value / 0x80));
}

/** A field with a length in front: tag, length, content. */
function delimitedBytes(contentBytes: number): number {
  return 1 + varintBytes(contentBytes) + contentBytes;
}

/** TensorProto: a `dims` per axis, `data_type`, `name`, `raw_data`; itself a field of the graph. */
function initializerBytes(name: string, shape: readonly number[], dataBytes: number): number {
  const dims = shape.reduce((total, size) => total + 1 + varintBytes(size), 0);
  return delimitedBytes(dims + 2 + delimitedBytes(name.length) + delimitedBytes(dataBytes));
}

/**
 * What a node of the graph takes beside its initializers: name, type, the names of inputs and outputs, attributes. An
 * estimate, since every exporter chooses its own names: 75 (MobileNetV2) to 185 (SqueezeNet) in files of the ONNX model zoo.
 */
const bytesPerNode = 120;

/** Initializers of the scale and zero point of a quantized weight: names and dims. */
const bytesPerQuantization = 120;

/**
 * Bytes of an ONNX file of the network for inference, estimated: initializers to the byte, graph nodes by the piece.
 *
 * Batch norms are folded into the layers before them as exporters do in eval mode, training counters and idle operators
 * are not exported.
 * Source: onnx/onnx, onnx/onnx.proto, `TensorProto` and `NodeProto`.
 */
export function onnxFileBytes(network: Network, dtype: OnnxDtype): number {
  const executed = { ...network, nodes: network.nodes.filter((node) => node.role === 'run') };
  const nodes = (executed.nodes.length - foldableNorms(executed).size) * bytesPerNode;
  if (dtype !== 'int8') return nodes + initializers(executed, dtype);
  const weights = executed.nodes.filter(({ operator }) => operator.tensors.some(isWeight)).length;
  const { bits, granularity } = { bits: 8, granularity: 'channel' } as const;
  return nodes + weights * bytesPerQuantization + quantizedWeightBytes(executed, { bits, granularity });
}

function isWeight({ name }: { readonly name: string }): boolean {
  return name.includes('weight');
}

function initializers(network: Network, dtype: FloatingDtype): number {
  const folded = foldableNorms(network);
  const absorbing = new Set(folded.values());
  return network.nodes
    .filter((node) => !folded.has(node.id) && node.tiedTo === undefined)
    .reduce((total, node) => total + nodeInitializers(node, absorbing.has(node.id), dtype), 0);
}

function nodeInitializers({ path, operator }: NetworkNode, gainsBias: boolean, dtype: FloatingDtype): number {
  const own = operator.tensors
    .filter(({ dtype: kind, shape }) => kind !== 'int64' || shape.length > 0)
    .reduce((total, tensor) => {
      return total + initializerBytes(`${path}.${tensor.name}`, tensor.shape, tensorDataBytes(tensor, dtype));
    }, 0);
  if (!gainsBias || operator.tensors.some(({ name }) => name === 'bias')) return own;
  const [weight] = operator.tensors;
  const channels = isConvolution(operator) ? operator.spec.outChannels : (weight?.shape[0] ?? 0);
  return own + initializerBytes(`${path}.bias`, [channels], product([channels, floatingBytes[dtype]]));
}
