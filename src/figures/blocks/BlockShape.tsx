import type { JSX } from 'preact';
import type { BlockPlan, ResidualBlockName } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { BlockOutline } from './outline.ts';
import { blockOutline } from './outline.ts';
import type { BlockWords } from './words.ts';

interface Props {
  readonly name: ResidualBlockName;
  readonly inChannels: number;
  readonly plan: BlockPlan;
  /** Channels that the whole width of the drawing stands for; the same for blocks side by side. */
  readonly widest: number;
  readonly words: BlockWords;
  readonly show: Formatter;
}

/** The drawing on the left, its labels on the right. */
const drawn = 72;
const inset = 10;
const right = inset + drawn + 8;
const top = 24;
const gap = 42;
const width = 168;

/** A block as its values' widths, to scale, from input to output, with the convolutions between them. */
export function BlockShape({ name, inChannels, plan, widest, words, show }: Props): JSX.Element {
  const outline = blockOutline(inChannels, plan);
  const { widths, kernels } = outline;
  const middle = inset + drawn / 2;
  const half = (channels: number): number => Math.max((drawn * channels) / widest / 2, 0.5);
  const y = (row: number): number => top + gap * row;
  const last = y(kernels.length);
  const title = words.name[name];
  return (
    <svg
      class="block-shape"
      role="img"
      aria-label={sentenceOf(title, outline, plan, words, show)}
      width={width}
      height={last + 22}
      viewBox={`0 0 ${width} ${last + 22}`}
    >
      <text class="title" x="0" y="12">
        {title}
      </text>
      {kernels.map((own, row) => {
        const [from, to] = [half(widths[row] ?? 0), half(branchWidth(widths, plan, row + 1, inChannels))];
        const corners = [
          [middle - from, y(row)],
          [middle + from, y(row)],
          [middle + to, y(row + 1)],
          [middle - to, y(row + 1)],
        ];
        return (
          <g key={row}>
            <polygon
              class={own.groups === 1 ? 'kernel' : 'kernel grouped'}
              points={corners.map((corner) => corner.join(',')).join(' ')}
            />
            {kernelLines(own, words, show).map((line, index, { length }) => (
              <text
                key={index}
                class="kernel-label"
                x={right}
                y={y(row) + gap / 2 + 4 + 13 * (index - (length - 1) / 2)}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {widths.map((channels, row) => (
        <g key={row}>
          <line
            class="value"
            x1={middle - half(channels)}
            x2={middle + half(channels)}
            y1={y(row)}
            y2={y(row)}
          />
          <text class="channels" x={right} y={y(row) + 4}>
            {show.integer(channels)}
          </text>
        </g>
      ))}
      {plan.shortcut !== 'none' && (
        <path
          class={`shortcut ${plan.shortcut}`}
          d={`M${middle - half(widths[0] ?? 0)} ${y(0)}H2V${last}H${middle - half(widths.at(-1) ?? 0)}`}
        />
      )}
      <text class="shortcut-label" x="0" y={last + 18}>
        {words.shortcut[plan.shortcut]}
      </text>
    </svg>
  );
}

/** Channels the branch itself makes: where the pooled input is joined, the last value is wider than that. */
function branchWidth(
  widths: readonly number[],
  { shortcut, steps }: BlockPlan,
  row: number,
  inChannels: number,
): number {
  const joined = shortcut === 'pooling' && row === steps.length ? inChannels : 0;
  return (widths[row] ?? 0) - joined;
}

/** The kernel with its stride, and below them how its channels are grouped, where they are. */
function kernelLines(
  { kernel, groups, stride }: BlockOutline['kernels'][number],
  words: BlockWords,
  show: Formatter,
): readonly string[] {
  const kind =
    groups === 'depthwise' ? [words.depthwise] : groups > 1 ? [words.groups(show.integer(groups))] : [];
  return [`${show.shape(kernel)}${stride > 1 ? ` /${stride}` : ''}`, ...kind];
}

function sentenceOf(
  title: string,
  { widths, kernels }: BlockOutline,
  { shortcut }: BlockPlan,
  words: BlockWords,
  show: Formatter,
): string {
  const channels = widths.map((each) => show.integer(each)).join('–');
  const list = kernels.map((own) => kernelLines(own, words, show).join(' ')).join(words.comma);
  return words.sentence(title, channels, list, words.shortcut[shortcut]);
}
