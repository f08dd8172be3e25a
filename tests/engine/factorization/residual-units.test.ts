import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  evaluate,
  formulaTex,
  residualUnit,
  residualUnits,
  rowAt,
  summarize,
} from '../../../src/engine/index.ts';

describe('residualUnit', () => {
  it('writes the three costs of the ShuffleNet paper', () => {
    const sizes = { channels: 8, middleChannels: 4, groups: 2, grid: 1 };
    const tex = residualUnits.map((name) => formulaTex(residualUnit(name, sizes).formula));
    const [c, m, hw] = [
      '2 \\, C \\, C_{\\mathrm{mid}}',
      '9 \\, {C_{\\mathrm{mid}}}^{2}',
      'H_{\\mathrm{out}} \\, W_{\\mathrm{out}}',
    ];
    expect(tex).toEqual([
      `M = \\left(${c} + ${m}\\right) \\, ${hw}`,
      `M = \\left(${c} + \\frac{${m}}{g}\\right) \\, ${hw}`,
      `M = \\left(\\frac{${c}}{g} + 9 \\, C_{\\mathrm{mid}}\\right) \\, ${hw}`,
    ]);
  });

  it('counts what its three convolutions count', () => {
    const sizes = fc.record({
      perGroup: fc.integer({ min: 1, max: 12 }),
      groups: fc.integer({ min: 1, max: 8 }),
      expansion: fc.integer({ min: 1, max: 4 }),
      grid: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(sizes, fc.constantFrom(...residualUnits), ({ perGroup, groups, expansion, grid }, name) => {
        const middleChannels = perGroup * groups;
        const unit = residualUnit(name, {
          channels: middleChannels * expansion,
          middleChannels,
          groups,
          grid,
        });
        expect(evaluate(unit.formula.expression, unit.bindings)).toBeCloseTo(unit.macs, 6);
        expect(unit.macs).toBe(unit.parameters * grid * grid);
      }),
    );
  });

  it('is the stride-1 unit of ShuffleNet 1×, 3 groups', () => {
    const summary = summarize(architectureNamed('shufflenet_v1_g3').build());
    const inNetwork = ['conv1', 'conv2', 'conv3'].map((name) => rowAt(summary, `stage2.1.${name}`).macs);
    const { macs } = residualUnit('shufflenet', { channels: 240, middleChannels: 60, groups: 3, grid: 28 });
    expect(macs).toBe(7_949_760);
    expect(inNetwork.reduce((total, own) => total + own, 0)).toBe(macs);
  });

  it('has 69,632 weights as a ResNet unit of 256 and 64 channels, and 70,144 as a ResNeXt 32×4d', () => {
    expect(
      residualUnit('resnet', { channels: 256, middleChannels: 64, groups: 1, grid: 56 }).parameters,
    ).toBe(69_632);
    expect(
      residualUnit('resnext', { channels: 256, middleChannels: 128, groups: 32, grid: 56 }).parameters,
    ).toBe(70_144);
  });

  it('refuses groups that do not divide the middle', () => {
    const sizes = { channels: 240, middleChannels: 60, groups: 8, grid: 28 };
    expect(() => residualUnit('shufflenet', sizes)).toThrow(/groups must divide/);
  });
});
