import type { JSX } from 'preact';

/** One run's values, an epoch each, from the first epoch on. */
export interface Curve {
  /** Decides the colour and the stroke. */
  readonly kind: 'fixed' | 'growing' | 'large';
  readonly values: readonly number[];
}

/** Curves of one quantity on one scale. */
export interface CurvesPanel {
  readonly name: string;
  readonly curves: readonly Curve[];
  readonly scale: 'linear' | 'logarithmic';
  /** Ends of the vertical axis; what lies outside is drawn at its edge. */
  readonly range: readonly [least: number, most: number];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

interface Props {
  readonly panels: readonly CurvesPanel[];
  readonly epochs: number;
  readonly labels: Readonly<Record<Curve['kind'], string>>;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  readonly axis: string;
}

const width = 340;
const left = 34;
const top = 56;
const height = 100;
const pitch = height + 30;
const kinds = ['fixed', 'growing', 'large'] as const;

/** Curves of training runs over their epochs, one panel a quantity. The axes stand before there is anything to draw. */
export function TrainingCurves({ panels, epochs, labels, title, axis }: Props): JSX.Element {
  const x = (epoch: number): number => rounded(left + ((width - left) * epoch) / epochs);
  const bottom = top + (panels.length - 1) * pitch + height;
  return (
    <svg class="training-curves" viewBox={`0 0 ${width} ${bottom + 16}`} role="img" aria-label={title}>
      {kinds.map((kind, index) => (
        <g key={kind}>
          <path class={kind} d={`M0 ${7 + 13 * index}H22`} />
          <text class={kind} x="27" y={11 + 13 * index}>
            {labels[kind]}
          </text>
        </g>
      ))}
      {panels.map((panel, index) => {
        const y = heightOf(panel, top + index * pitch + 8);
        return (
          <g key={panel.name}>
            <text class="name" x={left} y={top + index * pitch + 3}>
              {panel.name}
            </text>
            {panel.ticks.map(({ value, label }) => (
              <g key={label}>
                <path class="axis" d={`M${left} ${y(value)}H${width}`} />
                <text x={left - 4} y={y(value) + 4} text-anchor="end">
                  {label}
                </text>
              </g>
            ))}
            {panel.curves.map(({ kind, values }, place) => (
              <path
                key={place}
                class={kind}
                d={`M${values.map((value, epoch) => `${x(epoch + 1)} ${y(value)}`).join('L')}`}
              />
            ))}
          </g>
        );
      })}
      <text x={width} y={bottom + 14} text-anchor="end">
        {axis}
      </text>
    </svg>
  );
}

function heightOf({ range, scale }: CurvesPanel, panelTop: number): (value: number) => number {
  const along = scale === 'linear' ? (value: number) => value : Math.log;
  const [least, most] = [along(range[0]), along(range[1])];
  return (value) => {
    const share = (along(Math.max(value, Number.MIN_VALUE)) - least) / (most - least);
    return rounded(panelTop + (height - 8) * (1 - Math.min(1, Math.max(0, share))));
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
