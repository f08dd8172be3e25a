import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatterFor } from '../../src/format/index.ts';

const en = formatterFor('en');
const zh = formatterFor('zh-CN');
/** No-break space, which keeps a unit with its number. */
const nb = '\u00a0';

describe('formatterFor: plain numbers', () => {
  it('groups whole numbers in both languages', () => {
    expect(en.integer(25_557_032)).toBe('25,557,032');
    expect(zh.integer(25_557_032)).toBe('25,557,032');
  });

  it('keeps or drops trailing zeros', () => {
    expect(en.decimal(2 / 3, 3)).toBe('0.667');
    expect(en.decimal(2.5, 3)).toBe('2.500');
    expect(en.trimmed(2.5, 3)).toBe('2.5');
    expect(en.trimmed(4, 3)).toBe('4');
  });

  it('writes a true minus sign, and none for what rounds to zero', () => {
    expect(en.decimal(-1.25, 2)).toBe('\u22121.25');
    expect(en.decimal(-0.001, 2)).toBe('0.00');
    expect(en.integer(-0)).toBe('0');
  });

  it('refuses what is not finite, and fractions where a whole number is meant', () => {
    expect(() => en.decimal(NaN, 1)).toThrow(RangeError);
    expect(() => en.prefixed(Infinity, 'MACs')).toThrow(RangeError);
    expect(() => en.integer(0.5)).toThrow('0.5 is not a whole number');
    expect(() => en.bytes(0.5)).toThrow('0.5 is not a whole number');
  });
});

describe('formatterFor: significant digits', () => {
  it('keeps that many digits, without trailing zeros', () => {
    expect(en.significant(0.099_975_585_937_5, 4)).toBe('0.09998');
    expect(en.significant(65_504, 6)).toBe('65,504');
    expect(en.significant(-1.5, 3)).toBe('\u22121.5');
    expect(en.significant(-0, 3)).toBe('0');
  });

  it('writes the very large and the very small as powers of ten', () => {
    // Largest float32, smallest subnormal float16, largest bfloat16.
    expect(en.significant(3.402_823_466_385_288_6e38, 5)).toBe(`3.4028${nb}×${nb}10³⁸`);
    expect(zh.significant(2 ** -24, 4)).toBe(`5.96${nb}×${nb}10⁻⁸`);
    expect(en.significant(-(2 ** -10) / 1e10, 2)).toBe(`\u22129.8${nb}×${nb}10⁻¹⁴`);
    expect(en.significant(9.9999e7, 2)).toBe(`1${nb}×${nb}10⁸`);
  });

  it('refuses what is not finite', () => {
    expect(() => en.significant(NaN, 3)).toThrow(RangeError);
  });
});

describe('formatterFor: shares', () => {
  it('writes shares, changes with their sign, and factors', () => {
    expect(en.percent(0.28)).toBe('28%');
    expect(en.change(-1 / 3, 1)).toBe('\u221233.3%');
    expect(en.change(0.05)).toBe('+5%');
    expect(en.factor(16.94)).toBe('16.9×');
    expect(zh.factor(16.94)).toBe(`16.9${nb}倍`);
  });

  it('gives a change that rounds to nothing no sign', () => {
    expect(en.change(0.0004)).toBe('0%');
    expect(en.change(-0.0004)).toBe('0%');
  });
});

describe('formatterFor: units', () => {
  it('takes the prefix with which the rounded number stays below 1000', () => {
    expect(en.prefixed(5_713_216_096, 'MACs')).toBe(`5.71${nb}GMACs`);
    expect(en.prefixed(999, 'MACs', 0)).toBe(`999${nb}MACs`);
    expect(en.prefixed(999_994, 'MACs')).toBe(`999.99${nb}kMACs`);
    expect(en.prefixed(999_999, 'MACs')).toBe(`1.00${nb}M${nb}MACs`);
    expect(en.prefixed(0, 'MACs', 0)).toBe(`0${nb}MACs`);
  });

  it('reaches the arithmetic of training large models', () => {
    // 6·N·D for 70e9 parameters and 15e12 tokens.
    expect(en.prefixed(6.3e24, 'FLOPs', 1)).toBe(`6.3${nb}YFLOPs`);
    expect(en.prefixed(8.1e20, 'FLOPs', 0)).toBe(`810${nb}EFLOPs`);
  });

  it('writes times from nanoseconds to seconds', () => {
    expect(en.seconds(0.00125)).toBe(`1.25${nb}ms`);
    expect(en.seconds(0.9999999)).toBe(`1.00${nb}s`);
    expect(en.seconds(3e-7, 0)).toBe(`300${nb}ns`);
    expect(en.seconds(0, 0)).toBe(`0${nb}s`);
    expect(en.seconds(86_400, 0)).toBe(`86,400${nb}s`);
  });

  it('tells MB from MiB and GB from GiB', () => {
    expect(en.bytes(102_440_608)).toBe(`102,440,608${nb}B`);
    expect(en.megabytes(102_440_608)).toBe(`102.44${nb}MB`);
    expect(en.mebibytes(102_440_608)).toBe(`97.69${nb}MiB`);
    expect(en.gigabytes(13_476_831_232, 1)).toBe(`13.5${nb}GB`);
    expect(en.gibibytes(13_476_831_232)).toBe(`12.55${nb}GiB`);
  });

  it('keeps every number and its unit on one line', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e26, max: 1e26, noNaN: true }), (value) => {
        expect(en.prefixed(value, 'FLOPs')).toMatch(/^\S+\u00a0\S+$/u);
        expect(en.prefixed(value, 'FLOPs')).not.toContain(' ');
      }),
    );
  });
});

describe('formatterFor: shapes and dates', () => {
  it('joins sizes without grouping them', () => {
    expect(en.shape([192, 17, 17])).toBe('192×17×17');
    expect(en.shape([2048])).toBe('2048');
  });

  it('writes dates as each language does', () => {
    expect(en.date('2026-11-24')).toBe('November 24, 2026');
    expect(zh.date('2026-11-24')).toBe('2026年11月24日');
  });

  it('refuses a date that is none', () => {
    expect(() => en.date('24.11.2026?')).toThrow(RangeError);
  });
});
