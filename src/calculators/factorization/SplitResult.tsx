import type { JSX } from 'preact';
import type { Formula, SymbolName } from '../../engine/index.ts';
import { product } from '../../engine/index.ts';
import { MiddleWidth, middleWidthCurve } from '../../figures/index.ts';
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
  const { split, factorization, input, middle } = result;
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
      <p class="part">
        {own.parts(
          convolutions.map(({ spec }) => own.kernel(show.shape(spec.kernel), spec.groups > 1)),
          factorization.wiring,
        )}
      </p>
      {steps([macs(formulas.macs)])}
      <p class="part">{own.ratio}</p>
      {steps([{ formula: formulas.ratio, values }])}
      {middle !== undefined && (
        <>
          <p class="part">{split === '2plus1d' ? own.matching : own.widest}</p>
          {formulas.middleChannels !== undefined && steps([{ formula: formulas.middleChannels, values }])}
          <MiddleWidth
            curve={middleWidthCurve(factorization, split, 1.6 * Math.max(middle.channels, middle.widest))}
            current={{ channels: middle.channels, ratio: factorization.weightRatio }}
            widest={middle.widest}
            words={own.plot}
            show={show}
          />
        </>
      )}
      <p>
        <strong>{verdict(ratio, (share) => show.percent(share, 1), own)}</strong>
        {ratio > 1 && middle !== undefined && own.tooWide}
        {own.reach(show.integer(factorization.reachedPositions), show.integer(product(whole.spec.kernel)))}
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
