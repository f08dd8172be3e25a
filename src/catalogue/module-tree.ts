import type { Cost, Layer } from './layers.ts';
import { costOf } from './layers.ts';

/** A module of a network: the layers below one path, and what they cost together. */
export interface ModuleNode extends Cost {
  /** Full path; empty for the whole network. */
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  /** All layers in it, in the order they run. */
  readonly layers: readonly Layer[];
  /** What stands directly in it, in the order it is first met; a path with nothing below it is a layer itself. */
  readonly children: readonly ModuleNode[];
  /** The operator at this very path, if there is one. */
  readonly own: Layer | undefined;
}

/**
 * Layers as the tree their module paths spell.
 * @example moduleTree(layers).children.map(({ name }) => name) // ['conv1', 'bn1', …, 'layer1', …, 'fc'] for ResNet-50
 */
export function moduleTree(layers: readonly Layer[]): ModuleNode {
  return nodeAt('', '', layers, 0);
}

/** @param start Where in a layer's path its part below `path` begins. */
function nodeAt(path: string, name: string, layers: readonly Layer[], start: number): ModuleNode {
  const own = layers.find((layer) => layer.path.length === path.length && layer.path === path);
  // Most nodes are a layer and nothing else.
  if (own !== undefined && layers.length === 1) {
    return { path, name, layers, own, children: [], ...costOf(layers) };
  }
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    if (layer === own) continue;
    const end = layer.path.indexOf('.', start);
    const part = layer.path.slice(start, end === -1 ? undefined : end);
    const group = groups.get(part);
    if (group === undefined) groups.set(part, [layer]);
    else group.push(layer);
  }
  const children = [...groups].map(([part, members]) =>
    nodeAt(path === '' ? part : `${path}.${part}`, part, members, start + part.length + 1),
  );
  return { path, name, layers, own, children, ...costOf(layers) };
}

/** Whether a node can be opened: it holds more than the operator at its own path. */
export function isModule(node: ModuleNode): boolean {
  return node.children.length > 0;
}

/** A network with fewer working parts than this is shown in finer ones. */
const fewestParts = 5;

/**
 * The modules a network is best summarized by: its top level, or where that is a mere wrapper (`features`,
 * `encoder.layers`) what is inside of it. Together they hold every layer once.
 * @example stageNodes(tree).map(({ path }) => path) // ['features.0', …, 'features.18', 'avgpool', …] for MobileNetV2
 */
export function stageNodes(tree: ModuleNode): readonly ModuleNode[] {
  let nodes = tree.children;
  for (;;) {
    const working = nodes.filter(({ macs }) => macs > 0);
    const wrapper = working
      .filter(({ own, children }) => own === undefined && children.length > 0)
      .reduce<ModuleNode | undefined>(
        (largest, node) => (node.layers.length > (largest?.layers.length ?? 1) ? node : largest),
        undefined,
      );
    if (working.length >= fewestParts || wrapper === undefined) return nodes;
    nodes = nodes.flatMap((node) => (node === wrapper ? node.children : [node]));
  }
}
