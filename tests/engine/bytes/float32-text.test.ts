import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32FromBase64 } from '../../../src/engine/index.ts';

describe('float32FromBase64', () => {
  it('reads little-endian values', () => {
    expect([...float32FromBase64('AACAPwAAAMA=')]).toEqual([1, -2]);
  });

  it('gives back every value that was stored', () => {
    fc.assert(
      fc.property(fc.float32Array(), (values) => {
        const text = Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
        expect(float32FromBase64(text)).toEqual(values);
      }),
    );
  });

  it('refuses what is no base64, and bytes that are no whole values', () => {
    expect(() => float32FromBase64('%')).toThrow(new RangeError('text must be base64'));
    expect(() => float32FromBase64('AACA')).toThrow('whole float32 values, not 3 bytes');
  });
});
