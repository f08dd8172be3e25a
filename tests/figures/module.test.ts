import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { architectureNamed } from '../../src/engine/index.ts';
import { ModuleFigure, modulePlan, moduleWords } from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import { languageTag, locales } from '../../src/i18n/index.ts';

const network = architectureNamed('inception_v3').build();
const modules = ['Mixed_5b', 'Mixed_6b', 'Mixed_7b'] as const;

describe('modulePlan', () => {
  it('reads Inception v3’s three kinds of module off the network', () => {
    expect(modules.map((path) => modulePlan(network, path).output)).toEqual([
      [256, 35, 35],
      [768, 17, 17],
      [2048, 8, 8],
    ]);
    const kernels = modulePlan(network, 'Mixed_6b').boxes.map(({ kernel }) => kernel.join('×'));
    expect(kernels).toEqual(['1×1', '1×1', '1×7', '7×1', '1×1', '7×1', '1×7', '7×1', '1×7', '3×3', '1×1']);
  });

  it('lets a branch part in two and stand between its halves', () => {
    const { boxes, ends } = modulePlan(network, 'Mixed_7b');
    const parting = boxes.filter((_, index) => boxes.filter(({ from }) => from === index).length === 2);
    expect(parting.map(({ kernel, column }) => [kernel, column])).toEqual([
      [[1, 1], 1.5],
      [[3, 3], 3.5],
    ]);
    expect(ends).toHaveLength(6);
  });

  it('joins as many channels as its branches end with', () => {
    for (const path of modules) {
      const { boxes, ends, output } = modulePlan(network, path);
      const joined = ends.reduce((total, end) => total + (boxes[end]?.channels ?? 0), 0);
      expect(joined).toBe(output[0]);
    }
  });

  it('refuses a path that is no module of branches', () => {
    expect(() => modulePlan(network, 'Conv2d_1a_3x3')).toThrow('path must name a module');
  });
});

describe.each(locales)('ModuleFigure (%s)', (locale) => {
  it('is drawn as it was looked at', async () => {
    const svgs = modules.map((name) =>
      render(
        h(ModuleFigure, {
          name,
          plan: modulePlan(network, name),
          words: moduleWords[locale],
          show: formatterFor(languageTag[locale]),
        }),
      ),
    );
    expect(svgs.join('')).not.toMatch(/NaN|undefined|style=/);
    await expect(`${svgs.join('\n').replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../golden/modules.${locale}.svg`,
    );
  });
});
