import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedCount, ToolName } from '../../../src/engine/index.ts';
import { explain, readingSteps, wayBetween } from '../../../src/engine/index.ts';

const giga = (digits: string): PrintedCount => ({ digits, scale: 1e9 });
const sumOf = (steps: readonly { readonly amount: number }[]): number =>
  steps.reduce((total, { amount }) => total + amount, 0);

describe('the way between two numbers', () => {
  const tools: readonly ToolName[] = [
    'torchvision',
    'fvcore',
    'ptflops pytorch',
    'thop',
    'torchinfo',
    'deepspeed',
  ];
  const reading = fc.record({
    counter: fc.constantFrom(...tools, 'macs' as const),
    batch: fc.integer({ min: 1, max: 4 }),
    strideInFirst: fc.boolean(),
  });

  it('sums to their difference, whatever they are', () => {
    fc.assert(
      fc.property(reading, reading, (from, to) => {
        const [first, second] = [readingSteps('resnet50', from), readingSteps('resnet50', to)];
        expect(sumOf(wayBetween(first, second))).toBe(sumOf(second) - sumOf(first));
      }),
      { numRuns: 30 },
    );
  });

  it('is nothing from a number to itself', () => {
    const steps = readingSteps('resnet50', { counter: 'thop' });
    expect(wayBetween(steps, steps)).toEqual([]);
  });

  it('takes the rounding of the first back and puts that of the second on', () => {
    const paper = explain('resnet50', giga('3.8'), { counter: 'macs', strideInFirst: true });
    const calflops = explain('resnet50', giga('8.21'), { counter: 'calflops' });
    const way = wayBetween(paper.steps, calflops.steps);
    expect(way[0]).toEqual({ name: 'cutOff', amount: 57_973_248, undone: true });
    expect(way.map(({ name }) => name)).toEqual([
      ...['cutOff', 'stridePlace', 'doubling', 'normalization', 'activations', 'pooling', 'rounded'],
    ]);
    expect(sumOf(way)).toBe(8_210_000_000 - 3_800_000_000);
  });
});
