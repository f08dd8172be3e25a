// Compares schemes apart from the page: fourteen quantizers over all weights take longer than a frame.
import type { WeightTensor } from './pasted.ts';
import type { Scheme } from './schemes.ts';
import { compareSchemes } from './schemes.ts';

/** What the page asks for. */
export interface SchemeRequest {
  readonly tensor: WeightTensor;
  readonly bits: number;
}

/** What the worker answers. */
export type SchemeAnswer = { readonly schemes: readonly Scheme[] } | { readonly failed: string };

addEventListener('message', ({ data }: MessageEvent<SchemeRequest>) => {
  postMessage(answer(data));
});

function answer({ tensor, bits }: SchemeRequest): SchemeAnswer {
  try {
    return { schemes: compareSchemes(tensor, bits) };
  } catch (error) {
    return { failed: String(error) };
  }
}
