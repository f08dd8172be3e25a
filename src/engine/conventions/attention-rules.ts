import type { AttentionProduct, AttentionWork } from './attention-work.ts';
import { attentionWork } from './attention-work.ts';
import { printedEinsumMacs } from './einsum.ts';
import type { Row } from '../network/index.ts';
import type { Counted, Rule } from './tool.ts';

/** The kinds of attention operators, all taken apart by `attentionWork`. */
export const attentionKinds = ['multiHeadAttention', 'windowedAttention', 'pooledAttention'] as const;

/** Which of an attention operator's multiply-accumulates a tool comes upon. */
export interface AttentionSight {
  readonly layerCalls: readonly AttentionWork['layerCalls'][];
  readonly productCalls: readonly AttentionProduct['calls'][];
  /** Whether einsum's operations are read from the text numpy prints of them. Default false. */
  readonly readsEinsumText?: boolean;
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
    const unseen = work.products.filter(({ calls }) => !sight.productCalls.includes(calls));
    const rounded = sight.readsEinsumText === true ? einsums(work) : [];
    return {
      corrections: {
        maskedPairs: work.masked,
        unseenProjections: sight.layerCalls.includes(work.layerCalls) ? 0 : -work.projections,
        unseenProducts: -sumOf(unseen, ({ macs }) => macs),
        einsumRounding: sumOf(rounded, ({ macs }) => printedEinsumMacs(macs) - macs),
      },
      extras: extrasOf(work, row) ?? {},
    };
  };
}

/** Multiply-accumulates of an attention operator's einsums, as a tool has them that reads numpy's text. */
export function readEinsumMacs(row: Row): number {
  return sumOf(einsums(attentionWork(row)), ({ macs }) => printedEinsumMacs(macs));
}

/** The same rule for every kind of attention. */
export function forAttention(rule: Rule): Readonly<Record<string, Rule>> {
  return Object.fromEntries(attentionKinds.map((kind) => [kind, rule]));
}

function einsums(work: AttentionWork): readonly AttentionProduct[] {
  return work.products.filter(({ calls }) => calls === 'einsum');
}

function sumOf(products: readonly AttentionProduct[], value: (product: AttentionProduct) => number): number {
  return products.reduce((total, each) => total + value(each), 0);
}
