import type { StatedReading } from './candidates.ts';
import { candidateReadings } from './candidates.ts';
import type { ReconcileStep } from './path.ts';
import type { PrintedCount } from './printed.ts';
import { printedCount, roundingOf } from './printed.ts';
import type { PathStep, Reading } from './reading.ts';
import { readingsOf } from './readings.ts';

/** A printed count taken apart; its steps sum to the count that its digits state. */
export interface Explanation {
  readonly printed: PrintedCount;
  /** The reading whose steps these are. */
  readonly reading: Reading;
  /** Whether the source says all of the reading. False for the simplest other reading that gives the digits. */
  readonly stated: boolean;
  readonly steps: readonly ReconcileStep[];
  /** What no reading explains, 0 when the digits are reached. */
  readonly gap: number;
}

/**
 * Takes a printed count of a network apart.
 *
 * First by the reading the source states. When that does not give the digits, by the simplest other reading that does,
 * in the order of `candidateReadings`; when none does, by the stated one (without stated rules: by multiply-adds alone),
 * and the rest is left open. Several counts of one network share its readings in `stepsFor`.
 * @throws RangeError as `readingSteps` does for the stated reading.
 * @example explain('resnet50', { digits: '3.8', scale: 1e9 }, { counter: 'macs', strideInFirst: true }).steps
 * // macs 4_089_184_256, stridePlace −231_211_008, cutOff −57_973_248
 */
export function explain(
  name: string,
  printed: PrintedCount,
  stated: StatedReading,
  stepsFor = readingsOf(name),
): Explanation {
  const { counter = 'macs' } = stated;
  const nearest: Reading = { ...stated, counter };
  const nearestSteps = stepsFor(nearest);
  for (const reading of candidateReadings(name, stated)) {
    const steps = stepsIfPossible(stepsFor, reading);
    const all = steps === undefined ? undefined : withRounding(printed, steps);
    if (all === undefined) continue;
    return { printed, reading, stated: isSame(reading, stated), steps: all, gap: 0 };
  }
  const gap = printedCount(printed) - sumOf(nearestSteps);
  const open = { name: 'open', amount: gap } as const;
  return { printed, reading: nearest, stated: true, steps: [...nearestSteps, open], gap };
}

const isSame = (reading: Reading, stated: StatedReading): boolean =>
  JSON.stringify(reading) === JSON.stringify({ ...stated, counter: stated.counter });

/** The steps with the rounding to the printed digits, or undefined when they do not lead there. */
function withRounding(
  printed: PrintedCount,
  steps: readonly PathStep[],
): readonly ReconcileStep[] | undefined {
  const exact = sumOf(steps);
  const rounding = roundingOf(printed, exact);
  if (rounding === undefined) return undefined;
  const amount = printedCount(printed) - exact;
  return amount === 0 ? steps : [...steps, { name: rounding, amount }];
}

/** A reading that the network or the tool does not admit explains nothing. */
function stepsIfPossible(
  stepsFor: (reading: Reading) => readonly PathStep[],
  reading: Reading,
): readonly PathStep[] | undefined {
  try {
    return stepsFor(reading);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const sumOf = (steps: readonly PathStep[]): number => steps.reduce((total, { amount }) => total + amount, 0);
