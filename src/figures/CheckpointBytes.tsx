import type { JSX } from 'preact';
import { formatterFor } from '../format/index.ts';
import type { CheckpointPart } from './checkpoint-parts.ts';
import type { CheckpointWords } from './checkpoint-words.ts';

interface Props {
  readonly parts: readonly CheckpointPart[];
  readonly words: CheckpointWords;
  readonly title: string;
  readonly languageTag: string;
}

const width = 340;
const rowHeight = 40;
const barHeight = 13;
const barTop = 18;
const gap = 28;

/**
 * A checkpoint's bytes to scale: the weights, with everything else as one sliver, and below it that sliver enlarged to
 * the same width, its parts on one scale of their own.
 */
export function CheckpointBytes({ parts, words, title, languageTag }: Props): JSX.Element {
  const show = formatterFor(languageTag);
  const large = parts.filter(({ name }) => name === 'convolutions' || name === 'linear');
  const small = parts.filter((part) => !large.includes(part));
  const longest = Math.max(...large.map(({ bytes }) => bytes));
  const rest = small.reduce((total, { bytes }) => total + bytes, 0);
  const sliver = (width * rest) / longest;
  const foot = rowHeight * (large.length + 1);
  const row = (label: string, bytes: number, y: number, scale: number): JSX.Element => (
    <g key={label}>
      <text x="0" y={y + 12}>
        {label}
      </text>
      <text x={width} y={y + 12} class="value">
        {show.prefixed(bytes, 'B', 1)}
      </text>
      <rect x="0" y={y + barTop} width={bytes * scale} height={barHeight} class="bar" />
    </g>
  );
  const sliverFoot = foot - rowHeight + barTop + barHeight;
  return (
    <svg
      class="figure-checkpoint-bytes q-bytes"
      viewBox={`0 0 ${width} ${foot + gap + rowHeight * small.length}`}
      role="img"
      aria-label={title}
    >
      {large.map(({ name, bytes }, index) =>
        row(words.parts[name], bytes, index * rowHeight, width / longest),
      )}
      {row(words.rest, rest, foot - rowHeight, width / longest)}
      <path
        class="enlarged"
        d={`M0 ${sliverFoot}V${foot + gap}M${sliver} ${sliverFoot}L${width} ${foot + gap}`}
      />
      <text x="10" y={foot + gap - 8} class="factor">
        {words.enlarged(show.factor(longest / rest, 0))}
      </text>
      {small.map(({ name, bytes }, index) =>
        row(words.parts[name], bytes, foot + gap + index * rowHeight, width / rest),
      )}
    </svg>
  );
}
