import { standardTyped } from '../shared/fields.ts';
import { readDigits } from './digits.ts';
import type { BuiltCurve, BuiltRun } from './built-curves.ts';
import { arms, runExperiment } from './experiment.ts';
import { fields, readRun } from './state.ts';

const known = new Map<string, BuiltRun>();

/** Trains with the standard settings, once for all pages of a build. */
export function builtRun(digitsText: string): BuiltRun {
  const made = known.get(digitsText) ?? makeRun(digitsText);
  known.set(digitsText, made);
  return made;
}

function makeRun(digitsText: string): BuiltRun {
  const { settings } = readRun(standardTyped(fields));
  if (settings === undefined) throw new RangeError('the standard settings must be right');
  const reports = [...runExperiment(settings, readDigits(digitsText))];
  const short = (value: number): number => Number(value.toPrecision(4));
  const runs = arms.flatMap((arm) =>
    Array.from({ length: settings.seeds }, (_, index): BuiltCurve => {
      const own = reports.filter((report) => report.arm === arm && report.seed === index + 1);
      return {
        arm,
        seed: index + 1,
        trainingLoss: own.map(({ trainingLoss }) => short(trainingLoss)),
        testAccuracy: own.map(({ testAccuracy }) => short(testAccuracy)),
      };
    }),
  );
  return { settings, runs };
}
