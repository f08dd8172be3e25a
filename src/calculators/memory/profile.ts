// Needs the architectures, so the calculator imports it on demand: the page's own script stays small.
import type { KeyValueHeads, MemoryMode, MemoryTimeline, Network, Shape } from '../../engine/index.ts';
import { architectureNamed, keyValueHeads, memoryTimeline, summarize } from '../../engine/index.ts';
import { fromNetworkKey, networkInputs } from '../shared/sized-networks.ts';

/** What is in memory at every step of one mode, for one sample. */
export interface ModeProfile {
  /** Values in memory, step by step. */
  readonly elements: readonly number[];
  /** Index of the first step that is not of the first forward pass; the length when there is none. */
  readonly turn: number;
  readonly peakElements: number;
  /** Module path of the step at the peak. */
  readonly peakPath: string;
}

/** What the calculator needs of a network at one input size. */
export interface MemoryProfile {
  readonly parameters: number;
  /** No layers for a network that keeps no keys and values. */
  readonly cache: KeyValueHeads;
  readonly modes: Readonly<Record<MemoryMode, ModeProfile>>;
}

/**
 * The profile of a network at a key of `networkKey`.
 * @throws RangeError when there is no such network, or it cannot run at that size.
 */
export function memoryProfile(key: string): MemoryProfile {
  const { network: name, inputSize } = fromNetworkKey(key);
  const { kind } = networkInputs[name];
  const network = architectureNamed(name).build();
  const input: Shape = kind === 'tokens' ? [inputSize] : [3, inputSize, inputSize];
  const profileOf = (mode: MemoryMode): ModeProfile => modeProfile(memoryTimeline(network, { input, mode }));
  return {
    parameters: summarize(network).parameters,
    cache: kind === 'tokens' ? keyValueHeads(network) : noCache(network),
    modes: {
      inference: profileOf('inference'),
      training: profileOf('training'),
      checkpointing: profileOf('checkpointing'),
    },
  };
}

/** An encoder (a vision transformer) computes all its tokens at once and keeps nothing. */
function noCache(network: Network): KeyValueHeads {
  return { ...keyValueHeads(network), layers: 0 };
}

function modeProfile({ paths, moments }: MemoryTimeline): ModeProfile {
  const elements = moments.map((moment) => moment.elements);
  const peakElements = Math.max(...elements);
  const peak = moments[elements.indexOf(peakElements)];
  const turn = moments.findIndex(({ pass }) => pass !== 'forward');
  return {
    elements,
    turn: turn === -1 ? moments.length : turn,
    peakElements,
    peakPath: paths[peak?.step ?? -1] ?? '',
  };
}
