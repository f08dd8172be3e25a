import { describe, expect, it } from 'vitest';
import { architectureNamed, middleChannelsThreshold, rowAt, summarize } from '../../../src/engine/index.ts';

describe('middleChannelsThreshold and R(2+1)D-18', () => {
  it('is the middle width of the first convolution of every block', () => {
    const summary = summarize(architectureNamed('r2plus1d_18').build());
    const spatial = summary.rows.filter((row) => /^layer\d\.\d\.conv1\.0\.0$/.test(row.path));
    const widths = spatial.map(({ path, outputShape, inputShapes }) => {
      const outChannels = rowAt(summary, path.replace('.0.0', '.0.3')).outputShape[0] ?? 0;
      const spec = { inChannels: inputShapes[0]?.[0] ?? 0, outChannels, kernel: [3, 3, 3] };
      return [outputShape[0], middleChannelsThreshold(spec, '2plus1d')];
    });
    expect(widths).toHaveLength(8);
    for (const [built, threshold] of widths) expect(built).toBe(threshold);
  });
});
