import type { JSX } from 'preact';
import type { Formula, SymbolName } from '../../engine/index.ts';
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

/** Both costs, their ratio and the widest middle, worked out step by step. */
export function SplitWorking({ result, locale, lit }: Props): JSX.Element {
  const { split, factorization, input, middle } = result;
  const { whole, convolutions, formulas } = factorization;
  const own = words[locale];
  const tag = languageTag[locale];
  const show = formatterFor(tag);
  const values = factorization.bindings(input);
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
    </>
  );
}
