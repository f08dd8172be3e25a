import type { JSX } from 'preact';
import type { Factorization } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { cell, outputLeftOf, rowHeight, SplitRow } from './SplitRow.tsx';
import type { Series } from './stages.ts';
import { splitSeries, wholeSeries } from './stages.ts';
import type { SplitWords } from './words.ts';

interface Props {
  /** A split of a two-dimensional convolution. */
  readonly factorization: Factorization;
  readonly words: SplitWords;
  readonly show: Formatter;
}

/** A kernel above the series it is split into, each from the input positions to the one output value they reach. */
export function SplitFigure({ factorization, words, show }: Props): JSX.Element {
  const whole = wholeSeries(factorization);
  const parts = splitSeries(factorization);
  const height = rowHeight(whole.stages[0]?.rows ?? 0);
  const outputLeft = outputLeftOf(parts);
  const width = Math.max(outputLeft + cell, 200);
  const names = (series: Series): string[] => series.kernels.map((kernel) => show.shape(kernel));
  const sum = ({ weights }: Series): string => weights.map((each) => show.integer(each)).join(' + ');
  const [name = ''] = names(whole);
  return (
    <svg
      class="split-figure"
      role="img"
      aria-label={words.sentence(name, names(parts), sum(whole), sum(parts))}
      width={width + 2}
      height={2 * height + 12}
      viewBox={`-1 0 ${width + 2} ${2 * height + 12}`}
    >
      {[whole, parts].map((series, index) => (
        <SplitRow
          key={index}
          series={series}
          title={words.row(names(series), sum(series))}
          words={words}
          top={index * (height + 12)}
          outputLeft={outputLeft}
        />
      ))}
    </svg>
  );
}
