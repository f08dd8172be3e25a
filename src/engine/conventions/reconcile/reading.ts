import type { Shape } from '../../checks.ts';
import { countingStepsOfRows } from '../count.ts';
import type { StepName } from '../tool.ts';
import type { ToolName } from '../tools/index.ts';
import type { CountedRows } from './setup.ts';
import { countedRows } from './setup.ts';

/** Parts that some counts leave out. */
export type LeftOut = 'projections' | 'classifier';

/** What a number counts: the network as built and run, and by whose rules. */
export interface Reading {
  /** By whose rules it is counted; `macs` counts multiply-accumulates and nothing else. */
  readonly counter: ToolName | 'macs';
  /** `macs` reads the MACs a tool prints beside its FLOPs. Default `count`. */
  readonly number?: 'count' | 'macs';
  /** Whether autograd is on. Default false. */
  readonly autograd?: boolean;
  /** Default the architecture's own. */
  readonly input?: Shape;
  readonly classes?: number;
  readonly widthMultiplier?: number;
  /** Whether the stride of a bottleneck sits in its first 1×1 (v1). Default false. */
  readonly strideInFirst?: boolean;
  /** Whether a training-only head is left out of a network that runs it in inference. Default false. */
  readonly withoutAuxiliaryHead?: boolean;
  readonly leftOut?: readonly LeftOut[];
  /** Samples counted together. Default 1. */
  readonly batch?: number;
  /** Whether the backward pass counts as two more forward passes. Default false. */
  readonly backward?: boolean;
}

/** Steps before the counting: another network, input or part. */
export type SetupStep = 'stridePlace' | 'width' | 'inputSize' | 'classes' | 'auxiliaryHead' | LeftOut;

/** Steps after it: several samples or passes. */
export type ScaleStep = 'batch' | 'backward';

/** One named part of a number; the parts of a number sum to it. */
export interface PathStep<Name extends string = SetupStep | StepName | ScaleStep> {
  readonly name: Name;
  readonly amount: number;
}

/**
 * The parts of the exact count of a reading, from the multiply-accumulates of the architecture's standard case on.
 * Parts of nothing are left out, but for `macs`, the first.
 * @throws RangeError when there is no such architecture, it cannot run so, or the tool has no rule for it.
 * @example readingSteps('resnet50', { counter: 'macs', strideInFirst: true })
 * // macs 4_089_184_256, stridePlace −231_211_008
 */
export function readingSteps(name: string, reading: Reading): readonly PathStep[] {
  return scaledSteps(stepsOfOneSample(countedRows(name, reading), reading), reading);
}

/** The parts of one forward pass of one sample. Throws RangeError when the tool has no rule for one of the rows. */
export function stepsOfOneSample(
  { rows, steps }: CountedRows,
  reading: Pick<Reading, 'counter' | 'number' | 'autograd'>,
): readonly PathStep[] {
  const { counter } = reading;
  if (counter === 'macs') return steps;
  const counted = countingStepsOfRows(counter, rows, reading)
    .filter(({ name }) => name !== 'macs')
    .map(({ name, operations }) => ({ name, amount: operations }));
  return [...steps, ...counted];
}

/** The parts with those of further samples and passes. */
export function scaledSteps(
  steps: readonly PathStep[],
  { batch = 1, backward = false }: Pick<Reading, 'batch' | 'backward'>,
): readonly PathStep[] {
  const one = steps.reduce((total, { amount }) => total + amount, 0);
  const all: readonly PathStep[] = [
    ...steps,
    { name: 'batch', amount: (batch - 1) * one },
    { name: 'backward', amount: backward ? 2 * batch * one : 0 },
  ];
  return all.filter(({ name, amount }) => name === 'macs' || amount !== 0);
}
