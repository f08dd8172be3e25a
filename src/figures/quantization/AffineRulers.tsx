import type { JSX } from 'preact';
import type { AffineRule } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Ruler } from './ruler.ts';
import { affineRuler } from './ruler.ts';

/** A figure's words, from the note's language. */
export interface AffineRulersWords {
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  readonly values: string;
  readonly codes: string;
  readonly asymmetric: string;
  readonly symmetric: string;
}

interface Props {
  readonly values: readonly number[];
  readonly bits: number;
  readonly words: AffineRulersWords;
  readonly languageTag: string;
}

const width = 340;
const margin = 14;
const rowHeight = 132;
const axis = { values: 46, codes: 82 } as const;
/** From the lower axis to the base lines of the codes and of what the row is called. */
const below = { code: 17, caption: 34 } as const;

/**
 * The same numbers under an asymmetric and a symmetric quantizer: the line of numbers above, the ruler of codes below,
 * an arrow from every number to the mark it is moved to.
 */
export function AffineRulers({ values, bits, words, languageTag }: Props): JSX.Element {
  const rule = (symmetric: boolean): AffineRule => ({ bits, signed: symmetric, symmetric });
  const rows = [
    { label: words.asymmetric, ruler: affineRuler(values, rule(false)) },
    { label: words.symmetric, ruler: affineRuler(values, rule(true)) },
  ];
  const ends = [...values, ...rows.flatMap(({ ruler }) => ruler.marks.map(({ value }) => value))];
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number): number =>
    round(margin + ((width - 2 * margin) * (value - least)) / (greatest - least));
  return (
    <svg
      class="figure-affine-rulers"
      viewBox={`0 0 ${width} ${rowHeight * rows.length - 8}`}
      role="img"
      aria-label={words.title}
    >
      {rows.map(({ label, ruler }, index) => (
        <g key={label} transform={`translate(0 ${index * rowHeight})`}>
          <Row ruler={ruler} x={x} words={words} label={label} languageTag={languageTag} />
        </g>
      ))}
    </svg>
  );
}

interface RowProps {
  readonly ruler: Ruler;
  readonly x: (value: number) => number;
  readonly words: AffineRulersWords;
  readonly label: string;
  readonly languageTag: string;
}

function Row({ ruler, x, words, label, languageTag }: RowProps): JSX.Element {
  const show = formatterFor(languageTag);
  const { marks, placements, zeroPoint } = ruler;
  const first = marks.at(0);
  const last = marks.at(-1);
  const labelled = marks.filter((mark) => mark === first || mark === last || mark.code === zeroPoint);
  return (
    <>
      <text x={margin} y="14" class="axis-name">
        {words.values}
      </text>
      <path class="axis" d={`M${margin} ${axis.values}H${width - margin}`} />
      <path class="axis" d={`M${x(first?.value ?? 0)} ${axis.codes}H${x(last?.value ?? 0)}`} />
      <path class="zero" d={`M${x(0)} ${axis.values - 5}V${axis.codes + 5}`} />
      {marks.map(({ code, value }) => (
        <path key={code} class="mark" d={`M${x(value)} ${axis.codes - 5}v10`} />
      ))}
      {placements.map(({ value, mark }) => (
        <g key={value}>
          <path class="move" d={`M${x(value)} ${axis.values}L${x(mark.value)} ${axis.codes - 6}`} />
          <circle class="value" cx={x(value)} cy={axis.values} r="3" />
          <text x={x(value)} y={axis.values - 9} class="centred">
            {show.trimmed(value, 3)}
          </text>
        </g>
      ))}
      {labelled.map(({ code, value }) => (
        <text key={code} x={x(value)} y={axis.codes + below.code} class="centred code">
          {show.integer(code)}
        </text>
      ))}
      <text x={margin} y={axis.codes + below.caption} class="axis-name">
        {`${words.codes}, ${label}`}
      </text>
    </>
  );
}

/** Hundredths are below what can be seen, and keep the drawing short. */
const round = (position: number): number => Math.round(position * 100) / 100;
