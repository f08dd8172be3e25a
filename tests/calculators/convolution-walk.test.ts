import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/calculators/convolution-walk/state.ts';
import { fields, prefix, readWalk } from '../../src/calculators/convolution-walk/state.ts';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import { convolution } from '../../src/engine/index.ts';

const standard = standardTyped(fields);
const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readWalk> =>
  readWalk({ ...standard, ...changes });

describe('readWalk', () => {
  it('starts with nine outputs over 5×5', () => {
    expect(read().result).toMatchObject({ outputs: 9, chosen: 0 });
  });

  it('takes the last output for one past it, and the first for what is no number', () => {
    expect(read({ output: '200' }).result?.chosen).toBe(8);
    expect(read({ output: 'x' }).result?.chosen).toBe(0);
  });

  it.each<[Partial<Record<FieldName, string>>, FieldName, unknown]>([
    [{ kernel: '7', dilation: '2' }, 'kernel', { key: 'doesNotFit', limit: 7 }],
    [{ input: '11' }, 'input', { key: 'tooLarge', limit: 10 }],
    [{ stride: '0' }, 'stride', { key: 'tooSmall', limit: 1 }],
  ])('answers %o with an error at %s', (changes, name, error) => {
    const { checked, result } = read(changes);
    expect(result).toBeUndefined();
    expect(checked[name]).toEqual({ error });
  });

  it('gives the engine’s outputs or an error for whatever a query holds, and comes back from the address', () => {
    const text = fc.oneof(fc.integer({ min: -1, max: 12 }).map(String), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.record(Object.fromEntries(Object.keys(fields).map((name) => [name, text]))), (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams());
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        const { checked, result } = readWalk(typed);
        if (result === undefined) {
          expect(Object.values(checked).some((field) => 'error' in field)).toBe(true);
          return;
        }
        const { input, kernel, stride, padding, dilation } = result.walk;
        const [, height = 0, width = 0] = convolution({
          inChannels: 1,
          outChannels: 1,
          kernel: [kernel, kernel],
          stride: [stride, stride],
          padding: [padding, padding],
          dilation: [dilation, dilation],
        }).outputShape([1, input, input]);
        expect(result.outputs).toBe(height * width);
        expect(result.chosen).toBeLessThan(result.outputs);
      }),
      { numRuns: 500 },
    );
  });
});
