import type { Shape } from '../engine/index.ts';
import type { Cost, Layer } from './layers.ts';
import { costOf } from './layers.ts';
import type { ModuleNode } from './module-tree.ts';
import { moduleTree, stageNodes } from './module-tree.ts';

/** Part of a network: one module, or several alike in a row. */
export interface Stage extends Cost {
  /** Module path, with a range where modules alike are taken together: `transformer.h.0–11`. */
  readonly name: string;
  /** Modules alike in it; 1 when there are none. */
  readonly repeats: number;
  readonly layerCount: number;
  /** Size of what its last working layer gives. */
  readonly outputShape: Shape;
}

interface Run {
  readonly first: string;
  last: string;
  repeats: number;
  layers: readonly Layer[];
  readonly one: string;
}

/**
 * A network in parts. A part without multiply-adds (the norm and pooling of a stem) belongs to the part before it, and
 * neighbours under one parent that cost the same and give the same size are one part, so the parts together are the
 * whole network and a deep one stays readable.
 * @example stagesOf(layers).map(({ name }) => name) // ['transformer', …, 'transformer.h.0–11', 'lm_head'] for GPT-2
 */
export function stagesOf(layers: readonly Layer[]): readonly Stage[] {
  const runs: Run[] = [];
  for (const node of stageNodes(moduleTree(layers))) {
    const before = runs.at(-1);
    const one = signature(node);
    if (before?.one === one && parentOf(before.last) === parentOf(node.path)) {
      before.last = node.path;
      before.repeats++;
      before.layers = [...before.layers, ...node.layers];
    } else if (node.macs > 0 || before === undefined) {
      runs.push({ first: node.path, last: node.path, repeats: 1, layers: node.layers, one });
    } else {
      before.layers = [...before.layers, ...node.layers];
    }
  }
  return runs.map(({ first, last, repeats, layers: own }) => ({
    name: first === last ? first : rangeOf(first, last),
    repeats,
    layerCount: own.length,
    outputShape: outputOf(own),
    ...costOf(own),
  }));
}

/** Layers of one kind. */
export interface KindShare extends Cost {
  readonly kind: string;
  readonly layerCount: number;
}

/** A network by kind of operator, most multiply-adds first; kinds that cost nothing of anything are left out. */
export function kindsOf(layers: readonly Layer[]): readonly KindShare[] {
  return [...new Set(layers.map(({ kind }) => kind))]
    .map((kind) => {
      const own = layers.filter((layer) => layer.kind === kind);
      return { kind, layerCount: own.length, ...costOf(own) };
    })
    .filter(({ macs, parameters, activations }) => macs + parameters + activations > 0)
    .sort((left, right) => right.macs - left.macs || right.parameters - left.parameters);
}

/**
 * Two paths under one parent as a range, what the last repeats left out.
 * @example rangeOf('encoder.layer_0', 'encoder.layer_11') // 'encoder.layer_0–11'
 */
function rangeOf(first: string, last: string): string {
  const end = last.slice(parentOf(last).length).replace(/^\./, '');
  const numbered = /^(.*?)\d+$/.exec(end)?.[1] ?? '';
  const begin = first.slice(parentOf(first).length).replace(/^\./, '');
  return `${first}–${begin.startsWith(numbered) ? end.slice(numbered.length) : end}`;
}

function signature(node: ModuleNode): string {
  const { macs, parameters, activations, layers } = node;
  return [macs, parameters, activations, layers.length, ...outputOf(layers)].join(' ');
}

function outputOf(layers: readonly Layer[]): Shape {
  const last = layers.findLast(({ macs }) => macs > 0) ?? layers.at(-1);
  return last?.outputShape ?? [];
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
