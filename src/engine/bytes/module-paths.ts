import type { Network } from '../network/index.ts';
import { tensorsOf } from './state-dict.ts';

/** Operators without state that are modules of their own in PyTorch, unless they are called as functions. */
const statelessModules =
  /^(activation|maxPooling|averagePooling|adaptiveMaxPooling|adaptiveAveragePooling|upsample)$/;

/**
 * Paths of a network's modules, the root (an empty path) among them: whatever has tensors, the stateless layers, and
 * every module around them. A state dict carries a version number for each.
 *
 * A module that is used several times and stands at several paths here (ResNet's one ReLU per block) counts as several;
 * dropout, which inference leaves out, not at all.
 */
export function modulePaths(network: Network): ReadonlySet<string> {
  const leaves = [
    ...tensorsOf(network).map(({ name }) => parentOf(name)),
    ...network.nodes
      .filter(({ operator, call }) => call !== 'function' && statelessModules.test(operator.kind))
      .map(({ path }) => path),
  ];
  return new Set(leaves.flatMap(withParents));
}

function withParents(path: string): readonly string[] {
  return path === '' ? [''] : [path, ...withParents(parentOf(path))];
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
