import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { EpochStairs, TrainingCurves } from '../../src/figures/index.ts';

/** The picture as a file a reviewer can open, an element a line. */
const drawn = (svg: string): string =>
  `${svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<')}\n`;

const stairs = render(
  h(EpochStairs, {
    title: 'A schedule.',
    axis: 'epoch 100',
    panels: [
      {
        name: 'batch 128 → 512',
        scale: 'logarithmic',
        steps: [
          { epochs: 40, value: 128 },
          { epochs: 60, value: 512 },
        ],
        compared: [{ epochs: 100, value: 128 }],
      },
      { name: 'updates', scale: 'area', steps: [{ epochs: 100, value: 391 }] },
    ],
  }),
);

const curves = render(
  h(TrainingCurves, {
    title: 'Curves.',
    axis: 'epoch 4',
    epochs: 4,
    labels: { fixed: 'fixed', growing: 'growing', large: 'large' },
    panels: [
      {
        name: 'loss',
        scale: 'logarithmic',
        range: [0.01, 1],
        ticks: [{ value: 0.1, label: '0.1' }],
        curves: [
          { kind: 'fixed', values: [1, 0.1, 0.01, 0] },
          { kind: 'large', values: [50, 1] },
        ],
      },
    ],
  }),
);

describe('figures of training', () => {
  it.each([
    ['epoch-stairs', stairs],
    ['training-curves', curves],
  ])('%s is drawn as pinned', async (name, svg) => {
    await expect(drawn(svg)).toMatchFileSnapshot(`../golden/${name}.svg`);
  });

  it('spread the epochs over the width: 40 of 100 end at 136 of 340', () => {
    expect(stairs).toContain('H136V');
  });

  it('draw what lies outside of the axis at its edge', () => {
    expect(curves).not.toMatch(/NaN|Infinity/);
    // Range 1 to 0.01 over 92 units: 1 on top, 0.1 in the middle, 0.01 and 0 at the foot.
    expect(curves).toMatch(/M110\.5 64L187 110L263\.5 156L340 156/);
  });
});
