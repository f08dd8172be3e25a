import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/calculators/shared/refusal.ts';

const run = { network: 'alexnet', inputSize: 32 } as const;
const latest = { key: 'resnet50@224', value: 7 };
const exact = (): boolean => true;

describe('refusalOf', () => {
  it('puts an input the network cannot run on at the input’s size', () => {
    const failed = { key: 'alexnet@32', reason: new RangeError('kernel does not fit') };
    expect(refusalOf(run, { latest, failed }, exact)).toEqual({
      checked: { side: { error: { key: 'cannotRun' } } },
    });
  });

  it('blames no field when the networks did not load', () => {
    const failed = { key: 'alexnet@32', reason: new TypeError('offline') };
    expect(refusalOf(run, { latest, failed }, exact)).toEqual({});
  });

  it('passes over the failure of a run that is no longer asked for', () => {
    const failed = { key: 'vgg16@32', reason: new RangeError('kernel does not fit') };
    expect(refusalOf(run, { latest, failed }, exact)).toBeUndefined();
  });

  it('puts counts that a double cannot hold at the batch', () => {
    expect(refusalOf(run, { latest }, (value) => value < 7)).toEqual({
      checked: { batch: { error: { key: 'notExact' } } },
    });
  });
});
