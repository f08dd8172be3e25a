import type { JSX } from 'preact';
import { formatterFor } from '../format/index.ts';

/** A figure's words, from the note's language. */
export interface MultiplyAddsWords {
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  readonly inputs: string;
  readonly weights: string;
  readonly products: string;
  readonly sums: string;
  /** Set beside the framed pair. */
  readonly oneMultiplyAdd: string;
}

interface Props {
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly words: MultiplyAddsWords;
  readonly languageTag: string;
}

const left = 104;
const column = 62;
const rows = { inputs: 22, weights: 52, products: 104, sums: 158 } as const;

/**
 * One output value worked out: a product for every weight, each added to the sum so far, one pair of them framed as
 * what a multiply-add is.
 */
export function MultiplyAdds({ inputs, weights, words, languageTag }: Props): JSX.Element {
  const show = formatterFor(languageTag);
  const products = inputs.map((input, index) => input * (weights[index] ?? 0));
  const sums = products.map((_, index) =>
    products.slice(0, index + 1).reduce((total, product) => total + product, 0),
  );
  const centre = (index: number): number => left + column * (index + 0.5);
  const write = (value: number): string => show.trimmed(value, 2);
  const last = inputs.length - 1;
  return (
    <svg
      class="figure-multiply-adds"
      viewBox={`0 0 ${left + column * inputs.length + 22} 206`}
      role="img"
      aria-label={words.title}
    >
      <text x="0" y={rows.inputs} class="q-activations">
        {words.inputs}
      </text>
      <text x="0" y={rows.weights} class="q-parameters">
        {words.weights}
      </text>
      <text x="0" y={rows.products} class="q-macs">
        {words.products}
      </text>
      <text x="0" y={rows.sums} class="q-macs">
        {words.sums}
      </text>
      {products.map((product, index) => (
        <g key={index} class="pair">
          <text x={centre(index)} y={rows.inputs} class="number q-activations">
            {write(inputs[index] ?? 0)}
          </text>
          <text x={centre(index)} y={rows.weights} class="number q-parameters">
            {write(weights[index] ?? 0)}
          </text>
          <path d={`M${centre(index)} ${rows.weights + 6}v16`} class="wire" />
          <text x={centre(index) + 6} y={rows.weights + 19} class="sign">
            ×
          </text>
          <text x={centre(index)} y={rows.products} class="number q-macs">
            {write(product)}
          </text>
          <path d={`M${centre(index)} ${rows.products + 6}v16`} class="wire" />
          <text x={centre(index) + 6} y={rows.products + 19} class="sign">
            +
          </text>
          <path d={`M${centre(index) - column + 18} ${rows.sums - 5}h${column - 36}`} class="wire" />
          <text x={centre(index)} y={rows.sums} class={`number q-macs ${index === last ? 'final' : ''}`}>
            {write(sums[index] ?? 0)}
          </text>
        </g>
      ))}
      <text x={left - column / 2} y={rows.sums} class="number">
        0
      </text>
      <rect
        class="frame"
        x={centre(last) - 24}
        y={rows.weights + 4}
        width="54"
        height={rows.sums - rows.weights + 5}
        rx="3"
      />
      <text x={centre(last) + 30} y="192" class="note">
        {words.oneMultiplyAdd}
      </text>
    </svg>
  );
}
