import type { JSX } from 'preact';
import type { Formula, SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import type { SplitCase } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly result: SplitCase;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** Both costs, their ratio and the widest middle, worked out step by step, and what the split adds. */
export function SplitResult({ result, locale, lit }: Props): JSX.Element {
  const { factorization, input } = result;
  const { whole, convolutions, formulas } = factorization;
  const own = words[locale];
  const tag = languageTag[locale];
  const show = formatterFor(tag);
  const values = factorization.bindings(input);
  const ratio = factorization.macsRatio(input);
  const macs = (formula: Formula): ArithmeticLine => ({ formula, values, quantity: 'macs', unit: own.macs });
  const steps = (lines: readonly ArithmeticLine[]): JSX.Element => (
    <ArithmeticSteps lines={lines} languageTag={tag} lit={lit} />
  );
  return (
    <>
      <p class="part">{own.whole(show.shape(whole.spec.kernel))}</p>
      {whole.formulas.macs !== undefined && steps([macs(whole.formulas.macs)])}
      <p class="part">{own.parts(convolutions.map(({ spec }) => show.shape(spec.kernel)))}</p>
      {steps([macs(formulas.macs)])}
      <p class="part">{own.ratio}</p>
      {steps([{ formula: formulas.ratio, values }])}
      {formulas.middleChannels !== undefined && (
        <>
          <p class="part">{own.widest}</p>
          {steps([{ formula: formulas.middleChannels, values }])}
        </>
      )}
      <p>
        <strong>{verdict(ratio, (share) => show.percent(share, 1), own)}</strong>{' '}
        {own.extra(
          show.integer(factorization.extraActivationElements(input)),
          show.integer(factorization.extraLaunches),
        )}
      </p>
    </>
  );
}

function verdict(ratio: number, percent: (share: number) => string, own: (typeof words)[Locale]): string {
  if (ratio === 1) return own.same;
  return ratio < 1 ? own.saves(percent(1 - ratio)) : own.costsMore(percent(ratio - 1));
}
