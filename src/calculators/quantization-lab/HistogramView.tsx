import type { JSX } from 'preact';

interface Props {
  /** How many values each bar stands for, from the least to the greatest. */
  readonly counts: readonly number[];
  /** What is counted, for readers who do not see the picture. */
  readonly title: string;
  readonly ends: readonly [least: string, greatest: string];
  readonly kind: 'weights' | 'codes';
}

const width = 340;
const height = 74;
const foot = 18;

/** Bars as high as the logarithm of their count, so that a single outlier is seen beside thousands. */
export function HistogramView({ counts, title, ends, kind }: Props): JSX.Element {
  const tallest = Math.log1p(Math.max(...counts));
  const step = width / counts.length;
  const barWidth = round(Math.max(step - 0.4, 0.4));
  // One path for all bars: a change of the weights then changes one element instead of a hundred.
  const bars = counts.map((count, index) => {
    const barHeight = tallest === 0 ? 0 : round((height * Math.log1p(count)) / tallest);
    return count === 0 ? '' : `M${round(index * step)} ${height}v${-barHeight}h${barWidth}v${barHeight}z`;
  });
  return (
    <svg
      class={`lab-histogram ${kind}`}
      viewBox={`0 0 ${width} ${height + foot}`}
      role="img"
      aria-label={title}
    >
      <path class="bars" d={bars.join('')} />
      <path class="ground" d={`M0 ${height}H${width}`} />
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
