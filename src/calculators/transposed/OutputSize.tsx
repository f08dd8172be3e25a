import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { transposedSizeFormula } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import type { TransposedAxis } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly axis: TransposedAxis;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** The output size worked out. */
export function OutputSize({ axis, locale, lit }: Props): JSX.Element {
  const { kernel, stride, dilation } = axis.window;
  const values = {
    n: axis.inputSize,
    k: kernel,
    s: stride,
    d: dilation,
    p_begin: axis.padding,
    p_end: axis.padding,
    p_out: axis.outputPadding,
  };
  return (
    <ArithmeticSteps
      lines={[
        {
          formula: transposedSizeFormula,
          values,
          quantity: 'activations',
          unit: words[locale].positions,
        },
      ]}
      languageTag={languageTag[locale]}
      lit={lit}
    />
  );
}
