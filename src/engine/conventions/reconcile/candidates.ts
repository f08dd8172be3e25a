import { architectureNamed } from '../../architectures/index.ts';
import type { ToolName } from '../tools/index.ts';
import { countingTools } from '../tools/index.ts';
import type { Reading } from './reading.ts';
import { hasVersionOne } from './variants.ts';

/** What a source says of its reading; it may not say by whose rules it counts. */
export type StatedReading = Omit<Reading, 'counter'> & Partial<Pick<Reading, 'counter'>>;

/** One thing a source may have done without saying so. */
type Assumption = (reading: Reading) => Reading;

/**
 * Readings near a stated one, simplest first: as stated, then with one thing that the source does not say, then with two;
 * each by the stated rules, or else by the rules of every counter in turn, multiply-adds alone first.
 *
 * Few digits fit many readings, so the order matters: what is often found in print comes first.
 */
export function* candidateReadings(name: string, stated: StatedReading): Generator<Reading> {
  const readings = countersOf(stated).map((counter): Reading => ({ ...stated, counter }));
  const assumptions = assumptionsFor(name);
  yield* readings;
  for (const assume of assumptions) yield* readings.map(assume);
  for (const [index, first] of assumptions.entries()) {
    for (const second of assumptions.slice(index + 1)) {
      yield* readings.map((reading) => second(first(reading)));
    }
  }
}

function countersOf({ counter }: StatedReading): readonly Reading['counter'][] {
  if (counter !== undefined) return [counter];
  const isTool = (name: string): name is ToolName => Object.hasOwn(countingTools, name);
  return ['macs', ...Object.keys(countingTools).filter(isTool)];
}

function assumptionsFor(name: string): readonly Assumption[] {
  const { input } = architectureNamed(name);
  return [
    ...(hasVersionOne(name) ? [(reading: Reading) => ({ ...reading, strideInFirst: true })] : []),
    (reading) => ({ ...reading, autograd: true }),
    (reading) => ({ ...reading, input }),
    (reading) => ({ ...reading, leftOut: [...(reading.leftOut ?? []), 'classifier' as const] }),
    (reading) => ({ ...reading, leftOut: [...(reading.leftOut ?? []), 'projections' as const] }),
    (reading) => ({ ...reading, withoutAuxiliaryHead: true }),
    (reading) => ({ ...reading, batch: 2 }),
    (reading) => ({ ...reading, backward: true }),
  ];
}
