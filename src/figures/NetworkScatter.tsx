import { scaleLinear, scaleLog } from 'd3-scale';
import type { JSX } from 'preact';
import { placeLabels } from './place-labels.ts';

/** A network as a point; `group` decides which points a reader sees as one family. */
export interface ScatterPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** An axis: what it shows, and how a value is written at a tick. */
export interface ScatterAxis {
  readonly name: string;
  readonly kind: 'log' | 'linear';
  readonly tick: (value: number) => string;
  /** Class of the quantity's hue; none for quantities without one. */
  readonly hue: string;
}

interface Props {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
}

const width = 640;
const height = 420;
const frame = { left: 58, right: 16, top: 24, bottom: 44 };
const radius = 3;

/** Networks as points over two quantities, each on its own scale. As many have their names beside them as fit. */
export function NetworkScatter({ points, x, y, title }: Props): JSX.Element {
  const right = width - frame.right;
  const bottom = height - frame.bottom;
  const along = axisScale(
    x.kind,
    points.map((point) => point.x),
    [frame.left + 8, right - 8],
  );
  const up = axisScale(
    y.kind,
    points.map((point) => point.y),
    [bottom - 8, frame.top + 8],
  );
  const placed = points.map((point) => ({ label: point.label, x: along.at(point.x), y: up.at(point.y) }));
  const labels = placeLabels(placed, { left: frame.left, right, top: frame.top, bottom });
  return (
    <svg class="figure-network-scatter" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <path d={`M${frame.left} ${frame.top}V${bottom}H${right}`} class="axis" />
      <g class={x.hue}>
        {along.ticks.map((value) => (
          <g key={value}>
            <path d={`M${along.at(value)} ${bottom}v5`} class="axis" />
            <text x={along.at(value)} y={bottom + 18} class="tick-x">
              {x.tick(value)}
            </text>
          </g>
        ))}
        <text x={right} y={height - 6} class="name-x">
          {x.name}
        </text>
      </g>
      <g class={y.hue}>
        {up.ticks.map((value) => (
          <g key={value}>
            <path d={`M${frame.left} ${up.at(value)}h-5`} class="axis" />
            <text x={frame.left - 8} y={up.at(value) + 4} class="tick-y">
              {y.tick(value)}
            </text>
          </g>
        ))}
        <text x="0" y="14">
          {y.name}
        </text>
      </g>
      {placed.map(({ label, x: cx, y: cy }) => (
        <circle key={label} cx={cx.toFixed(1)} cy={cy.toFixed(1)} r={radius} class="point">
          <title>{label}</title>
        </circle>
      ))}
      {labels.map(({ label, x: left, y: base }) => (
        <text key={label} x={left.toFixed(1)} y={base.toFixed(1)} class="label">
          {label}
        </text>
      ))}
    </svg>
  );
}

interface AxisScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Powers of ten on a logarithmic axis, round numbers on a linear one. */
function axisScale(
  kind: ScatterAxis['kind'],
  values: readonly number[],
  range: readonly [number, number],
): AxisScale {
  const domain = [Math.min(...values), Math.max(...values)];
  if (kind === 'linear') {
    const scale = scaleLinear(domain, range);
    return { at: (value) => scale(value), ticks: scale.ticks(6) };
  }
  const scale = scaleLog(domain, range);
  return { at: (value) => scale(value), ticks: scale.ticks().filter((value) => Math.log10(value) % 1 === 0) };
}
