import type { JSX } from 'preact';
import type { Formatter } from '../format/index.ts';
import type { WidthPoint } from './middle-width-curve.ts';

/** Labels of the plot. */
export interface MiddleWidthWords {
  readonly axis: string;
  readonly whole: string;
  readonly costsMore: string;
  /** The whole picture in a sentence. */
  readonly sentence: (widest: string, channels: string, ratio: string) => string;
}

interface Props {
  readonly curve: readonly WidthPoint[];
  /** The middle as it stands. */
  readonly current: WidthPoint;
  /** The widest middle that does not cost more. */
  readonly widest: number;
  readonly words: MiddleWidthWords;
  readonly show: Formatter;
}

const width = 340;
const left = 8;
const right = 332;
const top = 16;
const bottom = 122;

/** Cost of a split over its whole against the width of its middle, with the width from which on it costs more. */
export function MiddleWidth({ curve, current, widest, words, show }: Props): JSX.Element {
  const mostChannels = Math.max(...curve.map(({ channels }) => channels));
  const mostRatio = Math.max(1.2, ...curve.map(({ ratio }) => ratio));
  const x = (channels: number): number => rounded(left + ((right - left) * channels) / mostChannels);
  const y = (ratio: number): number => rounded(bottom - ((bottom - top) * ratio) / mostRatio);
  const line = curve.map(({ channels, ratio }) => `${x(channels)} ${y(ratio)}`).join('L');
  const limit = x(widest);
  const [dotX, dotY] = [x(current.channels), y(current.ratio)];
  const label = `${show.integer(current.channels)}: ${show.decimal(current.ratio, 3)}`;
  const labelLeft = dotX > (left + right) / 2;
  return (
    <svg
      class="figure-middle-width"
      viewBox={`0 0 ${width} 156`}
      role="img"
      aria-label={words.sentence(
        show.integer(widest),
        show.integer(current.channels),
        show.decimal(current.ratio, 3),
      )}
    >
      <rect class="dearer" x={limit} y={top} width={right - limit} height={bottom - top} />
      <path class="axis" d={`M${left} ${top}V${bottom}H${right}`} />
      <path class="whole" d={`M${left} ${y(1)}H${right}`} />
      <text x={left + 4} y={y(1) - 4}>
        {words.whole}
      </text>
      <path class="limit" d={`M${limit} ${top}V${bottom + 4}`} />
      <text class="middle" x={Math.min(Math.max(limit, 24), width - 24)} y={bottom + 16}>
        {show.integer(widest)}
      </text>
      <text x={limit + 5} y={top + 12}>
        {words.costsMore}
      </text>
      <path class="curve" d={`M${line}`} />
      <circle class="current" cx={dotX} cy={dotY} r="4" />
      <text
        class={labelLeft ? 'end strong' : 'strong'}
        x={dotX + (labelLeft ? -8 : 8)}
        y={dotY + (labelLeft ? -3 : 11)}
      >
        {label}
      </text>
      <text class="end axis-name" x={right} y="152">
        {words.axis}
      </text>
    </svg>
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
