import type { AffineRule, ValueRange, Values } from '../../engine/index.ts';
import { leastErrorRange, percentileRange, rangeOf } from '../../engine/index.ts';

/** How the range of a part is chosen: all of it, the middle so many percent, or by trying for the least error. */
export const rangeChoices = ['full', '99.9', '99', 'least-error'] as const;

export type RangeChoice = (typeof rangeChoices)[number];

/** The function that chooses a part's range. */
export function rangeFor(choice: RangeChoice, rule: AffineRule): (values: Values) => ValueRange {
  switch (choice) {
    case 'full':
      return rangeOf;
    case 'least-error':
      return (values) => leastErrorRange(values, rule);
    default:
      return (values) => percentileRange(values, Number(choice));
  }
}
