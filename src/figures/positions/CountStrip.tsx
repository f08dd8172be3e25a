import type { JSX } from 'preact';

interface Props {
  /** Counts of neighbouring positions, in order. */
  readonly counts: readonly number[];
  /** What the strip shows, for readers who do not see it. */
  readonly sentence: string;
  readonly quantity: 'macs' | 'activations';
}

const width = 340;
const height = 56;
const foot = 42;
const tallest = 38;
const widestBar = 14;

/**
 * Counts of positions as bars side by side, written below while there is room; a position with none is an open mark on
 * the line. Its size never changes.
 */
export function CountStrip({ counts, sentence, quantity }: Props): JSX.Element {
  const step = Math.min(widestBar, width / counts.length);
  const most = Math.max(1, ...counts);
  const barWidth = rounded(step * 0.8);
  return (
    <svg
      class={`count-strip q-${quantity}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sentence}
    >
      {counts.map((count, position) => {
        const x = rounded(position * step);
        const barHeight = rounded(Math.max(3, (tallest * count) / most));
        return count === 0 ? (
          <rect key={position} class="hole" x={x} y={foot - 3} width={barWidth} height="3" />
        ) : (
          <rect
            key={position}
            class="bar"
            x={x}
            y={rounded(foot - barHeight)}
            width={barWidth}
            height={barHeight}
          />
        );
      })}
      {step === widestBar &&
        counts.map((count, position) => (
          <text key={position} class="count" x={rounded((position + 0.4) * step)} y={height - 2}>
            {count}
          </text>
        ))}
      <path class="line" d={`M0 ${foot + 1}h${rounded(step * counts.length)}`} />
    </svg>
  );
}

const rounded = (value: number): number => Number(value.toFixed(2));
