import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import type { SeparableCase } from './state.ts';
import type { TrafficRow } from './traffic-table.ts';
import { words } from './words.ts';

interface Props {
  readonly result: SeparableCase;
  readonly rows: readonly TrafficRow[];
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** Both counts and their ratio step by step, and what each layer moves. */
export function SeparableWorking({ result, rows, locale, lit }: Props): JSX.Element {
  const { layer, input } = result;
  const { whole, formulas } = layer;
  const own = words[locale];
  const tag = languageTag[locale];
  const show = formatterFor(tag);
  const values = layer.bindings(input);
  const steps = (line: Omit<ArithmeticLine, 'values'>): JSX.Element => (
    <ArithmeticSteps lines={[{ ...line, values }]} languageTag={tag} lit={lit} />
  );
  return (
    <>
      <p class="part">{own.whole(show.shape(whole.spec.kernel))}</p>
      {whole.formulas.macs !== undefined &&
        steps({ formula: whole.formulas.macs, quantity: 'macs', unit: own.macs })}
      <p class="part">{own.parts}</p>
      {steps({ formula: formulas.macs, quantity: 'macs', unit: own.macs })}
      <p class="part">{own.ratio}</p>
      {steps({ formula: formulas.ratio, digits: 4 })}
      <p class="part">{own.traffic}</p>
      <section class="scroll-box" aria-label={own.traffic}>
        <table>
          <thead>
            <tr>
              {own.columns.map((column, index) => (
                <th key={column} scope="col" class={index === 0 ? undefined : 'align-right'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.layer}>
                <th scope="row">{own.rows[row.layer]}</th>
                <td class="align-right q-parameters">{show.integer(row.weights)}</td>
                <td class="align-right q-macs">{show.integer(row.macs)}</td>
                <td class="align-right q-bytes">{show.integer(row.bytes)}</td>
                <td class="align-right">{show.decimal(row.flopsPerByte, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
