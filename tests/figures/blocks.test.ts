import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ResidualBlockName, ResidualBlockSizes } from '../../src/engine/index.ts';
import { blockPlan } from '../../src/engine/index.ts';
import { BlockShape, blockOutline, blockWords, widestOf } from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import { languageTag, locales } from '../../src/i18n/index.ts';

const drawnBlocks: readonly (readonly [ResidualBlockName, ResidualBlockSizes])[] = [
  ['basic', { inChannels: 256, middleChannels: 256, outChannels: 256 }],
  ['bottleneck-v1.5', { inChannels: 256, middleChannels: 128, outChannels: 512, stride: 2 }],
  ['shufflenet', { inChannels: 240, middleChannels: 120, outChannels: 480, groups: 3, stride: 2 }],
  ['inverted-residual', { inChannels: 24, middleChannels: 144, outChannels: 32 }],
];

describe('blockOutline', () => {
  it('narrows a bottleneck and widens an inverted residual', () => {
    const widths = drawnBlocks.map(
      ([name, sizes]) => blockOutline(sizes.inChannels, blockPlan(name, sizes)).widths,
    );
    expect(widths).toEqual([
      [256, 256, 256],
      [256, 128, 128, 512],
      [240, 120, 120, 480],
      [24, 144, 144, 32],
    ]);
  });

  it('calls a convolution depthwise when each channel is a group of its own, and a 1×1 from one channel not', () => {
    const sizes = { inChannels: 24, middleChannels: 144, outChannels: 24 };
    const groups = blockOutline(24, blockPlan('inverted-residual', sizes)).kernels.map((own) => own.groups);
    expect(groups).toEqual([1, 'depthwise', 1]);
    const single = { inChannels: 1, middleChannels: 1, outChannels: 1 };
    expect(blockOutline(1, blockPlan('bottleneck-v1', single)).kernels[0]?.groups).toBe(1);
  });
});

describe.each(locales)('BlockShape (%s)', (locale) => {
  const plans = drawnBlocks.map(([name, sizes]) => ({
    name,
    inChannels: sizes.inChannels,
    plan: blockPlan(name, sizes),
  }));
  const widest = widestOf(plans.map(({ inChannels, plan }) => blockOutline(inChannels, plan)));
  const show = formatterFor(languageTag[locale]);
  const svgs = plans.map((block) =>
    render(h(BlockShape, { ...block, widest, words: blockWords[locale], show })),
  );

  it('gives the widest value the whole drawing and the others their share of it', () => {
    expect(widest).toBe(512);
    const lengths = [...(svgs[1] ?? '').matchAll(/class="value" x1="([\d.]+)" x2="([\d.]+)"/g)].map(
      ([, x1, x2]) => Number(x2) - Number(x1),
    );
    expect(lengths).toEqual([36, 18, 18, 72]);
  });

  it('has no missing number and no style of its own', () => {
    expect(svgs.join('')).not.toMatch(/NaN|undefined|style=/);
  });

  it('says what the shortcut does within its own width, for another block stands beside it', () => {
    // At 12 px a Latin letter takes about 6.2 px, a Chinese character 12.
    const wide = (text: string): number =>
      Array.from(text).reduce((total, letter) => total + (letter > '\u2e80' ? 12 : 6.2), 0);
    for (const text of Object.values(blockWords[locale].shortcut)) expect(wide(text)).toBeLessThan(168);
  });

  it('is drawn as it was looked at', async () => {
    await expect(`${svgs.join('\n')}\n`).toMatchFileSnapshot(`../golden/block-shapes.${locale}.svg`);
  });
});
