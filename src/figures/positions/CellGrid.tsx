import type { JSX } from 'preact';

interface Props {
  /** Rows of counts; 0 stays empty. */
  readonly counts: readonly (readonly number[])[];
  /** Side of a cell in pixels. */
  readonly cell: number;
  readonly title: string;
  /** The whole picture in a sentence. */
  readonly sentence: string;
  /** Whether each count is written into its cell. */
  readonly numbered?: boolean;
  /** Hue of the cells. */
  readonly quantity: 'parameters' | 'macs' | 'activations';
}

const titleHeight = 20;

/** Counts on a grid of positions, stronger where there is more. */
export function CellGrid({ counts, cell, title, sentence, numbered = false, quantity }: Props): JSX.Element {
  const rows = counts.length;
  const columns = Math.max(...counts.map((row) => row.length));
  const most = Math.max(...counts.flat());
  const [width, height] = [columns * cell, rows * cell];
  const lines = [
    ...Array.from({ length: rows + 1 }, (_, row) => `M0 ${titleHeight + row * cell}h${width}`),
    ...Array.from({ length: columns + 1 }, (_, column) => `M${column * cell} ${titleHeight}v${height}`),
  ];
  const viewWidth = Math.max(width, 104) + 2;
  return (
    <svg
      class={`cell-grid q-${quantity}`}
      role="img"
      aria-label={sentence}
      width={viewWidth}
      height={titleHeight + height + 2}
      viewBox={`-1 0 ${viewWidth} ${titleHeight + height + 2}`}
    >
      <text class="title" x="0" y="12">
        {title}
      </text>
      {counts.flatMap((row, y) =>
        row.map((count, x) => (
          <g key={`${y} ${x}`}>
            {count > 0 && (
              <rect
                class="filled"
                x={x * cell}
                y={titleHeight + y * cell}
                width={cell}
                height={cell}
                fill-opacity={shade(count, most)}
              />
            )}
            {numbered && (
              <text class="count" x={(x + 0.5) * cell} y={titleHeight + (y + 0.5) * cell + 3.5}>
                {count}
              </text>
            )}
          </g>
        )),
      )}
      <path class="lines" d={lines.join('')} />
    </svg>
  );
}

/** The strongest for the largest count; the least one still shows. */
function shade(count: number, most: number): number {
  return Number((0.15 + 0.55 * (count / most)).toFixed(3));
}
