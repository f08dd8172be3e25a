import type { JSX } from 'preact';
import type { Bindings, Formula, SymbolName } from '../../engine/index.ts';
import { evaluate, toText } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { formatterFor } from '../../format/index.ts';
import { ExpressionView } from './ExpressionView.tsx';
import { SymbolView } from './SymbolView.tsx';

/** What a result counts; decides its colour. */
export type Quantity = 'parameters' | 'macs' | 'activations' | 'bytes';

/** One formula to work out. */
export interface ArithmeticLine {
  readonly formula: Formula;
  readonly values: Bindings;
  readonly quantity?: Quantity;
  /** Unit after the result. */
  readonly unit?: string;
  /** Digits after the point when the result is not whole. Default 3. */
  readonly digits?: number;
  /** Digits in all instead, for numbers that may be very large or very small. */
  readonly significantDigits?: number;
}

interface Props {
  readonly lines: readonly ArithmeticLine[];
  readonly languageTag: string;
  /** Symbols whose places light up, because what the reader has just changed enters there. */
  readonly lit?: readonly SymbolName[] | undefined;
}

/**
 * Formulas worked out as on paper: the line with symbols, the line with the numbers put in, the result; signs of
 * equality aligned.
 */
export function ArithmeticSteps({ lines, languageTag, lit = [] }: Props): JSX.Element {
  return (
    <div class="arithmetic">
      {lines.map((line) => (
        <Steps key={line.formula.result} line={line} languageTag={languageTag} lit={lit} />
      ))}
    </div>
  );
}

/** The lines' results alone, a row each, so that none moves when another gets longer. */
export function LineResults({ lines, languageTag }: Omit<Props, 'lit'>): JSX.Element {
  const show = formatterFor(languageTag);
  return (
    <table class="summary">
      <tbody>
        {lines.map((line) => (
          <tr key={line.formula.result}>
            <th scope="row">
              <SymbolView name={line.formula.result} />
            </th>
            <td class={line.quantity === undefined ? undefined : `q-${line.quantity}`}>
              {resultText(line, show)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function resultText(line: ArithmeticLine, show: Formatter): string {
  const text = digitsText(evaluate(line.formula.expression, line.values), line, show);
  return line.unit === undefined ? text : `${text}\u00a0${line.unit}`;
}

function digitsText(
  value: number,
  { digits = 3, significantDigits }: ArithmeticLine,
  show: Formatter,
): string {
  return significantDigits === undefined
    ? show.trimmed(value, digits)
    : show.significant(value, significantDigits);
}

interface StepsProps {
  readonly line: ArithmeticLine;
  readonly languageTag: string;
  readonly lit: readonly SymbolName[];
}

function Steps({ line, languageTag, lit }: StepsProps): JSX.Element {
  const { formula, values, quantity } = line;
  const show = formatterFor(languageTag);
  const number = (value: number): string => digitsText(value, line, show);
  // A sign before a number put in for a symbol would read as one of the formula's.
  const put = (each: number): string => (each < 0 ? `(${number(each)})` : number(each));
  const value = (name: SymbolName): JSX.Element => (
    <span class={lit.includes(name) ? 'lit' : undefined} data-symbol={name}>
      {put(values[name] ?? NaN)}
    </span>
  );
  const spoken = toText(formula.expression, values, put);
  return (
    <>
      <div class="step" aria-hidden="true">
        <span class="left">
          <SymbolView name={formula.result} />
        </span>
        <span>=</span>
        <span class="right">
          <ExpressionView
            tree={formula.expression}
            symbol={(name) => <SymbolView name={name} />}
            number={number}
            times=" · "
          />
        </span>
      </div>
      <div class="step">
        <span class="left" />
        <span aria-hidden="true">=</span>
        <span class="right">
          <span class="visually-hidden">{`${formula.result} = ${spoken}`}</span>
          <span aria-hidden="true">
            <ExpressionView tree={formula.expression} symbol={value} number={number} times=" × " />
          </span>
        </span>
      </div>
      <div class="step">
        <span class="left" />
        <span>=</span>
        <span class={`right result ${quantity === undefined ? '' : `q-${quantity}`}`}>
          {resultText(line, show)}
        </span>
      </div>
    </>
  );
}
