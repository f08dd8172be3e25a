import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { Wire, WiringStep } from './wiring.ts';
import { wiringOf } from './wiring.ts';
import type { WiringWords } from './words.ts';

interface Props {
  readonly inChannels: number;
  readonly steps: readonly WiringStep[];
  readonly title: string;
  readonly words: WiringWords;
  readonly show: Formatter;
}

const spacing = 15;
const top = 44;
const edge = 6;
const gap = { convolution: 64, shuffle: 40 } as const;

/** Channels as dots in columns and the kernels between them as lines; what the first output needs stands out. */
export function ChannelWiring({ inChannels, steps, title, words, show }: Props): JSX.Element {
  const wiring = wiringOf(inChannels, steps);
  const lefts = wiring.steps.reduce<readonly number[]>(
    (each, { kind }) => [...each, (each.at(-1) ?? edge) + gap[kind]],
    [edge],
  );
  const kernels = wiring.steps
    .filter(({ kind }) => kind === 'convolution')
    .reduce((total, { wires }) => total + wires.length, 0);
  const seen = show.integer((wiring.columns[0] ?? []).filter(Boolean).length);
  const all = show.integer(inChannels);
  const width = Math.max((lefts.at(-1) ?? 0) + edge, 108);
  const height = top + spacing * (Math.max(...wiring.columns.map(({ length }) => length)) - 1) + edge;
  const y = (channel: number): number => top + spacing * channel;
  return (
    <svg
      class="channel-wiring"
      role="img"
      aria-label={words.sentence(title, seen, all, show.integer(kernels))}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <text class="title" x="0" y="12">
        {title}
      </text>
      <text x="0" y="28">
        {steps.length === 1 ? words.kernels(show.integer(kernels)) : words.sees(seen, all)}
      </text>
      {wiring.steps.map(({ wires, kind }, index) => (
        <g key={index} class={kind}>
          <path class="idle" d={paths(wires, false, lefts[index] ?? 0, lefts[index + 1] ?? 0, y)} />
          <path class="needed" d={paths(wires, true, lefts[index] ?? 0, lefts[index + 1] ?? 0, y)} />
        </g>
      ))}
      {wiring.columns.map((column, index) =>
        column.map((needed, channel) => (
          <circle
            key={`${index}-${channel}`}
            class={needed ? 'needed' : 'idle'}
            cx={lefts[index]}
            cy={y(channel)}
            r="4"
          />
        )),
      )}
    </svg>
  );
}

function paths(
  wires: readonly Wire[],
  needed: boolean,
  left: number,
  right: number,
  y: (channel: number) => number,
): string {
  return wires
    .filter((wire) => wire.needed === needed)
    .map(({ from, to }) => `M${left} ${y(from)}L${right} ${y(to)}`)
    .join('');
}
