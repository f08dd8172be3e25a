import { at, product, wholeNumber } from '../checks.ts';
import type { Network, NetworkNode } from '../network/index.ts';
import type { Tensor } from '../ops/index.ts';
import { isConvolution } from '../ops/index.ts';
import { packedBytes } from '../units.ts';
import { floatingBytes } from './floating-dtype.ts';
import { foldableNorms } from './folded-norms.ts';
import { tensorDataBytes } from './state-dict.ts';

/** How affine integer quantization stores a network's weights. */
export interface AffineScheme {
  /** Bits of one weight code. */
  readonly bits: number;
  /** Weights that share a scale: the whole tensor, one output channel, or a run of that many in an output channel. */
  readonly granularity: 'tensor' | 'channel' | { readonly groupElements: number };
  /** Bits of one scale. Default 32 (float32); 16 is usual for groups. */
  readonly scaleBits?: number;
  /** Bits of one zero point. Default: as wide as a code, as ONNX stores it; 0 for a scheme that has none. */
  readonly zeroPointBits?: number;
  /** Bits of one bias. Default 32: int32 at the accumulators' scale (Jacob et al. 2018, section 2.4). */
  readonly biasBits?: number;
}

/** Bytes of quantized weights by what they are. */
export interface QuantizedParts {
  readonly codes: number;
  readonly scales: number;
  readonly zeroPoints: number;
  readonly biases: number;
  /** What stays float32 or int64. */
  readonly unquantized: number;
}

/**
 * Bytes of a network's weights under affine quantization by what they are, without a container.
 *
 * Weight matrices and kernels (two axes or more) of operators that multiply become codes with their scales and zero
 * points, and those operators' biases integers. A batch norm right behind a convolution or linear layer is folded
 * into it: its four tensors vanish, and the layer gains a bias if it had none. Everything else (other norms,
 * embeddings of positions, tokens) stays float32; training counters are dropped, index tables stay int64.
 * Idle operators are counted as in a checkpoint; build the network without them for an inference model.
 * @throws RangeError when a scheme's number is not whole, or not positive where it must be.
 * @example quantizedParts(architectureNamed('resnet50').build(), { bits: 8, granularity: 'channel' }).scales // 110_240: 27,560 channels of 4 bytes
 */
export function quantizedParts(network: Network, scheme: AffineScheme): QuantizedParts {
  const checked = checkedScheme(scheme);
  const folded = foldableNorms(network);
  const gainsBias = new Set([...folded.values()]);
  return network.nodes
    .filter((node) => node.tiedTo === undefined && !folded.has(node.id))
    .map((node) => partsOf(node, gainsBias.has(node.id), checked))
    .reduce(added);
}

/**
 * All bytes of `quantizedParts` together.
 * @throws RangeError as it does.
 * @example quantizedWeightBytes(architectureNamed('resnet50').build(), { bits: 8, granularity: 'channel' }) // 25_750_952, 24.56 MiB
 */
export function quantizedWeightBytes(network: Network, scheme: AffineScheme): number {
  const { codes, scales, zeroPoints, biases, unquantized } = quantizedParts(network, scheme);
  return codes + scales + zeroPoints + biases + unquantized;
}

function added(left: QuantizedParts, right: QuantizedParts): QuantizedParts {
  return {
    codes: left.codes + right.codes,
    scales: left.scales + right.scales,
    zeroPoints: left.zeroPoints + right.zeroPoints,
    biases: left.biases + right.biases,
    unquantized: left.unquantized + right.unquantized,
  };
}

function partsOf(node: NetworkNode, gainsBias: boolean, scheme: Required<AffineScheme>): QuantizedParts {
  const tensors = node.operator.tensors.filter((tensor) => tensor.stored !== false);
  const weights = tensors.filter((tensor) => isQuantized(node, tensor));
  const rest = tensors.filter((tensor) => !weights.includes(tensor) && !isCounter(tensor));
  const isBias = (tensor: Tensor): boolean => weights.length > 0 && tensor.role === 'parameter';
  const hasBias = tensors.some((tensor) => tensor.name === 'bias');
  const gained = gainsBias && !hasBias ? weights.map((tensor) => outputChannels(node, tensor)) : [];
  const biases = [...rest.filter(isBias).map(({ shape }) => product(shape)), ...gained];
  const scales = weights.map((tensor) => scaleCount(node, tensor, scheme.granularity));
  return {
    codes: bytesOf(
      weights.map(({ shape }) => product(shape)),
      scheme.bits,
    ),
    scales: bytesOf(scales, scheme.scaleBits),
    zeroPoints: bytesOf(scales, scheme.zeroPointBits),
    biases: bytesOf(biases, scheme.biasBits),
    unquantized: rest
      .filter((tensor) => !isBias(tensor))
      .reduce((total, tensor) => total + tensorDataBytes(tensor, 'float32'), 0),
  };
}

/** Bytes of tensors of `counts` values, each packed by itself. */
function bytesOf(counts: readonly number[], bits: number): number {
  return counts.reduce((total, count) => total + packedBytes(count, bits), 0);
}

/** Operators whose weights a quantized runtime multiplies as integers; a table that is looked up or added is not one. */
const multiplying = /^(convolution|transposedConvolution|linear|embedding|lstm|gru|.*[aA]ttention)$/;

function isQuantized(node: NetworkNode, tensor: Tensor): boolean {
  return tensor.name.includes('weight') && tensor.shape.length >= 2 && multiplying.test(node.operator.kind);
}

/** A scalar int64 counts training batches; inference has no use for it. */
function isCounter(tensor: Tensor): boolean {
  return tensor.dtype === 'int64' && tensor.shape.length === 0;
}

function scaleCount(node: NetworkNode, tensor: Tensor, granularity: AffineScheme['granularity']): number {
  const channels = outputChannels(node, tensor);
  if (granularity === 'tensor') return 1;
  if (granularity === 'channel') return channels;
  return channels * Math.ceil(product(tensor.shape) / channels / granularity.groupElements);
}

/** Output channels of a weight: its first axis, but of a transposed convolution's (C_in, C_out/g, …k) not. */
function outputChannels({ operator }: NetworkNode, tensor: Tensor): number {
  return isConvolution(operator) ? operator.spec.outChannels : at(tensor.shape, 0);
}

function checkedScheme(scheme: AffineScheme): Required<AffineScheme> {
  if (typeof scheme.granularity === 'object') {
    wholeNumber('granularity.groupElements', scheme.granularity.groupElements, 1);
  }
  const bits = wholeNumber('bits', scheme.bits, 1);
  return {
    bits,
    granularity: scheme.granularity,
    scaleBits: wholeNumber('scaleBits', scheme.scaleBits ?? 8 * floatingBytes.float32, 1),
    zeroPointBits: wholeNumber('zeroPointBits', scheme.zeroPointBits ?? bits),
    biasBits: wholeNumber('biasBits', scheme.biasBits ?? 8 * floatingBytes.float32, 1),
  };
}
