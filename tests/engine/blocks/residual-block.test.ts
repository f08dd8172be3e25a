import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResidualBlockName, ResidualBlockSizes } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  blockWeights,
  evaluate,
  residualBlock,
  residualBlockNames,
  summarize,
} from '../../../src/engine/index.ts';

const wide = { inChannels: 256, middleChannels: 64, outChannels: 256 };
const grid = [56, 56] as const;

/** Convolutions under a module of a real network: weights, MACs and values written. */
function inNetwork(architecture: string, module: string): readonly number[] {
  const rows = summarize(architectureNamed(architecture).build()).rows.filter(
    ({ path, kind }) => path.startsWith(`${module}.`) && kind === 'convolution',
  );
  return (['parameters', 'macs', 'outputElements'] as const).map((field) =>
    rows.reduce((total, row) => total + row[field], 0),
  );
}

describe('residualBlock', () => {
  // He et al. 2016, figure 5; Xie et al. 2017, figure 1; Sandler et al. 2018, table 1: 24 channels, expansion 6.
  it.each<[ResidualBlockName, ResidualBlockSizes, number]>([
    ['basic', { ...wide, middleChannels: 256 }, 1_179_648],
    ['basic', { inChannels: 64, middleChannels: 64, outChannels: 64 }, 73_728],
    ['bottleneck-v1', wide, 69_632],
    ['bottleneck-v1.5', wide, 69_632],
    ['resnext', { ...wide, middleChannels: 128, groups: 32 }, 70_144],
    ['p3d', wide, 81_920],
    ['inverted-residual', { inChannels: 24, middleChannels: 144, outChannels: 24 }, 8_208],
  ])('%s of %o has %i weights', (name, sizes, weights) => {
    expect(residualBlock(name, sizes, grid).weights).toBe(weights);
  });

  it.each<[ResidualBlockName, ResidualBlockSizes, readonly [number, number], string, string]>([
    [
      'basic',
      { inChannels: 64, middleChannels: 128, outChannels: 128, stride: 2 },
      grid,
      'resnet34',
      'layer2.0',
    ],
    [
      'bottleneck-v1',
      { ...wide, middleChannels: 128, outChannels: 512, stride: 2 },
      grid,
      'resnet50_v1',
      'layer2.0',
    ],
    [
      'bottleneck-v1.5',
      { ...wide, middleChannels: 128, outChannels: 512, stride: 2 },
      grid,
      'resnet50',
      'layer2.0',
    ],
    ['bottleneck-v1.5', { ...wide, inChannels: 64 }, grid, 'resnet50', 'layer1.0'],
    ['resnext', { ...wide, middleChannels: 128, groups: 32 }, grid, 'resnext50_32x4d', 'layer1.1'],
    [
      'inverted-residual',
      { inChannels: 24, middleChannels: 144, outChannels: 24 },
      grid,
      'mobilenet_v2',
      'features.3',
    ],
    [
      'inverted-residual',
      { inChannels: 24, middleChannels: 144, outChannels: 32, stride: 2 },
      grid,
      'mobilenet_v2',
      'features.4',
    ],
    [
      'inverted-residual',
      { inChannels: 32, middleChannels: 32, outChannels: 16 },
      [112, 112],
      'mobilenet_v2',
      'features.1',
    ],
    [
      'shufflenet',
      { inChannels: 240, middleChannels: 60, outChannels: 240, groups: 3 },
      [28, 28],
      'shufflenet_v1_g3',
      'stage2.1',
    ],
    [
      'shufflenet',
      { inChannels: 240, middleChannels: 120, outChannels: 480, groups: 3, stride: 2 },
      [28, 28],
      'shufflenet_v1_g3',
      'stage3.0',
    ],
  ])('%s of %o on %o is %s %s', (name, sizes, own, architecture, module) => {
    const { weights, macs, activationElements } = residualBlock(name, sizes, own);
    expect([weights, macs, activationElements]).toEqual(inNetwork(architecture, module));
  });

  it('counts a P3D block by the frame: layer1.1 of P3D-199 runs it on 8 frames of 40×40', () => {
    const { weights, macs, activationElements } = residualBlock('p3d', wide, [40, 40]);
    expect([weights, 8 * macs, 8 * activationElements]).toEqual(inNetwork('p3d199', 'layer1.1'));
  });

  it('joins the pooled input to a ShuffleNet unit that strides', () => {
    const sizes = { inChannels: 240, middleChannels: 120, outChannels: 480, groups: 3, stride: 2 } as const;
    expect(residualBlock('shufflenet', sizes, [28, 28]).shortcut).toBe('pooling');
  });

  it('gives an inverted residual whose shape changes no shortcut, a bottleneck a projection', () => {
    const sizes = { inChannels: 24, middleChannels: 144, outChannels: 32 };
    expect(residualBlock('inverted-residual', sizes, grid).shortcut).toBe('none');
    expect(residualBlock('bottleneck-v1', sizes, grid).shortcut).toBe('projection');
  });

  it.each<[string, ResidualBlockSizes]>([
    ['outChannels', { ...wide, outChannels: 128 }],
    ['outChannels', { ...wide, stride: 2 }],
    ['groups', { ...wide, groups: 3 }],
    ['middleChannels', { ...wide, middleChannels: 0 }],
  ])('names %s when a ShuffleNet unit cannot have %o', (parameter, sizes) => {
    expect(() => residualBlock('shufflenet', sizes, grid)).toThrow(parameter);
    expect(() => residualBlock('shufflenet', sizes, grid)).toThrow(RangeError);
  });
});

describe('blockWeights', () => {
  it.each(residualBlockNames)('counts what the block has (%s)', (name) => {
    const width = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(width, width, fc.integer({ min: 1, max: 8 }), (each, middle, groups) => {
        const [C, C_mid] = [each * groups, middle * groups];
        fc.pre(C !== C_mid);
        const sizes = { inChannels: C, middleChannels: C_mid, outChannels: C, groups };
        expect(evaluate(blockWeights[name].expression, { C, C_mid, g: groups })).toBeCloseTo(
          residualBlock(name, sizes, [7, 7]).weights,
          6,
        );
      }),
    );
  });
});
