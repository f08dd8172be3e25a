import type { JSX } from 'preact';

/** Labels of the plot. */
export interface MemoryStepsWords {
  readonly forward: string;
  /** The part after the first forward pass. */
  readonly backward: string;
  /** Where the most memory is in use, and how much. */
  readonly peak: string;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
}

interface Props {
  /** What is in memory at every step, in any one unit. */
  readonly amounts: readonly number[];
  /** Index of the first step that is not of the first forward pass. */
  readonly turn: number;
  readonly words: MemoryStepsWords;
}

const width = 340;
const top = 24;
const height = 96;
const foot = top + height;

/** Memory in use at every step of a run, from the first layer to the end, as a filled outline; its highest place is named. */
export function MemorySteps({ amounts, turn, words }: Props): JSX.Element {
  const most = Math.max(...amounts, 1);
  const stepWidth = width / Math.max(1, amounts.length);
  const x = (index: number): number => round(index * stepWidth);
  const y = (amount: number): number => round(foot - (height * amount) / most);
  const outline = amounts.map((amount, index) => `V${y(amount)}H${x(index + 1)}`).join('');
  const peak = round((amounts.indexOf(most) + 0.5) * stepWidth);
  const anchor = peak < width / 3 ? 'start' : peak > (2 * width) / 3 ? 'end' : 'middle';
  const turns = turn < amounts.length;
  return (
    <svg
      class="figure-memory-steps q-activations"
      viewBox={`0 0 ${width} ${foot + 18}`}
      role="img"
      aria-label={`${words.title} ${words.peak}`}
    >
      <path class="area" d={`M0 ${foot}${outline}V${foot}Z`} />
      <path class="axis" d={`M0 ${foot}H${width}`} />
      {turns && <path class="turn" d={`M${x(turn)} ${top}V${foot + 14}`} />}
      <path class="pointer" d={`M${peak} ${top}V${top - 7}`} />
      <text
        class="peak"
        x={anchor === 'start' ? 0 : anchor === 'end' ? width : peak}
        y="12"
        text-anchor={anchor}
      >
        {words.peak}
      </text>
      <text class="pass" x="0" y={foot + 14}>
        {words.forward}
      </text>
      {turns && (
        <text class="pass" x={width} y={foot + 14} text-anchor="end">
          {words.backward}
        </text>
      )}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
