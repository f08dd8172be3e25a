import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { rooflineFormulas } from '../../engine/index.ts';
import { Roofline } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { pointsOf } from './points.ts';
import type { RooflineResult } from './result.ts';
import { longestLayers } from './result.ts';
import type { RooflineRun } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly run: RooflineRun;
  readonly result: RooflineResult;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

const rowsShown = 10;

/** The network's layers on the device's roofline, the device's ridge, and the longest layers. */
export function RooflineWorking({ run, result, locale, lit }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const own = words[locale];
  const { flopsPerSecond, bytesPerSecond } = run.device;
  const longest = longestLayers(result, rowsShown);
  const share = (seconds: number): string => show.percent(seconds / result.seconds, 1);
  return (
    <>
      <Roofline
        flopsPerSecond={flopsPerSecond}
        bytesPerSecond={bytesPerSecond}
        points={pointsOf(result)}
        perByte={own.perByte}
        title={own.total(show.seconds(result.seconds), show.seconds(result.computeSeconds))}
        languageTag={languageTag[locale]}
      />
      <ArithmeticSteps
        lines={[
          {
            formula: rooflineFormulas.ridge,
            values: { F_peak: flopsPerSecond, B_peak: bytesPerSecond },
            unit: own.perByteUnit,
            significantDigits: 4,
          },
        ]}
        languageTag={languageTag[locale]}
        lit={lit}
      />
      <section class="scroll-box" aria-label={captionOf(longest.length)}>
        <table class="roofline-table">
          <caption>{captionOf(longest.length)}</caption>
          <thead>
            <tr>
              {own.heads.map((head, column) => (
                <th key={head} scope="col" class={column > 0 && column < 4 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {longest.map(({ path, intensity, seconds, bound }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td class="number">{show.significant(intensity, 3)}</td>
                <td class="number">{show.seconds(seconds)}</td>
                <td class="number">{share(seconds)}</td>
                <td class={bound === 'memory' ? 'q-bytes' : 'q-macs'}>{own.bound[bound]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );

  function captionOf(shown: number): string {
    return own.caption(show.integer(shown), show.integer(result.layers.length));
  }
}
