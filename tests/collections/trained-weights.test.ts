import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReferences, loadStoredLayers, trainedLayer } from '../../src/collections/index.ts';

const layers = [...loadStoredLayers()];

describe.each(layers)('the trained weights %s', (_, layer) => {
  it('cite a source and come with the text of their licence', () => {
    expect(loadReferences().has(layer.source)).toBe(true);
    expect(existsSync(`public/${layer.licenceFile}`)).toBe(true);
  });
});

describe('basic-pitch-onset', () => {
  const layer = loadStoredLayers().get('basic-pitch-onset');
  if (layer === undefined) throw new Error('basic-pitch-onset is missing');
  const { shape, values } = trainedLayer(layer);

  it('is the published tensor bit for bit, once its axes are back in TensorFlow’s order', () => {
    const [outputs = 0, inputs = 0, height = 0, width = 0] = shape;
    const published = new Float32Array(values.length);
    for (let index = 0; index < values.length; index++) {
      const column = index % width;
      const row = Math.floor(index / width) % height;
      const input = Math.floor(index / (width * height)) % inputs;
      const output = Math.floor(index / (width * height * inputs));
      published[((row * width + column) * inputs + input) * outputs + output] = values[index] ?? NaN;
    }
    // sha256 of bytes 716660 to 742259 of model/group1-shard1of1.bin in @spotify/basic-pitch 1.0.1.
    expect(createHash('sha256').update(new Uint8Array(published.buffer)).digest('hex')).toBe(
      'c2d8c412cb4a1b729167765463c0a1158865f8be65f85fe92da6449e6c9d5e4a',
    );
  });

  it('has 32 filters of 8 × 5 × 5', () => {
    expect(shape).toEqual([32, 8, 5, 5]);
    expect(values).toHaveLength(6400);
  });
});
