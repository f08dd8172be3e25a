import { describe, expect, it } from 'vitest';
import { bitsOf, floatLayouts, isDtype, limitsOf } from '../../src/engine/index.ts';
import type { FloatFormat } from '../../src/engine/index.ts';

const isFloatFormat = (name: string): name is FloatFormat => Object.hasOwn(floatLayouts, name);

describe('bitsOf', () => {
  it.each([
    ['float32', 32],
    ['tfloat32', 32],
    ['bfloat16', 16],
    ['float8_e4m3fn', 8],
    ['float4_e2m1', 4],
    ['nf4', 4],
    ['int4', 4],
    ['bool', 8],
  ] as const)('stores %s in %i bits', (dtype, bits) => {
    expect(bitsOf(dtype)).toBe(bits);
  });

  it('stores as many bits as the layout of a floating-point format has, TF32 more than it counts', () => {
    const formats = Object.keys(floatLayouts).filter(isFloatFormat);
    const differing = formats.filter((format) => bitsOf(format) !== limitsOf(format).valueBits);
    expect(differing).toEqual(['tfloat32']);
    expect(limitsOf('tfloat32').valueBits).toBe(19);
  });

  it('knows what is no format', () => {
    expect(isDtype('float17')).toBe(false);
    expect(isDtype('toString')).toBe(false);
    expect(isDtype('float6_e3m2')).toBe(true);
  });
});
