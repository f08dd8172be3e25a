import type { Checked, Fields } from '../../../src/calculators/shared/fields.ts';
import type { Formatter } from '../../../src/format/index.ts';
import type { Locale } from '../../../src/i18n/index.ts';

/** What a calculator makes of what was typed. */
export interface Outcome {
  readonly checked: Readonly<Record<string, Checked>>;
  /** Undefined where a field is in error. */
  readonly result: unknown;
  /** Texts of the result in the order shown; undefined where there is none. */
  readonly texts: (show: Formatter, locale: Locale) => readonly string[] | undefined;
}

/** A calculator as the tests of all of them see it. */
export interface CalculatorCase {
  readonly name: string;
  /** Note it stands in. */
  readonly slug: string;
  readonly anchor: string;
  readonly prefix: string;
  readonly fields: Fields;
  /** A field to type into and what to type, for a result of the same kind as the standard one, if there is one. */
  readonly change?: readonly [field: string, text: string];
  /** What to choose so that there is such a field. */
  readonly start?: Readonly<Record<string, string>>;
  readonly read: (typed: Readonly<Record<string, string>>) => Outcome;
}

/** How to read one calculator, and which numbers of its result must be seen. */
interface Spec<Result> extends Omit<CalculatorCase, 'read'> {
  readonly read: (typed: Readonly<Record<string, string>>) => {
    readonly checked: Readonly<Record<string, Checked>>;
    readonly result?: Result | undefined;
  };
  readonly numbers: (result: Result, show: Formatter, locale: Locale) => readonly string[];
}

/** One calculator's case. */
export function calculatorCase<Result>({ read, numbers, ...rest }: Spec<Result>): CalculatorCase {
  return {
    ...rest,
    read: (typed) => {
      const { checked, result } = read(typed);
      const texts = (show: Formatter, locale: Locale): readonly string[] | undefined =>
        result === undefined ? undefined : numbers(result, show, locale);
      return { checked, result, texts };
    },
  };
}
