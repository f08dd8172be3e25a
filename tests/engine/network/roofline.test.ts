import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerWork } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  arithmeticIntensity,
  bytesMoved,
  evaluate,
  layerWork,
  networkTime,
  rooflineFormulas,
  summarize,
  timeBound,
} from '../../../src/engine/index.ts';

const resnet50 = architectureNamed('resnet50').build();
const device = { flopsPerSecond: 312e12, bytesPerSecond: 2039e9 };

function workOf(path: string): LayerWork {
  const work = layerWork(resnet50, {}).find((layer) => layer.path === path);
  if (work === undefined) throw new Error(`no layer at ${path}`);
  return work;
}

const anyWork = fc.record({
  path: fc.constant('it'),
  kind: fc.constant('convolution'),
  macs: fc.integer({ min: 0, max: 1e9 }),
  readElements: fc.integer({ min: 1, max: 1e7 }),
  weightElements: fc.integer({ min: 0, max: 1e7 }),
  writtenElements: fc.integer({ min: 1, max: 1e7 }),
});

describe('layerWork', () => {
  it('leaves out views, and norms and activations when fused', () => {
    expect(layerWork(resnet50, {})).toHaveLength(174);
    // 53 convolutions, the linear layer, two poolings and 16 sums.
    expect(layerWork(resnet50, { fused: true })).toHaveLength(53 + 1 + 2 + 16);
  });

  it('moves the bytes that bytesMoved counts', () => {
    const rows = new Map(summarize(resnet50).rows.map((row) => [row.path, row]));
    for (const work of layerWork(resnet50, {})) {
      const row = rows.get(work.path);
      if (row === undefined) throw new Error(work.path);
      const moved = bytesMoved(row, { batch: 3, dtype: 'float16' });
      const time = timeBound(work, { batch: 3, dtype: 'float16', device });
      expect(time.bytes).toBe(moved.readBytes + moved.writtenBytes);
      expect(time.intensity).toBeCloseTo(arithmeticIntensity(row, { batch: 3, dtype: 'float16' }), 9);
    }
  });
});

describe('networkTime', () => {
  it('adds the layers up, waits and arithmetic apart', () => {
    const options = { batch: 2, dtype: 'float16', device } as const;
    const time = networkTime(resnet50, options);
    const layers = layerWork(resnet50, {}).map((work) => timeBound(work, options));
    expect(time.flops).toBe(4 * 4_089_184_256);
    expect(time.computeSeconds).toBe((4 * 4_089_184_256) / 312e12);
    expect(time.seconds).toBe(layers.reduce((sum, { seconds }) => sum + seconds, 0));
    expect(time.seconds).toBeGreaterThan(time.computeSeconds);
    expect(time.memorySeconds).toBeGreaterThan(time.elementwiseSeconds);
    expect(networkTime(resnet50, { ...options, fused: true }).seconds).toBeLessThan(time.seconds);
  });
});

describe('timeBound', () => {
  it('is arithmetic for a 3×3 of 64 channels at 56×56 in float16: 231,211,008 FLOPs at 312 TFLOP/s', () => {
    const time = timeBound(workOf('layer1.0.conv2'), { batch: 1, dtype: 'float16', device });
    expect(time.bound).toBe('compute');
    expect(time.seconds).toBeCloseTo(231_211_008 / 312e12, 12);
  });

  it('is bytes for the norm after it: two maps of 401,408 bytes and 256 statistics', () => {
    const time = timeBound(workOf('layer1.0.bn2'), { batch: 1, dtype: 'float16', device });
    expect(time.bound).toBe('memory');
    expect(time.bytes).toBe(2 * (2 * 200_704 + 256));
    expect(time.seconds).toBe(time.bytes / 2039e9);
  });

  it('is what the formulas give', () => {
    fc.assert(
      fc.property(anyWork, fc.integer({ min: 1, max: 4096 }), (work, batch) => {
        const time = timeBound(work, { batch, dtype: 'bfloat16', device });
        const [F_peak, B_peak] = [device.flopsPerSecond, device.bytesPerSecond];
        const { time: t, attainable, ridge } = rooflineFormulas;
        const values = { F: time.flops, B: time.bytes, I: time.intensity, F_peak, B_peak };
        expect(evaluate(t.expression, values)).toBe(time.seconds);
        const reached = evaluate(attainable.expression, values);
        expect(time.flops / time.seconds).toBeCloseTo(reached, -Math.floor(Math.log10(reached + 1)) + 9);
        const isLeft = time.intensity <= evaluate(ridge.expression, values) * (1 + 1e-12);
        if (time.bound === 'memory') expect(isLeft).toBe(true);
      }),
    );
  });

  it('never falls with the batch, and per sample never rises', () => {
    fc.assert(
      fc.property(anyWork, fc.integer({ min: 1, max: 512 }), (work, batch) => {
        const one = timeBound(work, { batch, dtype: 'float32', device }).seconds;
        const two = timeBound(work, { batch: 2 * batch, dtype: 'float32', device }).seconds;
        expect(two).toBeGreaterThanOrEqual(one);
        expect(two / 2).toBeLessThanOrEqual(one * (1 + 1e-12));
      }),
    );
  });

  it('refuses a device that does nothing, and half a sample', () => {
    const work = workOf('conv1');
    const with_ = (change: object): (() => unknown) => {
      return () => timeBound(work, { batch: 1, dtype: 'float32', device, ...change });
    };
    expect(with_({ device: { ...device, flopsPerSecond: 0 } })).toThrow('flopsPerSecond must be positive');
    expect(with_({ device: { ...device, bytesPerSecond: Infinity } })).toThrow('bytesPerSecond must be');
    expect(with_({ batch: 0.5 })).toThrow('batch must be');
  });
});
