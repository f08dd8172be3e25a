import type { JSX } from 'preact';
import { formatterFor } from '../format/index.ts';

/** A layer on the roof: where, and how much of the time is its. */
export interface RooflinePoint {
  readonly name: string;
  /** FLOPs for each byte; above 0. */
  readonly intensity: number;
  /** Share of the time of all layers. */
  readonly share: number;
  readonly bound: 'compute' | 'memory';
  /** Whether the name is written beside it. */
  readonly labelled: boolean;
}

interface Props {
  readonly flopsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly points: readonly RooflinePoint[];
  /** Name of the horizontal axis. */
  readonly perByte: string;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  readonly languageTag: string;
}

const [width, height] = [340, 214];
const [left, right, top, foot] = [6, 334, 34, 178];
const [smallest, widest] = [2.5, 9];

/**
 * A device's roofline, both axes logarithmic: the FLOP/s in reach over FLOPs per byte. Every layer sits on the roof at its
 * intensity, a dot the larger the longer it takes: in the hue of bytes where memory is what it waits for, in the hue
 * of multiply-adds where arithmetic is.
 */
export function Roofline(props: Props): JSX.Element {
  const { flopsPerSecond, bytesPerSecond, points, perByte, title, languageTag } = props;
  const show = formatterFor(languageTag);
  const ridge = flopsPerSecond / bytesPerSecond;
  const intensities = [ridge, ...points.map(({ intensity }) => intensity)];
  const lowest = Math.floor(Math.log10(Math.min(...intensities) / 1.5));
  const highest = Math.max(lowest + 2, Math.ceil(Math.log10(Math.max(...intensities) * 1.5)));
  const x = (intensity: number): number =>
    round(left + ((right - left) * (Math.log10(intensity) - lowest)) / (highest - lowest));
  const decade = (right - left) / (highest - lowest);
  const ridgeX = x(ridge);
  // One scale for both axes, unless the lowest intensity would then lie below the plot.
  const y = (intensity: number): number =>
    round(top + Math.max(0, Math.log10(ridge / intensity)) * Math.min(decade, slopeOf(lowest, ridge)));
  // The bandwidth stands on the slope, above its middle.
  const middle = 10 ** ((2 * lowest + 3 * Math.log10(ridge)) / 5);
  // From the right to the left, each name lower than the last: so no line down to a name crosses another.
  const labelled = points
    .filter((point) => point.labelled)
    .sort((one, other) => other.intensity - one.intensity);
  const labelHeights: number[] = [];
  for (const { intensity } of labelled) {
    labelHeights.push(round(Math.max(y(intensity) + 24, (labelHeights.at(-1) ?? 0) + 13)));
  }
  return (
    <svg class="figure-roofline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {ticks(lowest, highest).map((power) => (
        <g key={power} class="tick">
          <path d={`M${x(10 ** power)} ${foot}v4`} />
          <text
            x={x(10 ** power)}
            y={foot + 15}
            text-anchor={power === lowest ? 'start' : power === highest ? 'end' : 'middle'}
          >
            {show.significant(10 ** power, 1)}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${left} ${foot}H${right}`} />
      <text class="unit" x={right} y={height - 4}>
        {perByte}
      </text>
      <path class="drop" d={`M${ridgeX} ${top}V${foot}`} />
      <path class="roof" d={`M${left} ${y(10 ** lowest)}L${ridgeX} ${top}H${right}`} />
      <text class="rate q-macs" x={right} y={top - 10}>
        {show.prefixed(flopsPerSecond, 'FLOP/s', 1)}
      </text>
      <text class="slope q-bytes" x={x(middle) - 4} y={y(middle) - 7}>
        {show.prefixed(bytesPerSecond, 'B/s', 2)}
      </text>
      <text class="ridge" x={ridgeX + 4} y={foot - 6}>
        {show.significant(ridge, 3)}
      </text>
      {points.map(({ name, intensity, share, bound }) => (
        <circle
          key={name}
          class={bound === 'memory' ? 'q-bytes' : 'q-macs'}
          cx={x(intensity)}
          cy={y(intensity)}
          r={round(Math.max(smallest, widest * Math.sqrt(share * 4)))}
        />
      ))}
      {labelled.map(({ name, intensity }, index) => {
        const labelY = labelHeights[index] ?? 0;
        return (
          <g key={name} class="name">
            <path d={`M${x(intensity)} ${y(intensity)}V${labelY - 10}`} />
            <text x={x(intensity)} y={labelY} text-anchor={x(intensity) > width - 95 ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Height of a decade such that the slope from the lowest decade to the ridge fits. */
function slopeOf(lowest: number, ridge: number): number {
  return (foot - top - 10) / Math.max(0.1, Math.log10(ridge) - lowest);
}

/** Powers of ten to write: all of them, or every other where they would run into each other. */
function ticks(lowest: number, highest: number): number[] {
  const step = highest - lowest > 6 ? 2 : 1;
  return Array.from(
    { length: Math.floor((highest - lowest) / step) + 1 },
    (_, index) => lowest + index * step,
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
