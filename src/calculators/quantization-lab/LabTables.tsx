import type { JSX } from 'preact';
import type { PartwiseQuantization } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { Table } from '../shared/csv.ts';
import type { Comparison } from './comparison.ts';
import type { Scheme } from './schemes.ts';
import { words } from './words.ts';

interface SchemeTableProps {
  readonly schemes: readonly Scheme[];
  readonly bits: number;
  readonly locale: Locale;
}

/** Every scheme's bits and errors. */
export function SchemeTable({ schemes, bits, locale }: SchemeTableProps): JSX.Element {
  const { table, schemes: nameOf, exact } = words[locale];
  const show = formatterFor(languageTag[locale]);
  return (
    <section class="scroll-box" aria-label={table.caption}>
      <table class="lab-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.scheme}</th>
            {[table.bits, table.sqnr, table.meanSquaredError, table.largestError].map((heading) => (
              <th key={heading} scope="col" class="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schemes.map(({ name, bitsPerWeight, error }) => (
            <tr key={name}>
              <th scope="row">{nameOf(name, show.integer(bits))}</th>
              <td class="number">{show.trimmed(bitsPerWeight, 3)}</td>
              <td class="number">
                {error.sqnrDecibels === undefined ? exact : show.decimal(error.sqnrDecibels, 1)}
              </td>
              <td class="number">{show.significant(error.meanSquaredError, 3)}</td>
              <td class="number">{show.significant(error.largestError, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same rows for a spreadsheet, numbers with all their digits. */
export function schemeRows({ schemes, bits }: Comparison, locale: Locale): Table {
  const { table, schemes: nameOf } = words[locale];
  return [
    [table.scheme, table.bits, table.sqnr, table.meanSquaredError, table.largestError],
    ...schemes.map(({ name, bitsPerWeight, error }) => [
      nameOf(name, String(bits)),
      bitsPerWeight,
      error.sqnrDecibels ?? '',
      error.meanSquaredError,
      error.largestError,
    ]),
  ];
}

interface ExcerptProps {
  readonly values: Float32Array;
  readonly quantization: PartwiseQuantization;
  readonly locale: Locale;
}

const excerptLength = 8;

/** The first weights with their codes and what comes back. */
export function Excerpt({ values, quantization, locale }: ExcerptProps): JSX.Element {
  const { excerpt } = words[locale];
  const show = formatterFor(languageTag[locale]);
  const rows = [...values.subarray(0, excerptLength)].map((weight, index) => ({
    weight,
    code: quantization.codes[index] ?? 0,
    restored: quantization.restored[index] ?? 0,
  }));
  return (
    <section class="scroll-box" aria-label={excerpt.caption}>
      <table class="lab-table">
        <caption>{excerpt.caption}</caption>
        <thead>
          <tr>
            {[excerpt.weight, excerpt.code, excerpt.restored, excerpt.error].map((heading) => (
              <th key={heading} scope="col" class="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ weight, code, restored }, index) => (
            <tr key={index}>
              <td class="number">{show.significant(weight, 5)}</td>
              <td class="number">{show.integer(code)}</td>
              <td class="number">{show.significant(restored, 5)}</td>
              <td class="number">{show.significant(restored - weight, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
