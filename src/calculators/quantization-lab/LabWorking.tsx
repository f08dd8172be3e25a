import type { JSX } from 'preact';
import type { PartwiseQuantization } from '../../engine/index.ts';
import { codesOf, rangeOf } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { histogram } from './histogram.ts';
import { HistogramView } from './HistogramView.tsx';
import { Excerpt } from './LabTables.tsx';
import { linesFor } from './lines.ts';
import type { LabCase } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly lab: LabCase;
  readonly quantization: PartwiseQuantization;
  readonly locale: Locale;
}

const weightBins = 68;
/** Codes are drawn one by one up to this many, and in fours beyond. */
const separateCodes = 64;

/** The chosen scheme: where the weights lie, which codes they take, and how the first of them fare. */
export function LabWorking({ lab, quantization, locale }: Props): JSX.Element {
  const { tensor, rule } = lab;
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const { least, greatest } = rangeOf(tensor.values);
  const { lowest, highest } = codesOf(rule);
  const codeCount = highest - lowest + 1;
  return (
    <>
      <HistogramView
        kind="weights"
        title={own.weights}
        ends={[show.significant(least, 4), show.significant(greatest, 4)]}
        counts={histogram(tensor.values, least, greatest, weightBins)}
      />
      <HistogramView
        kind="codes"
        title={own.codes}
        ends={[show.integer(lowest), show.integer(highest)]}
        counts={histogram(
          quantization.codes,
          lowest,
          highest + 1,
          codeCount > separateCodes ? codeCount / 4 : codeCount,
        )}
      />
      <p class="part">{own.logarithmic}</p>
      <p class="part">{own.parts[lab.part]}</p>
      <ArithmeticSteps lines={linesFor(lab, quantization)} languageTag={languageTag[locale]} />
      <Excerpt values={tensor.values} quantization={quantization} locale={locale} />
    </>
  );
}
