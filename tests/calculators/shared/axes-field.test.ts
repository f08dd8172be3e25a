import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AxesField } from '../../../src/calculators/shared/fields.ts';
import { checkField } from '../../../src/calculators/shared/fields.ts';

const field: AxesField = { kind: 'axes', standard: '3', least: 1, most: 99 };

describe('a field of one number for each axis', () => {
  it.each([
    ['3', [3]],
    ['1×7', [1, 7]],
    ['1x7', [1, 7]],
    ['(1, 7)', [1, 7]],
    ['[3, 7, 7]', [3, 7, 7]],
    ['3 * 7', [3, 7]],
    ['１×７', [1, 7]],
    ['3，5', [3, 5]],
    ['16 28', [16, 28]],
  ])('reads %s', (typed, value) => {
    expect(checkField(field, typed)).toEqual({ value });
  });

  it.each([
    ['', { key: 'empty' }],
    ['1×', { key: 'notWhole' }],
    ['-1', { key: 'notWhole' }],
    ['1.5', { key: 'notWhole' }],
    ['seven', { key: 'notWhole' }],
    ['3×0', { key: 'tooSmall', limit: 1 }],
    ['3×100', { key: 'tooLarge', limit: 99 }],
  ])('answers %o with %o', (typed, error) => {
    expect(checkField(field, typed)).toEqual({ error });
  });

  it('never throws, and gives whole numbers within its bounds or an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (typed) => {
        const checked = checkField(field, typed);
        if ('value' in checked) {
          expect([checked.value].flat().every((value) => Number(value) >= 1 && Number(value) <= 99)).toBe(
            true,
          );
        }
      }),
    );
  });
});
