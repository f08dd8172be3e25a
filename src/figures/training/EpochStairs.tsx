import type { JSX } from 'preact';

/** A run of epochs with one value. */
export interface Step {
  readonly epochs: number;
  readonly value: number;
}

/** One quantity over the epochs. */
export interface StairsPanel {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Another schedule's steps, drawn dashed. */
  readonly compared?: readonly Step[] | undefined;
  /** `logarithmic` for quantities that change by factors; `area` where the area under the line is a total. */
  readonly scale: 'linear' | 'logarithmic' | 'area';
  readonly quantity?: 'bytes' | undefined;
}

interface Props {
  readonly panels: readonly StairsPanel[];
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  /** Label of the horizontal axis, the last epoch in it. */
  readonly axis: string;
}

const width = 340;
const head = 17;
const height = 46;
const gap = 9;

/** Quantities of a training run over its epochs, one above the other on one axis of epochs. */
export function EpochStairs({ panels, title, axis }: Props): JSX.Element {
  const pitch = head + height + gap;
  const foot = panels.length * pitch;
  const epochs = (panels[0]?.steps ?? []).reduce((total, step) => total + step.epochs, 0);
  return (
    <svg
      class="figure-epoch-stairs"
      viewBox={`0 0 ${width} ${foot + 10}`}
      role="img"
      aria-label={`${title} ${panels.map(({ name }) => name).join('; ')}`}
    >
      {panels.map((panel, index) => {
        const top = index * pitch + head;
        const y = heightOf(panel, top);
        const line = outline(panel.steps, epochs, y);
        return (
          <g key={panel.name} class={panel.quantity === undefined ? undefined : `q-${panel.quantity}`}>
            <text class="name" x="0" y={top - 5}>
              {panel.name}
            </text>
            {panel.scale === 'area' && (
              <path class="area" d={`M0 ${top + height}L${line.slice(1)}V${top + height}Z`} />
            )}
            <path class="axis" d={`M0 ${top + height}H${width}`} />
            {panel.compared !== undefined && <path class="compared" d={outline(panel.compared, epochs, y)} />}
            <path class="steps" d={line} />
          </g>
        );
      })}
      <text class="axis-name" x={width} y={foot + 5} text-anchor="end">
        {axis}
      </text>
    </svg>
  );
}

/** Where a panel draws a value; linear panels begin at 0, logarithmic ones at their least value. */
function heightOf({ steps, compared = [], scale }: StairsPanel, top: number): (value: number) => number {
  const values = [...steps, ...compared].map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = (value: number): number => {
    if (scale !== 'logarithmic') return value / most;
    return least === most ? 0.5 : 0.06 + (0.94 * Math.log(value / least)) / Math.log(most / least);
  };
  return (value) => rounded(top + height * (1 - share(value)));
}

function outline(steps: readonly Step[], epochs: number, y: (value: number) => number): string {
  let end = 0;
  const parts = steps.map((step) => {
    end += step.epochs;
    return `${y(step.value)}H${rounded((width * end) / epochs)}`;
  });
  return `M0 ${parts.join('V')}`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
