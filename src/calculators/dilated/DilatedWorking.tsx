import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { at, effectiveKernelFormula, stackReceptiveFieldFormula } from '../../engine/index.ts';
import { CountStrip } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { reachText } from './reach-text.ts';
import { LayerRows } from './LayerRows.tsx';
import type { DilatedLayers } from './state.ts';
import { layerTable } from './table.ts';
import { words } from './words.ts';

interface Props {
  readonly stack: DilatedLayers;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** Bars of less than two pixels would run together. */
const mostDrawn = 170;

/** The widest kernel and the receptive field worked out, the layers one by one, and the ways to each position. */
export function DilatedWorking({ stack, locale, lit }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const k = stack.kernel;
  const dilations = stack.layers.map(({ dilation }) => dilation);
  const { receptiveField, paths } = at(stack.layers, stack.layers.length - 1).reach;
  return (
    <>
      <ArithmeticSteps
        lines={[
          {
            formula: effectiveKernelFormula,
            values: { k, d: Math.max(...dilations) },
            unit: own.positions,
          },
          {
            formula: stackReceptiveFieldFormula,
            values: { k, d_sum: dilations.reduce((total, dilation) => total + dilation, 0) },
            quantity: 'activations',
            unit: own.positions,
          },
        ]}
        languageTag={languageTag[locale]}
        lit={lit}
      />
      <LayerRows table={layerTable(stack, own)} caption={own.caption} show={show} />
      <p class="part">{own.ways}</p>
      {receptiveField > mostDrawn ? (
        <p>{own.tooWide(show.integer(mostDrawn))}</p>
      ) : (
        <CountStrip counts={paths} sentence={reachText(stack, locale)} quantity="activations" />
      )}
    </>
  );
}
