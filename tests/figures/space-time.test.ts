import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { factorize } from '../../src/engine/index.ts';
import { SpaceTime, spaceTimeWords } from '../../src/figures/index.ts';
import { splitWiring, wholeWiring } from '../../src/figures/space-time/wiring.ts';
import { formatterFor } from '../../src/format/index.ts';
import { languageTag, locales } from '../../src/i18n/index.ts';

const convolution = {
  inChannels: 64,
  outChannels: 64,
  kernel: [3, 3, 3],
  padding: 'same' as const,
  bias: false,
};
const splits = ['p3d-a', 'p3d-b', 'p3d-c', '2plus1d'] as const;

describe('the wiring of a split', () => {
  it('puts space before time in P3D-A, beside it in P3D-B', () => {
    const series = splitWiring(factorize(convolution, 'p3d-a')).kernels;
    expect(series.map(({ kernel }) => kernel)).toEqual([
      [1, 3, 3],
      [3, 1, 1],
    ]);
    expect((series[0]?.x ?? 0) < (series[1]?.x ?? 0)).toBe(true);
    const beside = splitWiring(factorize(convolution, 'p3d-b')).kernels;
    expect(beside[0]?.x).toBe(beside[1]?.x);
    expect(beside[0]?.y).not.toBe(beside[1]?.y);
  });

  it('adds at the end in P3D-B and P3D-C only', () => {
    const sums = splits.map((split) => splitWiring(factorize(convolution, split)).sum !== undefined);
    expect(sums).toEqual([false, true, true, false]);
  });

  it('carries 64, 144 and 64 channels in (2+1)D', () => {
    const { wires } = splitWiring(factorize(convolution, '2plus1d'));
    expect(wires.map(({ channels }) => channels)).toEqual([64, 144, 64]);
    expect(wholeWiring(factorize(convolution, '2plus1d')).wires.map(({ channels }) => channels)).toEqual([
      64, 64,
    ]);
  });
});

describe.each(locales)('SpaceTime (%s)', (locale) => {
  const svg = render(
    h(SpaceTime, {
      convolution,
      splits,
      words: spaceTimeWords[locale],
      show: formatterFor(languageTag[locale]),
    }),
  );

  it('says the weights of the whole and of every split, and what they reach', () => {
    for (const number of ['110,592', '49,152', '27', '11']) expect(svg).toContain(number);
    expect(svg).not.toMatch(/NaN|undefined|style=/);
  });

  it('is drawn as it was looked at', async () => {
    await expect(`${svg}\n`).toMatchFileSnapshot(`../golden/space-time.${locale}.svg`);
  });
});
