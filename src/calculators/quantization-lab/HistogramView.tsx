import type { JSX } from 'preact';
import type { Bin } from './histogram.ts';

interface Props {
  readonly bins: readonly Bin[];
  /** What is counted, for readers who do not see the picture. */
  readonly title: string;
  readonly ends: readonly [least: string, greatest: string];
  readonly kind: 'weights' | 'codes';
}

const width = 340;
const height = 74;
const foot = 18;

/** Bars as high as the logarithm of their count, so that a single outlier is seen beside thousands. */
export function HistogramView({ bins, title, ends, kind }: Props): JSX.Element {
  const tallest = Math.max(...bins.map(({ count }) => Math.log1p(count)));
  const step = width / bins.length;
  return (
    <svg
      class={`lab-histogram ${kind}`}
      viewBox={`0 0 ${width} ${height + foot}`}
      role="img"
      aria-label={title}
    >
      {bins.map(({ begin, count }, index) => {
        const barHeight = tallest === 0 ? 0 : round((height * Math.log1p(count)) / tallest);
        return count === 0 ? null : (
          <rect
            key={begin}
            x={round(index * step)}
            y={round(height - barHeight)}
            width={round(Math.max(step - 0.4, 0.4))}
            height={barHeight}
          />
        );
      })}
      <path d={`M0 ${height}H${width}`} />
      <text x="0" y={height + 14}>
        {ends[0]}
      </text>
      <text x={width / 2} y={height + 14} class="middle">
        {title}
      </text>
      <text x={width} y={height + 14} class="end">
        {ends[1]}
      </text>
    </svg>
  );
}

const round = (position: number): number => Math.round(position * 100) / 100;
