import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteText } from './note-text.ts';

/** Figures the note must show, worked out from the definitions by hand or published. */
const figures = [
  ['two kernels on 10,000 float32 values, and one: 2·2·40,000 and 2·40,000 bytes', '160,000', '80,000'],
  ['kernels of the example: 12 traced, 11 folded, 9 without dead code, 4 fused', '12', '11', '9', '4'],
  ['bytes it moves: as traced, folded, without dead code, fused', '557', '497', '472', '196'],
  ['bytes of its results: 8·24 + 4 + 1 + 2·12 apart, 72 fused, 48 planned', '221', '72', '48'],
  ['its first value: 1.5 by the graph, (tanh(−2) + 3·0.5) by the program', '1.5', '0.536'],
  // −1.5·1 … −2.25 by the graph, tanh(−4)·8 − 3.5 by the program: 9.245
  ['the largest difference', '9.24'],
  ['MobileNetV2’s results with norms and activations fused: 26.3 MiB, published as about 26 MB', '26.3\u00a0MiB'],
  // 64·56·56 four-byte values: conv reads A + 36,864 and writes A, norm A + 256 + A, ReLU A + A
  ['conv, norm and ReLU apart: 6·802,816 + 4·(36,864 + 256) bytes', '4.97\u00a0MB'],
  ['and folded: 2·802,816 + 4·(36,864 + 64) bytes, 35 % of it', '1.75\u00a0MB', '35%'],
  ['ResNet-50 and MobileNetV2: kernels apart and fused', '174', '72', '151', '64'],
  ['the end of a block: seven and three arrays of 256·56·56 four-byte values', '22.48\u00a0MB', '9.63\u00a0MB'],
  ['six rounds: 12 + 2·4 operations; 512 rounds: 8 + 2·512', '20', '1,032'],
] as const;

const texts = new Map(
  await Promise.all(
    locales.map(async (locale) => [locale, await noteText(locale, 'computation-graphs')] as const),
  ),
);

describe.each(locales)('the note on computation graphs (%s)', (locale) => {
  it.each(figures)('shows %s', (_, ...numbers) => {
    for (const number of numbers) expect(texts.get(locale)).toContain(number);
  });

  it('prints the same three numbers in the snippet as the engine’s runs give', () => {
    for (const values of ['# 3.5, 12.5, 0.5625', '# 1.5, -2.25, 0.5625', '# 0.536, -11.49, 0.3797']) {
      expect(texts.get(locale)).toContain(values);
    }
  });
});
