import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Roofline } from '../../src/figures/index.ts';

const point = { share: 0.03, labelled: true } as const;

function drawn(intensities: readonly number[]): string {
  const points = intensities.map((intensity) => ({
    ...point,
    name: `layer ${intensity}`,
    intensity,
    bound: intensity > 10 ? ('compute' as const) : ('memory' as const),
  }));
  const rates = { flopsPerSecond: 10e12, bytesPerSecond: 1e12 };
  return render(
    h(Roofline, { ...rates, points, perByte: 'FLOPs per byte', title: 'Roofline', languageTag: 'en' }),
  );
}

const circles = (svg: string): number[][] =>
  [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('Roofline', () => {
  it('is drawn as kept', async () => {
    await expect(drawn([2, 16, 130])).toMatchFileSnapshot('../golden/roofline.svg');
  });

  it('puts layers right of the ridge on the roof, and the others lower the fewer FLOPs they have per byte', () => {
    const [low, middle, high, higher] = circles(drawn([1, 5, 20, 500])).map(([, y]) => y ?? NaN);
    expect(high).toBe(higher);
    expect(middle).toBeGreaterThan(high ?? NaN);
    expect(low).toBeGreaterThan(middle ?? NaN);
  });

  it('writes names from the right to the left lower and lower, so that no line to a name crosses another', () => {
    const svg = drawn([48, 46, 44, 2]);
    const names = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>layer/g)];
    const places = names.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    expect(places).toHaveLength(4);
    expect(places.toSorted((one, other) => one.y - other.y)).toEqual(
      places.toSorted((one, other) => other.x - one.x),
    );
    const heights = places.map(({ y }) => y);
    expect(heights.every((height, index) => index === 0 || height - (heights[index - 1] ?? 0) >= 13)).toBe(
      true,
    );
  });

  it('keeps any layer inside the picture, with no number lost', () => {
    for (const intensities of [[1e-6, 1e6], [10], []]) {
      const svg = drawn(intensities);
      expect(svg).not.toContain('NaN');
      for (const [x = NaN, y = NaN] of circles(svg)) {
        expect(x >= 0 && x <= 340 && y >= 0 && y <= 178).toBe(true);
      }
    }
  });
});
