import type { JSX } from 'preact';
import type { PartwiseQuantization } from '../../engine/index.ts';
import { quantizationError } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { LabCase } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly lab: LabCase;
  readonly quantization: PartwiseQuantization;
  readonly locale: Locale;
}

/** How far the chosen scheme is off, with how many scales and codes. */
export function LabAnswer({ lab, quantization, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const { codes, maps, restored } = quantization;
  const { sqnrDecibels, largestError } = quantizationError(lab.tensor.values, restored);
  return (
    <p class="two-lines">
      <strong>
        {own.summary(
          sqnrDecibels === undefined ? own.exact : `${show.decimal(sqnrDecibels, 1)}\u00a0dB`,
          show.significant(largestError, 3),
          show.integer(maps.length),
          show.integer(new Set(codes).size),
        )}
      </strong>
    </p>
  );
}
