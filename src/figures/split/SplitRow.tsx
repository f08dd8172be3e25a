import type { JSX } from 'preact';
import type { Series, Stage } from './stages.ts';
import type { SplitWords } from './words.ts';

/** Side of a position, distance between maps, and room for the title above and the labels below, in pixels. */
export const cell = 14;
const gap = 46;
const titleHeight = 20;
const labelHeight = 18;

/** Height of a row whose input has `rows` positions. */
export function rowHeight(rows: number): number {
  return titleHeight + rows * cell + labelHeight;
}

/** Left edge of a row's output when its maps stand at their usual distance. */
export function outputLeftOf({ stages }: Series): number {
  return stages.slice(0, -1).reduce((total, { columns }) => total + columns * cell + gap, 0);
}

interface Props {
  readonly series: Series;
  readonly title: string;
  readonly words: SplitWords;
  readonly top: number;
  /** Left edge of the output, so that rows of different length end alike. */
  readonly outputLeft: number;
}

/** One series: a map of positions per stage, and in each the first place its kernel stands at. */
export function SplitRow({ series, title, words, top, outputLeft }: Props): JSX.Element {
  const { stages } = series;
  const tallest = Math.max(...stages.map(({ rows }) => rows)) * cell;
  const lefts = leftsOf(stages, outputLeft);
  const placed = stages.map((stage, index) => ({
    stage,
    left: lefts[index] ?? 0,
    top: top + titleHeight + (tallest - stage.rows * cell) / 2,
  }));
  const labelOf = (index: number): string =>
    index === 0 ? words.input : index === stages.length - 1 ? words.output : words.middle;
  return (
    <g>
      <text class="title" x={0} y={top + 12}>
        {title}
      </text>
      {placed.map((each, index) => {
        const next = placed[index + 1];
        return (
          <g key={index}>
            <Positions {...each} reached={index > 0} />
            {next !== undefined && <Reach from={each} to={next} />}
            <text class="stage" x={each.left} y={top + titleHeight + tallest + 13}>
              {labelOf(index)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface Placed {
  readonly stage: Stage;
  readonly left: number;
  readonly top: number;
}

/** The positions of one map; the first is marked where a kernel's result stands in it. */
function Positions({ stage, left, top, reached }: Placed & { readonly reached: boolean }): JSX.Element {
  const { rows, columns } = stage;
  const lines = [
    ...Array.from({ length: rows + 1 }, (_, row) => `M${left} ${top + row * cell}h${columns * cell}`),
    ...Array.from({ length: columns + 1 }, (_, column) => `M${left + column * cell} ${top}v${rows * cell}`),
  ];
  return (
    <>
      {reached && <rect class="value" x={left} y={top} width={cell} height={cell} />}
      <path class="grid" d={lines.join('')} />
    </>
  );
}

/** A kernel at the first place of a map, and the lines to the one position it gives in the next. */
function Reach({ from, to }: { readonly from: Placed; readonly to: Placed }): JSX.Element {
  const [rows, columns] = from.stage.window ?? [1, 1];
  const right = from.left + columns * cell;
  const bottom = from.top + rows * cell;
  return (
    <>
      <rect class="kernel" x={from.left} y={from.top} width={columns * cell} height={rows * cell} />
      <path
        class="reach"
        d={`M${right} ${from.top}L${to.left} ${to.top}M${right} ${bottom}L${to.left} ${to.top + cell}`}
      />
    </>
  );
}

/** Left edges of the maps: the input at 0, the output where it is told, those between at even distances. */
function leftsOf(stages: readonly Stage[], outputLeft: number): number[] {
  const widths = stages.slice(0, -1).reduce((total, { columns }) => total + columns * cell, 0);
  const distance = (outputLeft - widths) / (stages.length - 1);
  let left = 0;
  return stages.map(({ columns }) => {
    const own = left;
    left += columns * cell + distance;
    return own;
  });
}
