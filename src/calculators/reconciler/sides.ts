// Needs the architectures and the tools' rules, so the calculator imports it on demand: the page's own script stays small.
import type { ReconcileStep } from '../../engine/index.ts';
import { explain, readingsOf } from '../../engine/index.ts';
import type { Chosen, Pair } from './state.ts';

/** One number taken apart. */
export interface Side {
  /** Sum to the number, its rounding included. */
  readonly steps: readonly ReconcileStep[];
  /** Whether this reading was found here: the simplest that gives the digits, but not what the source says. */
  readonly found: boolean;
}

/** Both numbers of a pair taken apart. */
export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** The readings of each network asked for: people go back and forth between a few. */
const readings = new Map<string, ReturnType<typeof readingsOf>>();

/** Throws RangeError when a tool has no rule for something in the network; the lists here have no such pair. */
export function sidesOf({ network, from, to }: Pair): Sides {
  const stepsFor = readings.get(network) ?? readingsOf(network);
  readings.set(network, stepsFor);
  const sideOf = (chosen: Chosen): Side => {
    if (chosen.kind === 'tool') return { steps: stepsFor({ counter: chosen.tool }), found: false };
    const { printed, reading } = chosen.kind === 'own' ? { ...chosen, reading: {} } : chosen.count;
    const { steps, stated, gap } = explain(network, printed, reading, stepsFor);
    return { steps, found: !stated && gap === 0 };
  };
  return { from: sideOf(from), to: sideOf(to) };
}
