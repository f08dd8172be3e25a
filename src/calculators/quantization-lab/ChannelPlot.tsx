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
const top = 16;
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
      {channels.map(({ channel, ownDecibels, sharedDecibels }, index) => (
        <g key={channel}>
          {ownDecibels !== undefined && sharedDecibels !== undefined && (
            <path class="gap" d={`M${x(index)} ${y(ownDecibels)}V${y(sharedDecibels)}`} />
          )}
          {ownDecibels !== undefined && <circle class="own" cx={x(index)} cy={y(ownDecibels)} r="2.6" />}
          {sharedDecibels !== undefined && (
            <rect class="shared" x={x(index) - 2.4} y={y(sharedDecibels) - 2.4} width="4.8" height="4.8" />
          )}
        </g>
      ))}
      <circle class="own" cx={left + 4} cy="6" r="2.6" />
      <text x={left + 11} y="10">
        {own}
      </text>
      <rect class="shared" x={left + 152} y="3.6" width="4.8" height="4.8" />
      <text x={left + 162} y="10">
        {shared}
      </text>
      <text x={width} y={top + height + 15} class="end">
        {below}
      </text>
    </svg>
  );
}

const round = (position: number): number => Math.round(position * 100) / 100;
