import type { JSX } from 'preact';
import { at } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { ModuleBox, ModulePlan } from './module-plan.ts';
import type { ModuleWords } from './words.ts';

interface Props {
  readonly name: string;
  readonly plan: ModulePlan;
  readonly words: ModuleWords;
  readonly show: Formatter;
}

const box = { width: 50, height: 34 } as const;
const pitch = { column: 57, row: 50 } as const;
const top = 38;
const edge = 2;

/** A module's branches from its input (above) to where they are joined (below): a box for a kernel and its channels. */
export function ModuleFigure({ name, plan, words, show }: Props): JSX.Element {
  const { boxes, ends, input, output } = plan;
  const rows = Math.max(...boxes.map(({ depth }) => depth)) + 1;
  const bottom = top + 12 + pitch.row * rows;
  const width = pitch.column * ends.length;
  const center = ({ column }: ModuleBox): number => edge + box.width / 2 + pitch.column * column;
  const upper = ({ depth }: ModuleBox): number => top + 14 + pitch.row * depth;
  const channels = { in: show.integer(at(input, 0)), out: show.integer(at(output, 0)) };
  const title = words.title(name, show.shape(input.slice(1)));
  return (
    <svg
      class="module-figure"
      role="img"
      aria-label={words.sentence(
        title,
        words.input(channels.in),
        branchesOf(plan, words, show),
        words.output(channels.out),
      )}
      width={width}
      height={bottom + 20}
      viewBox={`0 0 ${width} ${bottom + 20}`}
    >
      <text class="title" x={edge} y="12">
        {title}
      </text>
      <text x={edge} y={top - 8}>
        {words.input(channels.in)}
      </text>
      <path class="value" d={`M${edge} ${top}H${width - 5}`} />
      {boxes.map((own, index) => {
        const before = own.from === undefined ? undefined : at(boxes, own.from);
        const [x, y] = [center(own), upper(own)];
        const start =
          before === undefined ? `M${x} ${top}` : `M${center(before)} ${upper(before) + box.height}`;
        return (
          <g key={index}>
            <path class="wire" d={`${start}L${x} ${y}`} />
            {ends.includes(index) && <path class="wire" d={`M${x} ${y + box.height}V${bottom}`} />}
            <rect class={own.kind} x={x - box.width / 2} y={y} width={box.width} height={box.height} />
            <text class="middle" x={x} y={y + 14}>
              {own.kind === 'pooling' ? words.pooling : show.shape(own.kernel)}
            </text>
            <text class="middle channels" x={x} y={y + 28}>
              {own.kind === 'pooling' ? show.shape(own.kernel) : show.integer(own.channels)}
            </text>
          </g>
        );
      })}
      <path class="value" d={`M${edge} ${bottom}H${width - 5}`} />
      <text x={edge} y={bottom + 16}>
        {words.output(channels.out)}
      </text>
    </svg>
  );
}

/** Each branch's parts in words, from the input on. */
function branchesOf({ boxes, ends }: ModulePlan, words: ModuleWords, show: Formatter): string[] {
  const chain = (index: number): string[] => {
    const own = at(boxes, index);
    const part = words.part(show.shape(own.kernel), show.integer(own.channels), own.kind === 'pooling');
    return [...(own.from === undefined ? [] : chain(own.from)), part];
  };
  return ends.map((end) => chain(end).join(words.then));
}
