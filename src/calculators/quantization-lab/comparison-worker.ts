// Compares apart from the page: fourteen quantizers over all weights take longer than a frame.
import type { AffineRule } from '../../engine/index.ts';
import type { Comparison } from './comparison.ts';
import { compare } from './comparison.ts';
import type { WeightTensor } from './pasted.ts';

/** What the page asks for. */
export interface ComparisonRequest {
  readonly tensor: WeightTensor;
  readonly rule: AffineRule;
}

/** What the worker answers. */
export type ComparisonAnswer = { readonly comparison: Comparison } | { readonly failed: string };

addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  postMessage(answer(data));
});

function answer({ tensor, rule }: ComparisonRequest): ComparisonAnswer {
  try {
    return { comparison: compare(tensor, rule) };
  } catch (error) {
    return { failed: String(error) };
  }
}
