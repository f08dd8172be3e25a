import type { Network } from '../network/index.ts';

/** Operators whose weights can take up the scale and shift of the batch norm behind them. */
const absorbing: ReadonlySet<string> = new Set(['convolution', 'transposedConvolution', 'linear']);

/**
 * Batch norms that inference folds into the layer before them: node id of the norm -> node id of the layer.
 *
 * A norm folds when its input is a convolution or linear layer whose output nothing else reads. One behind a
 * concatenation or a sum (DenseNet's first norm of a layer, pre-activation ResNets) has no such layer and stays.
 * Source: Jacob et al. 2018, section 3.2.
 */
export function foldableNorms(network: Network): ReadonlyMap<number, number> {
  const readers = new Map<number, number>();
  for (const id of network.nodes.flatMap((node) => node.inputs)) readers.set(id, (readers.get(id) ?? 0) + 1);
  const kinds = new Map(network.nodes.map(({ id, operator }) => [id, operator.kind]));
  return new Map(
    network.nodes.flatMap(({ id, operator, inputs }): [number, number][] => {
      const [source] = inputs;
      if (operator.kind !== 'batchNorm' || source === undefined) return [];
      const absorbs = absorbing.has(kinds.get(source) ?? '');
      return absorbs && readers.get(source) === 1 ? [[id, source]] : [];
    }),
  );
}
