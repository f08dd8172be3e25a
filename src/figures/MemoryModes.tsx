import type { JSX } from 'preact';

/** Memory of one mode, step by step. */
export interface MemoryPanel {
  /** Name of the mode and its peak. */
  readonly label: string;
  readonly amounts: readonly number[];
  /** Index of the first step that is not of the first forward pass. */
  readonly turn: number;
}

interface Props {
  readonly panels: readonly MemoryPanel[];
  readonly forward: string;
  readonly title: string;
}

const width = 340;
const labelHeight = 20;
const gap = 14;
const tallest = 92;
const least = 14;

/** Memory in use at every step in several modes, one below the other, all to one scale of memory and of steps. */
export function MemoryModes({ panels, forward, title }: Props): JSX.Element {
  const most = Math.max(...panels.flatMap(({ amounts }) => amounts));
  const longest = Math.max(...panels.map(({ amounts }) => amounts.length));
  const scaled = (amount: number): number => round((tallest * amount) / most);
  const x = (step: number): number => round((width * step) / longest);
  let foot = 0;
  const placed = panels.map((panel) => {
    foot += labelHeight + Math.max(least, scaled(Math.max(...panel.amounts))) + gap;
    return { ...panel, foot: foot - gap };
  });
  return (
    <svg
      class="figure-memory-steps q-activations"
      viewBox={`0 0 ${width} ${foot + 4}`}
      role="img"
      aria-label={`${title} ${panels.map(({ label }) => label).join('; ')}`}
    >
      {placed.map(({ label, amounts, turn, foot: base }) => (
        <g key={label}>
          <text x="0" y={base - scaled(Math.max(...amounts)) - 6} class="peak">
            {label}
          </text>
          <path
            class="area"
            d={`M0 ${base}${amounts.map((amount, step) => `V${round(base - scaled(amount))}H${x(step + 1)}`).join('')}V${base}Z`}
          />
          <path class="axis" d={`M0 ${base}H${width}`} />
          {turn < amounts.length && (
            <path class="turn" d={`M${x(turn)} ${base}v${-scaled(Math.max(...amounts))}`} />
          )}
        </g>
      ))}
      <text x="0" y={foot + 2} class="pass">
        {forward}
      </text>
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
