import type { Formatter } from '../../format/index.ts';

/** Digits that tell any two float32 apart. */
export const float32Digits = 9;

/** A number as text, with the names of those that are not finite. */
export function numberText(value: number, show: Formatter): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return Object.is(value, -0) ? '−0' : show.significant(value, float32Digits);
}
