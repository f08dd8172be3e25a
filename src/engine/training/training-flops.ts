import { product, wholeNumber } from '../checks.ts';
import type { Row, Summary } from '../network/index.ts';
import { flopsAtTwoPerMac } from '../units.ts';

/** Training arithmetic counted operator by operator, beside the rule of thumb 6·N·D. */
export interface TrainingFlops {
  /** Forward and backward passes by the network's own operators, one MAC as two FLOPs. */
  readonly flops: number;
  /** 6 · parameters · tokens. */
  readonly sixNdFlops: number;
  /** `flops − sixNdFlops` by operator kind, largest magnitude first; together they are the whole difference. */
  readonly differences: readonly { readonly kind: string; readonly flops: number }[];
}

/**
 * FLOPs of training on `samples` inputs like the summarized one, exact and as 6·N·D.
 *
 * Exact: the backward pass computes a gradient for the weights and one for the input, each as many multiply-accumulates
 * as the forward pass, so three passes; two where nothing before the operator is trained and no gradient goes on.
 * Auxiliary heads count, since training runs them. Elementwise work and the optimizer's own arithmetic do not.
 *
 * 6·N·D takes each weight to be used exactly once for each token. It is too high for embedding tables, which are looked
 * up, and for biases and norms; too low for attention, whose products of activations have no weights and grow with the
 * square of the tokens; and says nothing about convolutions, whose weights are used at every position.
 *
 * Source: Kaplan et al. 2020 (arXiv 2001.08361), §2.1, where N leaves the embeddings out.
 * @param options `tokensPerSample`: default 1, one image one sample.
 * @throws RangeError when a number is not whole.
 * @example trainingFlops(summarize(architectureNamed('resnet50').build()), { samples: 1 }).flops // 24_299_077_632
 */
export function trainingFlops(
  summary: Summary,
  options: { readonly samples: number; readonly tokensPerSample?: number | undefined },
): TrainingFlops {
  const samples = wholeNumber('samples', options.samples);
  const tokens = product([samples, wholeNumber('tokensPerSample', options.tokensPerSample ?? 1, 1)]);
  const untrained = untrainedValues(summary.rows);
  const byKind = new Map<string, number>();
  let flops = 0;
  for (const row of summary.rows) {
    const own =
      flopsAtTwoPerMac(passes(row, untrained) * row.node.operator.macs(...row.inputShapes)) * samples;
    flops += own;
    byKind.set(row.kind, (byKind.get(row.kind) ?? 0) + own - 6 * row.parameters * tokens);
  }
  return {
    flops,
    sixNdFlops: 6 * summary.parameters * tokens,
    differences: [...byKind]
      .map(([kind, difference]) => ({ kind, flops: difference }))
      .filter((entry) => entry.flops !== 0)
      .sort((left, right) => Math.abs(right.flops) - Math.abs(left.flops)),
  };
}

/** Ids of the input and of everything computed from it without a trained value on the way: no gradient goes there. */
function untrainedValues(rows: readonly Row[]): ReadonlySet<number> {
  const untrained = new Set([0]);
  for (const { node } of rows) {
    const isTrained = node.tiedTo !== undefined || node.operator.parameters > 0;
    if (!isTrained && node.inputs.every((id) => untrained.has(id))) untrained.add(node.id);
  }
  return untrained;
}

/**
 * Forward, gradient of the weights, gradient of the input. A product of two activations has a gradient for each of them
 * instead, three passes as well, which is why a composite (attention) that reads the raw input still takes three.
 */
function passes({ kind, node }: Row, untrained: ReadonlySet<number>): number {
  const isFirst = node.inputs.every((id) => untrained.has(id));
  return isFirst && singleProducts.has(kind) ? 2 : 3;
}

/** Kinds whose every multiply-accumulate takes a weight and an input value. */
const singleProducts: ReadonlySet<string> = new Set(['convolution', 'transposedConvolution', 'linear']);
