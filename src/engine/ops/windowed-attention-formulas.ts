import { power, sum, times } from '../formula/index.ts';
import type { OperatorFormulas } from './operator.ts';
import type { WindowedAttentionDesign } from './windowed-attention-parts.ts';

/**
 * Formulas of windowed attention with E features and h heads, N tokens after padding, S of them in a window and U
 * relative positions: P = 4E² + 4E + Uh and M = 4NE² + 2NSE; Swin v2 has an MLP from the axes over 512 to h features and a
 * scale per head in place of the table.
 */
export function windowedAttentionFormulas(design: WindowedAttentionDesign, axes: number): OperatorFormulas {
  const projections = [times(4, power('E', 2)), times(4, 'E')];
  const products = [times(4, 'N', power('E', 2)), times(2, 'N', 'S', 'E')];
  if (design !== 'swin-v2') {
    return {
      parameters: { result: 'P', expression: sum(...projections, times('U', 'h')) },
      macs: { result: 'M', expression: sum(...products) },
    };
  }
  return {
    parameters: { result: 'P', expression: sum(...projections, times(512, sum(axes, 1, 'h')), 'h') },
    macs: { result: 'M', expression: sum(...products, times(512, 'U', sum(axes, 'h'))) },
  };
}
