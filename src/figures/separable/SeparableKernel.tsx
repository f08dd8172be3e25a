import type { JSX } from 'preact';
import type { Matrix } from '../../engine/index.ts';
import { separateKernel } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { SeparableKernelWords } from './words.ts';

interface Props {
  readonly kernel: Matrix;
  readonly name: string;
  readonly words: SeparableKernelWords;
  readonly show: Formatter;
}

const cell = { width: 36, height: 22 } as const;
const sign = 16;
const inset = 4;
const top = 24;

/** A kernel as a column times a row, written like a multiplication table, and what that leaves. */
export function SeparableKernel({ kernel, name, words, show }: Props): JSX.Element {
  const { column, row, rank, rest, relativeError } = separateKernel(kernel);
  const product = column.map((left) => row.map((right) => left * right));
  // Rounding leaves 0.9999… of a 1; only what differs from a whole number in print has digits after the point.
  const write = (value: number): string =>
    Math.abs(value - Math.round(value)) < 0.005 ? show.integer(Math.round(value)) : show.decimal(value, 2);
  const [across, down] = [row.length * cell.width, column.length * cell.height];
  const kernelTop = top + cell.height + inset;
  const tableLeft = across + sign + cell.width + inset;
  const restLeft = tableLeft + across + sign;
  const width = rank === 1 ? tableLeft + across : restLeft + across;
  const height = kernelTop + down + 20;
  const middle = kernelTop + down / 2 + 4;
  const title =
    rank === 1
      ? words.exact(name, `${show.integer(column.length)} + ${show.integer(row.length)}`)
      : words.nearest(name, show.integer(rank), show.percent(relativeError, 1));
  return (
    <svg
      class="separable-kernel"
      role="img"
      aria-label={title}
      width={width + 2}
      height={height}
      viewBox={`-1 0 ${width + 2} ${height}`}
    >
      <text class="title" x="0" y="12">
        {title}
      </text>
      <Cells left={0} top={kernelTop} values={kernel} write={write} kind="kernel" />
      <text class="sign" x={across + sign / 2} y={middle}>
        =
      </text>
      <Cells
        left={across + sign}
        top={kernelTop}
        values={column.map((each) => [each])}
        write={write}
        kind="part"
      />
      <Cells left={tableLeft} top={top} values={[row]} write={write} kind="part" />
      <Cells left={tableLeft} top={kernelTop} values={product} write={write} kind="product" />
      {rank > 1 && (
        <>
          <text class="sign" x={restLeft - sign / 2} y={middle}>
            +
          </text>
          <Cells left={restLeft} top={kernelTop} values={rest} write={write} kind="product" />
          <Label left={restLeft} top={height - 4} text={words.rest} />
        </>
      )}
      <Label left={0} top={height - 4} text={words.kernel} />
      <Label left={tableLeft} top={height - 4} text={words.product} />
    </svg>
  );
}

interface CellsProps {
  readonly left: number;
  readonly top: number;
  readonly values: Matrix;
  readonly write: (value: number) => string;
  /** Whether the numbers are the kernel, the weights that replace it, or worked out from them. */
  readonly kind: 'kernel' | 'part' | 'product';
}

/** Numbers in a ruled table. */
function Cells({ left, top: upper, values, write, kind }: CellsProps): JSX.Element {
  const columns = values[0]?.length ?? 0;
  const lines = [
    ...values.map((_, i) => `M${left} ${upper + i * cell.height}h${columns * cell.width}`),
    `M${left} ${upper + values.length * cell.height}h${columns * cell.width}`,
    ...Array.from(
      { length: columns + 1 },
      (_, j) => `M${left + j * cell.width} ${upper}v${values.length * cell.height}`,
    ),
  ];
  return (
    <g class={kind}>
      <rect
        class="ground"
        x={left}
        y={upper}
        width={columns * cell.width}
        height={values.length * cell.height}
      />
      <path class="grid" d={lines.join('')} />
      {values.map((entries, i) =>
        entries.map((value, j) => (
          <text
            key={`${i}-${j}`}
            class="number"
            x={left + (j + 0.5) * cell.width}
            y={upper + (i + 0.5) * cell.height + 4}
          >
            {write(value)}
          </text>
        )),
      )}
    </g>
  );
}

function Label({
  left,
  top: base,
  text,
}: {
  readonly left: number;
  readonly top: number;
  readonly text: string;
}): JSX.Element {
  return (
    <text class="part-name" x={left} y={base}>
      {text}
    </text>
  );
}
