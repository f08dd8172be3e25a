// Needs the architectures, so the calculator imports it on demand: the page's own script stays small.
import type { LayerWork } from '../../engine/index.ts';
import { architectureNamed, layerWork } from '../../engine/index.ts';
import { fromNetworkKey, networkInputs } from '../shared/sized-networks.ts';

/**
 * The layers of a network at a key of `networkKey`, every one on its own.
 * @throws RangeError when there is no such network, or it cannot run at that size.
 */
export function networkLayers(key: string): readonly LayerWork[] {
  const { network, inputSize } = fromNetworkKey(key);
  const { kind } = networkInputs[network];
  const input = kind === 'tokens' ? [inputSize] : [3, inputSize, inputSize];
  return layerWork(architectureNamed(network).build(), { input });
}
