import type { JSX } from 'preact';
import type { PartwiseQuantization } from '../../engine/index.ts';
import { codesOf, rangeOf } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { ChannelPlot } from './ChannelPlot.tsx';
import { channelErrors } from './channels.ts';
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

/** The chosen scheme: where the weights lie, which codes they take, and how far each channel is off. */
export function LabWorking({ lab, quantization, locale }: Props): JSX.Element {
  const { tensor, rule } = lab;
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const { least, greatest } = rangeOf(tensor.values);
  const { lowest, highest } = codesOf(rule);
  const codeCount = highest - lowest + 1;
  const channels = channelErrors(tensor, rule);
  return (
    <>
      <HistogramView
        kind="weights"
        title={own.weights}
        ends={[show.significant(least, 4), show.significant(greatest, 4)]}
        bins={histogram(tensor.values, least, greatest, weightBins)}
      />
      <HistogramView
        kind="codes"
        title={own.codes}
        ends={[show.integer(lowest), show.integer(highest)]}
        bins={histogram(
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
      {channels.length > 1 && (
        <>
          <p class="part">{own.perChannel}</p>
          <ChannelPlot
            channels={channels}
            title={own.perChannel}
            below={own.byChannel}
            own={own.own}
            shared={own.shared}
            decibels={(value) => show.decimal(value, 0)}
          />
        </>
      )}
    </>
  );
}
