import type { JSX } from 'preact';
import type { FloatFormat } from '../../engine/index.ts';
import { bitsOf, limitsOf } from '../../engine/index.ts';

/** A figure's words, from the note's language. */
export interface FormatBitsWords {
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  readonly sign: string;
  readonly exponent: string;
  readonly mantissa: string;
  readonly unused: string;
}

interface Props {
  readonly formats: readonly FloatFormat[];
  readonly words: FormatBitsWords;
}

const cell = 10;
const width = 32 * cell + 12;
const rowHeight = 40;
const barTop = 17;
const barHeight = 15;
/** Room under a row's bar for the fields' names, which the first row carries for all. */
const legend = 16;

/** Floating-point formats as bit fields, one below the other on one scale: sign, exponent, mantissa. */
export function FormatBits({ formats, words }: Props): JSX.Element {
  return (
    <svg
      class="figure-format-bits"
      viewBox={`0 0 ${width} ${rowHeight * formats.length + legend}`}
      role="img"
      aria-label={words.title}
    >
      {formats.map((format, index) => (
        <g key={format} transform={`translate(0 ${index === 0 ? 0 : index * rowHeight + legend})`}>
          <Row format={format} words={words} named={index === 0} />
        </g>
      ))}
    </svg>
  );
}

/** Where a field's name is anchored; the sign's one bit is narrower than its name, so the exponent's ends with its field. */
const nameEnd: Readonly<Partial<Record<string, number>>> = {
  exponent: 1 + 9 * cell,
  mantissa: 1 + 20.5 * cell,
};

interface RowProps {
  readonly format: FloatFormat;
  readonly words: FormatBitsWords;
  readonly named: boolean;
}

function Row({ format, words, named }: RowProps): JSX.Element {
  const { valueBits, exponentBits, mantissaBits } = limitsOf(format);
  const storedBits = bitsOf(format);
  const parts = [
    { kind: 'sign', name: words.sign, bits: 1, begin: 0 },
    { kind: 'exponent', name: words.exponent, bits: exponentBits, begin: 1 },
    { kind: 'mantissa', name: words.mantissa, bits: mantissaBits, begin: 1 + exponentBits },
    { kind: 'unused', name: words.unused, bits: storedBits - valueBits, begin: valueBits },
  ].filter(({ bits }) => bits > 0);
  return (
    <>
      <text x="1" y="12" class="format">
        {format}
      </text>
      {parts.map(({ kind, name, bits, begin }) => (
        <g key={kind} class={kind}>
          <rect x={1 + begin * cell} y={barTop} width={bits * cell} height={barHeight} />
          {bits > 1 && <path class="cells" d={divisions(begin, bits)} />}
          <text x={1 + (begin + bits / 2) * cell} y={barTop + 11.5} class="count">
            {kind === 'unused' ? name : bits}
          </text>
          {named && (
            <text x={nameEnd[kind] ?? 1} y={barTop + barHeight + 13} class={`field ${kind}`}>
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** Short strokes at the foot of the bar between one bit and the next. */
function divisions(begin: number, bits: number): string {
  return Array.from(
    { length: bits - 1 },
    (_, index) => `M${1 + (begin + index + 1) * cell} ${barTop + barHeight}v-3`,
  ).join('');
}
