import { shownName } from './shown-name.ts';
import type { Refusal } from './use-model-file.ts';
import type { YourModelWords } from './words/index.ts';

/** Why a file was refused, where, and what stood there. */
export function refusalText(
  refusal: Refusal,
  { refusals, found, pickles, separator }: YourModelWords,
  integer: (value: number) => string,
): string {
  const text = refusals[refusal.code];
  if (!('offset' in refusal)) return text;
  const parts = [text, found(integer(refusal.offset), shownName(refusal.detail))];
  return (
    refusal.code === 'otherFormat' && /torch|pickle/i.test(refusal.detail) ? [...parts, pickles] : parts
  ).join(separator);
}
