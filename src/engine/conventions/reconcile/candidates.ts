import { architectureNamed } from '../../architectures/index.ts';
import type { ToolName } from '../tools/index.ts';
import { countingTools } from '../tools/index.ts';
import type { Row } from '../../network/index.ts';
import type { LeftOut, Reading } from './reading.ts';
import { countedRows, isPart } from './setup.ts';
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
  const assumptions = assumptionsFor(name, stated);
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

/** What a source may have done to this network; what would change nothing is left out. */
function assumptionsFor(name: string, stated: StatedReading): readonly Assumption[] {
  const { input } = architectureNamed(name);
  const { rows } = countedRows(name, {});
  const has = (part: (row: Row) => boolean): boolean => rows.some(part);
  const assume = (applies: boolean, assumption: Assumption): readonly Assumption[] =>
    applies ? [assumption] : [];
  const leaveOut =
    (part: LeftOut): Assumption =>
    (reading) => ({ ...reading, leftOut: [...(reading.leftOut ?? []), part] });
  return [
    ...assume(hasVersionOne(name), (reading) => ({ ...reading, strideInFirst: true })),
    ...assume(
      has(({ kind }) => kind === 'multiHeadAttention'),
      (reading) => ({ ...reading, autograd: true }),
    ),
    ...assume(stated.input !== undefined, (reading) => ({ ...reading, input })),
    ...assume(has(isPart.classifier), leaveOut('classifier')),
    ...assume(has(isPart.projections), leaveOut('projections')),
    ...assume(
      has(({ path, macs }) => path.startsWith('aux') && macs > 0),
      (reading) => ({ ...reading, withoutAuxiliaryHead: true }),
    ),
    (reading) => ({ ...reading, batch: 2 }),
    (reading) => ({ ...reading, backward: true }),
  ];
}
