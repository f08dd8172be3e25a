import type { JSX } from 'preact';
import type { AffineRule, PartwiseQuantization } from '../../engine/index.ts';
import { codesOf, quantizationError } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { AnswerRows } from '../shared/AnswerRows.tsx';
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
  const { rows } = own;
  return (
    <AnswerRows
      rows={[
        {
          name: rows.sqnr,
          text: sqnrDecibels === undefined ? own.exact : `${show.decimal(sqnrDecibels, 1)}\u00a0dB`,
        },
        { name: rows.largestError, text: show.significant(largestError, 3) },
        { name: rows.scales, text: show.integer(maps.length) },
        { name: rows.codes, text: show.integer(codesInUse(codes, lab.rule)) },
      ]}
    />
  );
}

/** How many different codes there are; thousands of weights share a few of them, for which a set is slow. */
function codesInUse(codes: Int32Array, rule: AffineRule): number {
  const { lowest, highest } = codesOf(rule);
  const used = new Uint8Array(highest - lowest + 1);
  for (const code of codes) used[code - lowest] = 1;
  return used.reduce((total, one) => total + one, 0);
}
