import { product } from '../checks.ts';
import type { Network } from '../network/index.ts';
import { NetworkBuilder, summarize } from '../network/index.ts';
import type { Operator } from '../ops/index.ts';
import {
  activation,
  adaptivePooling,
  batchNorm,
  convolution,
  layerNorm,
  linear,
  multiHeadAttention,
  pooling,
  softmax,
} from '../ops/index.ts';
import { canCount, countAs, countingSteps } from './count.ts';
import type { ToolName } from './tools/index.ts';

/** Which multiply-accumulates of nn.MultiheadAttention in inference a tool sees; undefined without a rule. */
export type AttentionSeen = 'all' | 'projections' | 'none' | undefined;

/** What a tool adds to its count for one layer at a time, found by letting it count that layer alone. */
export interface ToolProbe {
  /** Operations for one multiply-accumulate of a convolution: 1 or 2. */
  readonly perMac: number;
  /** Operations for each output element's bias, of a convolution and of a linear layer. */
  readonly convolutionBias: number;
  readonly linearBias: number;
  /** Operations for each element of a batch norm and of a LayerNorm, both with scale. */
  readonly batchNorm: number;
  readonly layerNorm: number;
  /** Operations for each input element of a ReLU, a 2×2 max pooling and a global average pooling of 10×10. */
  readonly relu: number;
  readonly maxPooling: number;
  readonly globalPooling: number;
  /** Operations for each element of a softmax over 10. */
  readonly softmax: number;
  readonly attention: AttentionSeen;
  /** What is counted of a transposed convolution of stride 2, as a factor on its multiply-accumulates. */
  readonly transposed: number | undefined;
}

/**
 * Lets a tool count one small layer after another; all are modules, as in most networks.
 * @example probeTool('thop').batchNorm // 4
 */
export function probeTool(tool: ToolName): ToolProbe {
  const perInput = (operator: Operator, input: readonly number[]): number =>
    countAs(tool, networkOf(operator, input)).count / product(input);
  const biasOf = (layer: (bias: boolean) => Operator, input: readonly number[]): number => {
    const [plain, biased] = [false, true].map((bias) => networkOf(layer(bias), input));
    if (plain === undefined || biased === undefined) return 0;
    return (countAs(tool, biased).count - countAs(tool, plain).count) / summarize(plain).outputElements;
  };
  const dense = (bias: boolean): Operator =>
    convolution({ inChannels: 4, outChannels: 8, kernel: [3, 3], bias });
  const upward = networkOf(
    convolution({
      inChannels: 4,
      outChannels: 8,
      kernel: [2, 2],
      stride: [2, 2],
      transposed: true,
      bias: false,
    }),
    image,
  );
  const convolved = networkOf(dense(false), image);
  const perMac = countAs(tool, convolved).count / summarize(convolved).macs;
  return {
    perMac,
    convolutionBias: biasOf(dense, image),
    linearBias: biasOf((bias) => linear({ inFeatures: 4, outFeatures: 8, bias }), [4]),
    batchNorm: perInput(batchNorm({ channels: 4 }), image),
    layerNorm: perInput(layerNorm({ shape: [10] }), [100, 10]),
    relu: perInput(activation('relu'), image),
    maxPooling: perInput(pooling({ kind: 'max', kernel: [2, 2] }), image),
    globalPooling: perInput(adaptivePooling({ kind: 'average', outputSizes: [1, 1] }), image),
    softmax: perInput(softmax(), [10]),
    attention: attentionSeen(tool),
    transposed: canCount(tool, upward)
      ? countAs(tool, upward).count / (perMac * summarize(upward).macs)
      : undefined,
  };
}

const image = [4, 10, 10] as const;

function networkOf(operator: Operator, input: readonly number[]): Network {
  const net = new NetworkBuilder(input);
  return net.build(net.add('layer', operator, [net.input]));
}

function attentionSeen(tool: ToolName): AttentionSeen {
  const network = networkOf(
    multiHeadAttention({ features: 8, heads: 2, bias: true, style: 'torch', causal: false }),
    [4, 8],
  );
  if (!canCount(tool, network)) return undefined;
  const names = countingSteps(tool, network).map(({ name }) => name);
  if (!names.includes('unseenProducts')) return 'all';
  return names.includes('unseenProjections') ? 'none' : 'projections';
}
