import { at } from '../checks.ts';
import type { Expression, Formula } from '../formula/index.ts';
import { axisSymbols, floor, quotient, sum, times } from '../formula/index.ts';
import type { Part, Plan } from './splits.ts';

/** What a factorization costs, as formulas for stride 1 and padding that keeps the size. */
export interface FactorizationFormulas {
  /** Multiply-accumulates of all parts. */
  readonly macs: Formula;
  /** Cost of the parts over the cost of the whole. */
  readonly ratio: Formula;
  /** The ratio when all widths are equal and cancel; absent for depthwise parts, where they do not. */
  readonly equalWidthRatio?: Formula;
  /** For a pair: the widest middle that does not cost more than the whole. */
  readonly middleChannels?: Formula;
}

/** The formulas of a plan for a convolution with `kernel`, in the symbols of `axisSymbols`. */
export function factorizationFormulas(plan: Plan, kernel: readonly number[]): FactorizationFormulas {
  const { kernel: kernelSymbols, output } = axisSymbols(kernel.length);
  const weights = weightTerms(plan, kernel);
  const kernels = plan.parts.map((part) => productOrOne(kernelFactors(part, kernel)));
  const depthwise = plan.parts.some((part) => part.depthwise === true);
  return {
    macs: { result: 'M', expression: times(sum(...weights), ...output) },
    ratio: {
      result: 'R',
      expression: quotient(sum(...weights), times(...kernelSymbols, 'C_in', 'C_out')),
    },
    ...(depthwise
      ? {}
      : {
          equalWidthRatio: {
            result: 'R' as const,
            expression: quotient(sum(...grouped(kernels)), times(...kernelSymbols)),
          },
        }),
    ...(isPair(plan) ? { middleChannels: middleChannelsFormula(plan, kernel) } : {}),
  };
}

/** Two convolutions with one free width between them. */
export function isPair({ parts }: Plan): boolean {
  return parts.length === 2 && at(parts, 0).to === 'C_mid';
}

/**
 * C_max = ⌊∏k · C_in · C_out / (K₁ · C_in + K₂ · C_out)⌋, with K₁ and K₂ the kernel products of the two parts.
 *
 * The pair costs C_mid(K₁C_in + K₂C_out) for each output position and the whole ∏k·C_in·C_out, so they meet at the
 * quotient; widths are whole, hence the floor. With K₁ = d² and K₂ = t it is the middle width of R(2+1)D.
 * Source: Tran et al. 2018 (arXiv 1711.11248), §3.5.
 */
export function middleChannelsFormula({ parts }: Plan, kernel: readonly number[]): Formula {
  const first = kernelFactors(at(parts, 0), kernel);
  const second = kernelFactors(at(parts, 1), kernel);
  const whole = times(...axisSymbols(kernel.length).kernel, 'C_in', 'C_out');
  const pairPerMiddle = sum(times(...first, 'C_in'), times(...second, 'C_out'));
  return { result: 'C_max', expression: floor(quotient(whole, pairPerMiddle)) };
}

/** Weights of each part; parts that cost the same are one term with its count. */
function weightTerms(plan: Plan, kernel: readonly number[]): readonly Expression[] {
  return grouped(
    plan.parts.map((part) => {
      const channels = part.depthwise === true ? [part.to] : [part.from, part.to];
      return times(...kernelFactors(part, kernel), ...channels);
    }),
  );
}

/** Equal terms as one, with their count in front. */
function grouped(terms: readonly Expression[]): readonly Expression[] {
  const counts = new Map<string, { term: Expression; count: number }>();
  for (const term of terms) {
    const key = JSON.stringify(term);
    counts.set(key, { term, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ term, count }) => {
    if (count === 1) return term;
    return times(count, ...(term.op === 'product' ? term.factors : [term]));
  });
}

/** The product, or 1 for the empty one of a 1×1. */
function productOrOne(factors: readonly Expression[]): Expression {
  return factors.length === 0 ? times(1) : times(...factors);
}

/** A part's kernel, axis by axis: the whole's symbol where it is the whole's, digits where it is not, nothing for 1. */
function kernelFactors(part: Part, kernel: readonly number[]): readonly Expression[] {
  const symbols = axisSymbols(kernel.length).kernel;
  return part.kernel.flatMap((own, axis): Expression[] => {
    if (own === 1) return [];
    return [times(own === at(kernel, axis) ? at(symbols, axis) : own)];
  });
}
