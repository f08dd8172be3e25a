import type { Formatter } from '../../format/index.ts';
import type { CalculatorWords } from '../../i18n/index.ts';
import type { FieldError } from './fields.ts';

/** An error in the reader's language. */
export function errorText(error: FieldError, words: CalculatorWords, show: Formatter): string {
  switch (error.key) {
    case 'tooSmall':
    case 'tooLarge':
    case 'mustDivide':
    case 'mustEqual':
    case 'doesNotFit':
    case 'oneForEachAxis':
    case 'cropsEverything':
    case 'tooMany':
      return words.errors[error.key](show.trimmed(error.limit, 6));
    default:
      return words.errors[error.key];
  }
}
