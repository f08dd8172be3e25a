import type { Expression, Formula } from '../formula/index.ts';
import { power, quotient, sum, times } from '../formula/index.ts';
import type { ResidualBlockName } from './block-plan.ts';

const weights = (...terms: Expression[]): Formula => ({
  result: 'P',
  expression: terms.length === 1 ? times(...terms) : sum(...terms),
});
const pointwise = times(2, 'C', 'C_mid');
const dense = times(9, power('C_mid', 2));
const depthwise = times(9, 'C_mid');

/**
 * Weights of the convolutions of a block that keeps its input's `C` channels and size, with `C_mid` channels inside: the
 * two 1×1 cost 2·C·C_mid, what stands between them the rest. `g` groups as in `ResidualBlockSizes`.
 * Source: counted from the blocks as drawn in their papers; ShuffleNet's as in Zhang et al. 2018, section 3.2.
 * @example evaluate(blockWeights['bottleneck-v1'].expression, { C: 256, C_mid: 64 }) // 69_632
 */
export const blockWeights: Readonly<Record<ResidualBlockName, Formula>> = {
  basic: weights(times(2, 9, 'C', 'C_mid')),
  'bottleneck-v1': weights(pointwise, dense),
  'bottleneck-v1.5': weights(pointwise, dense),
  resnext: weights(pointwise, quotient(dense, 'g')),
  p3d: weights(pointwise, dense, times(3, power('C_mid', 2))),
  shufflenet: weights(quotient(pointwise, 'g'), depthwise),
  'inverted-residual': weights(pointwise, depthwise),
};
