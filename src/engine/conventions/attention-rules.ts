import type { Row } from '../network/index.ts';
import type { AttentionWork } from './attention-work.ts';
import { attentionWork } from './attention-work.ts';
import type { Counted, Rule } from './tool.ts';

/** The kinds of attention operators, all taken apart by `attentionWork`. */
export const attentionKinds = ['multiHeadAttention', 'windowedAttention', 'pooledAttention'] as const;

/** Which of an attention operator's multiply-accumulates a tool comes upon. */
export interface AttentionSight {
  readonly layerCalls: readonly AttentionWork['layerCalls'][];
  readonly productCalls: readonly AttentionWork['scoreCalls'][];
}

/**
 * A rule for attention: corrects the multiply-accumulates to those the tool sees and adds what `extrasOf` gives.
 *
 * Layers that are modules in any case (poolings, position MLP) are seen by every tool here.
 */
export function attentionRule(
  sight: AttentionSight,
  extrasOf: (work: AttentionWork, row: Row) => Counted['extras'] = () => ({}),
): Rule {
  return (row) => {
    const work = attentionWork(row);
    const { projections, scores, mixing, layerCalls, scoreCalls, mixingCalls } = work;
    const products = (macs: number, calls: AttentionWork['scoreCalls']): number =>
      sight.productCalls.includes(calls) ? 0 : macs;
    return {
      corrections: {
        maskedPairs: work.masked,
        unseenProjections: sight.layerCalls.includes(layerCalls) ? 0 : -projections,
        unseenProducts: -(products(scores, scoreCalls) + products(mixing, mixingCalls)),
      },
      extras: extrasOf(work, row) ?? {},
    };
  };
}

/** The same rule for every kind of attention. */
export function forAttention(rule: Rule): Readonly<Record<string, Rule>> {
  return Object.fromEntries(attentionKinds.map((kind) => [kind, rule]));
}
