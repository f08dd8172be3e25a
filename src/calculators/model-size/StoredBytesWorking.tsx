import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { FitsTable } from './FitsTable.tsx';
import type { Fit } from './fits.ts';
import { bytesIn, fileLines, linesFor, trainingLine } from './lines.ts';
import type { StoredModel } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly model: StoredModel;
  readonly fits: readonly Fit[];
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** The bytes step by step, those of training, and what fits. */
export function StoredBytesWorking({ model, fits, locale, lit }: Props): JSX.Element {
  const own = words[locale];
  const tag = languageTag[locale];
  const lines = linesFor(model, own);
  const steps = (each: readonly ArithmeticLine[]): JSX.Element => (
    <ArithmeticSteps lines={each} languageTag={tag} lit={lit} />
  );
  return (
    <>
      {steps([...lines, ...fileLines(model, bytesIn(lines), own.bytes)])}
      <p class="part">{own.training}</p>
      {steps([trainingLine(model, own.bytes)])}
      <FitsTable fits={fits} words={own} show={formatterFor(tag)} />
    </>
  );
}
