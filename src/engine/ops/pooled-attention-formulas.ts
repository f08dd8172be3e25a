import { product } from '../checks.ts';
import type { Bindings, Expression } from '../formula/index.ts';
import { difference, power, quotient, sum, times } from '../formula/index.ts';
import type { OperatorFormulas } from './operator.ts';
import type { PooledAttentionSpec } from './pooled-attention-parts.ts';
import { distanceKeys, distanceTables, poolings, tokenCounts } from './pooled-attention-parts.ts';

/**
 * Formulas of multiscale attention: projections and their biases, F_in to 3·F_out and F_out to F_out; for each tensor
 * pooled a kernel, a scale and a shift over the F_out/h features of a head; in version 2 an embedding of as many for
 * every distance. M is the projections, the two products of N_q queries with N_kv keys and values, the poolings, and in
 * version 2 the products with the distances.
 */
export function pooledAttentionFormulas(spec: PooledAttentionSpec): OperatorFormulas {
  const headFeatures = quotient('F_out', 'h');
  const pooled = poolings(spec);
  const perHeadFeature =
    pooled.reduce((total, { kernel }) => total + product(kernel) + 2, 0) +
    distanceTables(spec).reduce((total, { distances }) => total + distances, 0);
  const perHead = perHeadFeature === 0 ? [] : [times(perHeadFeature, headFeatures)];
  const weights = [times(3, 'F_in', 'F_out'), power('F_out', 2), times(4, 'F_out')];
  return {
    parameters: { result: 'P', expression: sum(...weights, ...perHead) },
    macs: {
      result: 'M',
      expression: sum(
        times(3, 'N', 'F_in', 'F_out'),
        times('N_q', power('F_out', 2)),
        times(2, 'N_q', 'N_kv', 'F_out'),
        ...pooled.map(({ name, kernel }) =>
          times(product(kernel), 'F_out', patches(name === 'q' ? 'N_q' : 'N_kv')),
        ),
        ...(spec.version === 1 ? [] : [times(distanceKeys(spec), 'F_out', patches('N_q'))]),
      ),
    },
  };
}

/** Values of their symbols. */
export function pooledAttentionBindings(spec: PooledAttentionSpec): Bindings {
  const { tokens, queries, keys } = tokenCounts(spec);
  const { inFeatures, outFeatures, heads } = spec;
  return { N: tokens, N_q: queries, N_kv: keys, F_in: inFeatures, F_out: outFeatures, h: heads };
}

/** Tokens without the class token, which is neither pooled nor at a distance. */
function patches(tokens: 'N_q' | 'N_kv'): Expression {
  return difference(tokens, 1);
}
