import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  branchingProgram,
  compileStages,
  exampleCall,
  graphStages,
  planMemory,
  runEagerly,
  traced,
} from '../../../src/engine/index.ts';
import { anyInput, anyProgram } from './programs.ts';

describe('planMemory', () => {
  it('never lets two results overlap while both are in use, and takes no less than the peak', () => {
    fc.assert(
      fc.property(anyProgram, anyInput, fc.nat({ max: 3 }), (program, x, steps) => {
        const all = compileStages(traced(runEagerly(program, { inputs: { x }, numbers: { steps } })));
        for (const stage of graphStages) {
          const { arrays, arenaBytes, peakBytes, separateBytes } = planMemory(all[stage]);
          for (const one of arrays) {
            const together = arrays.filter(
              (other) => other.id !== one.id && one.first <= other.last && other.first <= one.last,
            );
            expect(
              together.every(
                (other) =>
                  one.offsetBytes + one.bytes <= other.offsetBytes ||
                  other.offsetBytes + other.bytes <= one.offsetBytes,
              ),
            ).toBe(true);
          }
          expect(arenaBytes).toBeGreaterThanOrEqual(peakBytes);
          expect(arenaBytes).toBeLessThanOrEqual(separateBytes);
        }
      }),
      { numRuns: 150 },
    );
  });

  // Four results of 24, 24, 12 and 12 bytes; two are in use at any time, the first two the largest.
  it('puts the example’s four results into 48 bytes', () => {
    const recording = runEagerly(branchingProgram, exampleCall({ value: 1, rows: 2, steps: 2 }));
    const { fused, traced: graph } = compileStages(traced(recording));
    expect(planMemory(fused)).toMatchObject({ arenaBytes: 48, peakBytes: 48, separateBytes: 72 });
    expect(planMemory(fused).arrays.map(({ offsetBytes }) => offsetBytes)).toEqual([0, 24, 0, 12]);
    expect(planMemory(graph).separateBytes).toBe(8 * 24 + 4 + 1 + 2 * 12);
  });
});
