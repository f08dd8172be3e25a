// For the build alone: needs all architectures, which no page loads.
import { architectures, checkpointCounts, foldableNorms, product } from '../../engine/index.ts';
import type { Network } from '../../engine/index.ts';
import type { KnownNetwork } from './matching.ts';

/** Every architecture with the counts that tell a file of it. */
export function knownNetworks(): readonly KnownNetwork[] {
  return Object.entries(architectures).map(([id, architecture]) => {
    const network = architecture.build();
    const { parameters } = checkpointCounts(network);
    return {
      id,
      title: architecture.title,
      parameters,
      foldedParameters: foldedParameters(network, parameters),
    };
  });
}

/** Parameters once batch norms are folded away: a norm's scale and shift go, its layer gains a bias if it had none. */
function foldedParameters(network: Network, parameters: number): number {
  const byId = new Map(network.nodes.map((node) => [node.id, node.operator]));
  return [...foldableNorms(network)].reduce((total, [norm, layer]) => {
    const [normParameters, tensors] = [byId.get(norm)?.parameters ?? 0, byId.get(layer)?.tensors ?? []];
    const hasBias = tensors.some(({ name }) => name === 'bias');
    const scale = byId.get(norm)?.tensors.find(({ name }) => name === 'weight');
    const channels = scale === undefined ? 0 : product(scale.shape);
    return total - normParameters + (hasBias ? 0 : channels);
  }, parameters);
}
