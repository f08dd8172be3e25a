import type { JSX } from 'preact';
import { product } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { SplitCase } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly result: SplitCase;
  readonly locale: Locale;
}

/** What the split saves or costs, whether it reaches as far, and what it adds. */
export function SplitAnswer({ result: { factorization, input, middle }, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const ratio = factorization.macsRatio(input);
  return (
    <p>
      <strong>{verdict(ratio, (share) => show.percent(share, 1), own)}</strong>
      {ratio > 1 && middle !== undefined && own.tooWide}
      {own.reach(
        show.integer(factorization.reachedPositions),
        show.integer(product(factorization.whole.spec.kernel)),
      )}
      {own.extra(
        show.integer(factorization.extraActivationElements(input)),
        show.integer(factorization.extraLaunches),
      )}
    </p>
  );
}

function verdict(ratio: number, percent: (share: number) => string, own: (typeof words)[Locale]): string {
  if (ratio === 1) return own.same;
  return ratio < 1 ? own.saves(percent(1 - ratio)) : own.costsMore(percent(ratio - 1));
}
