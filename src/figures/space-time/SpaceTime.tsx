import type { JSX } from 'preact';
import type { ConvolutionOptions, Factorization } from '../../engine/index.ts';
import { factorize, product } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { halfHeight, KernelBox } from './KernelBox.tsx';
import type { Wire, Wiring } from './wiring.ts';
import { rowLength, splitWiring, wholeWiring } from './wiring.ts';
import type { SpaceTimeSplit, SpaceTimeWords } from './words.ts';

interface Props {
  /** The convolution in time, height and width that is split. */
  readonly convolution: ConvolutionOptions;
  readonly splits: readonly SpaceTimeSplit[];
  readonly words: SpaceTimeWords;
  readonly show: Formatter;
}

const rowHeight = 112;
const middleLine = 70;
const left = 12;

/** A kernel with time above its splits into space and time, each from input to output. */
export function SpaceTime({ convolution, splits, words, show }: Props): JSX.Element {
  const rows = splits.map((split) => ({ split, factorization: factorize(convolution, split) }));
  const title = (name: string, { parameters, reachedPositions }: Cost): string =>
    words.row(name, show.integer(parameters), show.integer(reachedPositions));
  const [firstRow] = rows;
  if (firstRow === undefined) throw new RangeError('splits must name at least one split');
  const { whole } = firstRow.factorization;
  const wholeTitle = title(words.name.whole, {
    parameters: whole.parameters,
    reachedPositions: product(whole.spec.kernel),
  });
  const titles = rows.map(({ split, factorization }) => title(words.name[split], factorization));
  const spoken = rows.map(({ split }, index) => `${titles[index] ?? ''}; ${words.wiring[split]}`);
  const height = rowHeight * (rows.length + 1);
  return (
    <svg
      class="figure-space-time"
      viewBox={`0 0 ${rowLength + 2 * left} ${height}`}
      role="img"
      aria-label={[wholeTitle, ...spoken].join('. ')}
    >
      <Row wiring={wholeWiring(firstRow.factorization)} title={wholeTitle} top={0} show={show} />
      {rows.map(({ factorization }, index) => (
        <Row
          key={index}
          wiring={splitWiring(factorization)}
          title={titles[index] ?? ''}
          top={rowHeight * (index + 1)}
          show={show}
        />
      ))}
    </svg>
  );
}

type Cost = Pick<Factorization, 'parameters' | 'reachedPositions'>;

interface RowProps {
  readonly wiring: Wiring;
  readonly title: string;
  readonly top: number;
  readonly show: Formatter;
}

function Row({ wiring, title, top, show }: RowProps): JSX.Element {
  const { kernels, wires, sum } = wiring;
  return (
    <g>
      <text class="title" x="0" y={top + 14}>
        {title}
      </text>
      <g transform={`translate(${left} ${top + middleLine})`}>
        <path
          class="wire"
          d={wires.map(({ points }) => `M${points.map((point) => point.join(' ')).join('L')}`).join('')}
        />
        <circle class="value" cx="0" cy="0" r="4" />
        <circle class="value" cx={rowLength} cy="0" r="4" />
        {sum !== undefined && (
          <>
            <circle class="sum" cx={sum} cy="0" r="7" />
            <path class="wire" d={`M${sum - 4} 0h8M${sum} -4v8`} />
          </>
        )}
        {kernels.map(({ kernel, x, y }, index) => (
          <g key={index}>
            <KernelBox kernel={kernel} x={x} y={y} />
            <text class="kernel" x={x + (sum !== undefined && y !== 0 ? 46 : 0)} y={labelLine(kernel, y)}>
              {show.shape(kernel)}
            </text>
          </g>
        ))}
        {wires.map((wire, index) => (
          <Channels key={index} wire={wire} show={show} />
        ))}
      </g>
    </g>
  );
}

/** Under a kernel that stands alone, beside one of two. */
function labelLine(kernel: readonly number[], y: number): number {
  return y === 0 ? halfHeight(kernel) + 13 : y - 5;
}

/** How many channels a wire carries, at its beginning. */
function Channels({ wire, show }: { readonly wire: Wire; readonly show: Formatter }): JSX.Element | null {
  const { points, channels } = wire;
  const [from, to] = [points[0], points[points.length - 1]];
  if (channels === undefined || from === undefined || to === undefined) return null;
  return (
    <text class="channels" x={(from[0] + to[0]) / 2} y={-5}>
      {show.integer(channels)}
    </text>
  );
}
