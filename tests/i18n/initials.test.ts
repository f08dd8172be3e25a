import { describe, expect, it } from 'vitest';
import { initialOf } from '../../src/i18n/index.ts';

describe('initialOf', () => {
  it.each([
    ['en', 'kernel', 'K'],
    ['en', '(2+1)D convolution', '#'],
    ['en', '6ND rule', '#'],
    ['zh', '卷积', 'J'],
    ['zh', '感受野', 'G'],
    ['zh', '乘加', 'C'],
    ['zh', '阿', 'A'],
    ['zh', '字', 'Z'],
    ['zh', '6ND 估算', '#'],
    ['zh', 'float16', 'F'],
  ] as const)('lists the %s term %s under %s', (locale, name, letter) => {
    expect(initialOf(locale, name)).toBe(letter);
  });
});
