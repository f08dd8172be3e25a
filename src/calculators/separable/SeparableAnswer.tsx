import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { words } from './words.ts';

interface Props {
  /** Cost of the separable layers over that of the dense one. */
  readonly ratio: number;
  readonly locale: Locale;
}

/** What separating saves, or costs more. */
export function SeparableAnswer({ ratio, locale }: Props): JSX.Element {
  const own = words[locale];
  const percent = (share: number): string => formatterFor(languageTag[locale]).percent(share, 1);
  return (
    <p>
      <strong>
        {ratio === 1
          ? own.same
          : ratio < 1
            ? own.saves(percent(1 - ratio))
            : own.costsMore(percent(ratio - 1))}
      </strong>
    </p>
  );
}
