import type { PathStep, Reading } from './reading.ts';
import { scaledSteps, stepsOfOneSample } from './reading.ts';
import type { Setup } from './setup.ts';
import { countedRows } from './setup.ts';

/**
 * `readingSteps` for many readings of one architecture: each setup is built once and counted by each tool's rules once,
 * however many batches and passes are tried.
 * @example readingsOf('resnet50')({ counter: 'macs' }) // macs 4_089_184_256
 */
export function readingsOf(name: string): (reading: Reading) => readonly PathStep[] {
  const rowsOf = remembered((setup: Setup) => countedRows(name, setup));
  const stepsOf = remembered(({ counter, number, autograd, ...setup }: Omit<Reading, 'batch' | 'backward'>) =>
    stepsOfOneSample(rowsOf(setup), {
      counter,
      ...(number === undefined ? {} : { number }),
      ...(autograd === undefined ? {} : { autograd }),
    }),
  );
  return ({ batch = 1, backward = false, ...one }) => scaledSteps(stepsOf(one), { batch, backward });
}

/** A function that works each thing out once; things are told apart by what is written in them. */
function remembered<Thing, Value>(work: (thing: Thing) => Value): (thing: Thing) => Value {
  const known = new Map<string, Value>();
  return (thing) => {
    const key = JSON.stringify(thing);
    const value = known.get(key) ?? work(thing);
    known.set(key, value);
    return value;
  };
}
