import type { JSX } from 'preact';
import type { ChannelError } from './channels.ts';

interface Props {
  readonly channels: readonly ChannelError[];
  readonly title: string;
  readonly below: string;
  readonly own: string;
  readonly shared: string;
  readonly decibels: (value: number) => string;
}

const width = 340;
const height = 120;
const left = 30;
const top = 22;
const foot = 20;
const tickDecibels = 20;

/** Each channel's signal-to-noise ratio under its own scale and under one for all, smallest channel first. */
export function ChannelPlot({ channels, title, below, own, shared, decibels }: Props): JSX.Element {
  const heights = channels.flatMap(({ ownDecibels, sharedDecibels }) => [
    ownDecibels ?? 0,
    sharedDecibels ?? 0,
  ]);
  const [least, greatest] = [Math.min(0, ...heights), Math.max(10, ...heights)];
  const x = (index: number): number => round(left + ((width - left) * (index + 0.5)) / channels.length);
  const y = (value: number): number => round(top + (height * (greatest - value)) / (greatest - least));
  const ticks = [0, 1, 2, 3, 4, 5, 6].map((step) => step * tickDecibels).filter((tick) => tick <= greatest);
  // All marks of a kind are one path: a change of the weights then changes three elements instead of a hundred.
  const marks = channels.map(({ ownDecibels, sharedDecibels }, index) => ({
    gap:
      ownDecibels === undefined || sharedDecibels === undefined
        ? ''
        : `M${x(index)} ${y(ownDecibels)}V${y(sharedDecibels)}`,
    own: ownDecibels === undefined ? '' : disc(x(index), y(ownDecibels)),
    shared: sharedDecibels === undefined ? '' : square(x(index), y(sharedDecibels)),
  }));
  return (
    <svg
      class="lab-channels"
      viewBox={`0 0 ${width} ${top + height + foot}`}
      role="img"
      aria-label={`${title}: ${own}, ${shared}`}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${left} ${y(tick)}H${width}`} />
          <text x={left - 4} y={y(tick) + 4} class="end">
            {decibels(tick)}
          </text>
        </g>
      ))}
      {(['gap', 'own', 'shared'] as const).map((part) => (
        <path key={part} class={part} d={marks.map((mark) => mark[part]).join('')} />
      ))}
      <path class="own" d={disc(left + 4, 6)} />
      <text x={left + 11} y="10">
        {own}
      </text>
      <path class="shared" d={square(left + 154.4, 6)} />
      <text x={left + 162} y="10">
        {shared}
      </text>
      <text x={width} y={top + height + 15} class="end">
        {below}
      </text>
    </svg>
  );
}

/** A filled circle about a point, as a path. */
function disc(centerX: number, centerY: number): string {
  return `M${round(centerX - 2.6)} ${centerY}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0z`;
}

/** A square about a point, as a path. */
function square(centerX: number, centerY: number): string {
  return `M${round(centerX - 2.4)} ${round(centerY - 2.4)}h4.8v4.8h-4.8z`;
}

const round = (position: number): number => Math.round(position * 100) / 100;
