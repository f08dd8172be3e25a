import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/calculators/factorization/words.ts';
import { factorize } from '../../src/engine/index.ts';
import { MiddleWidth, middleWidthCurve } from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';

/** The 7×7 of Mixed_6b: 49·128·192 / (7·128 + 7·192) = 537.6. */
const mixed6b = factorize(
  { inChannels: 128, outChannels: 192, kernel: [7, 7], padding: 'same', bias: false },
  'asymmetric',
  { middleChannels: 128 },
);

describe('middleWidthCurve', () => {
  it('is a line through 1 at 537.6 for a pair', () => {
    for (const { channels, ratio } of middleWidthCurve(mixed6b, 'asymmetric', 860)) {
      expect(ratio).toBeCloseTo(channels / 537.6, 12);
    }
  });

  it('bends upwards for three parts, whose middle enters squared', () => {
    const [, first, ...others] = middleWidthCurve(mixed6b, 'stack-of-3', 240);
    const last = others[others.length - 1];
    expect((last?.ratio ?? 0) / (last?.channels ?? 1)).toBeGreaterThan(
      (first?.ratio ?? 0) / (first?.channels ?? 1),
    );
  });

  it('has whole widths, each once, when there are few', () => {
    expect(middleWidthCurve(mixed6b, 'asymmetric', 2).map(({ channels }) => channels)).toEqual([0, 1, 2]);
  });
});

describe('MiddleWidth', () => {
  it('says where the split begins to cost more, and where it stands', () => {
    const svg = render(
      h(MiddleWidth, {
        curve: middleWidthCurve(mixed6b, 'asymmetric', 860),
        current: { channels: 128, ratio: mixed6b.weightRatio },
        widest: 537,
        words: words.en.plot,
        show: formatterFor('en'),
      }),
    );
    expect(svg).toContain('Up to 537 channels it does not cost more; with 128 the ratio is 0.238.');
    expect(svg).not.toMatch(/NaN|undefined|style=/);
  });
});
