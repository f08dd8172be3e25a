import { describe, expect, it } from 'vitest';
import {
  activation,
  architectureNamed,
  byKind,
  byPathPrefix,
  byStage,
  elementwiseTotals,
  linear,
  NetworkBuilder,
  parameterTensor,
  rowAt,
  squeezeExcitation,
  summarize,
} from '../../../src/engine/index.ts';

const resnet50 = summarize(architectureNamed('resnet50').build());

describe('summarize', () => {
  it('has the totals of ResNet-50 (PyTorch 2.6.0, torchvision 0.21.0)', () => {
    expect(resnet50).toMatchObject({
      parameters: 25_557_032,
      buffers: 53_120,
      macs: 4_089_184_256,
      macOutputElements: 11_114_984,
      outputShape: [1000],
    });
  });

  it('counts idle operators as parameters, not as work', () => {
    const { rows } = summarize(architectureNamed('inception_v3').build());
    expect(rows.find(({ path }) => path === 'AuxLogits.fc')).toMatchObject({
      parameters: 769_000,
      macs: 0,
      outputElements: 0,
      macOutputElements: 0,
    });
  });

  it('counts tied weights once', () => {
    const net = new NetworkBuilder([5, 8]);
    const first = net.add('first', linear({ inFeatures: 8, outFeatures: 8 }), [net.input]);
    const second = net.add('second', linear({ inFeatures: 8, outFeatures: 8 }), [first], { tiedTo: 'first' });
    expect(summarize(net.build(second))).toMatchObject({ parameters: 72, macs: 2 * 5 * 64 });
  });

  it('takes a stored tensor for parameters, not for an activation', () => {
    const net = new NetworkBuilder([5]);
    const scale = net.add('gamma', parameterTensor({ shape: [5] }), []);
    const { rows } = summarize(net.build(scale));
    expect(rows[0]).toMatchObject({ parameters: 5, outputElements: 0 });
  });

  it('runs on another input than it was built for', () => {
    const network = architectureNamed('resnet50').build();
    expect(summarize(network, [3, 448, 448]).macs).toBeGreaterThan(3.99 * resnet50.macs);
    expect(() => summarize(network, [1, 224, 224])).toThrow('input has 1 channels, but inChannels is 3');
  });

  it('finds a row by its path, or says there is none', () => {
    expect(rowAt(resnet50, 'fc').parameters).toBe(2_049_000);
    expect(() => rowAt(resnet50, 'fc2')).toThrow('the network has no operator at fc2');
  });
});

describe('groups', () => {
  it('by kind: all MACs of ResNet-50 are in convolutions but those of the classifier', () => {
    const macs = byKind(resnet50.rows).filter((group) => group.macs > 0);
    expect(macs.map((group) => [group.name, group.macs])).toEqual([
      ['convolution', 4_087_136_256],
      ['linear', 2_048_000],
    ]);
  });

  it('by path: the stages of ResNet-50, and at depth 2 its blocks', () => {
    expect(
      byPathPrefix(resnet50.rows, 1)
        .map(({ name }) => name)
        .join(' '),
    ).toBe('conv1 bn1 relu maxpool layer1 layer2 layer3 layer4 avgpool flatten fc');
    expect(byPathPrefix(resnet50.rows, 2).filter(({ name }) => name.startsWith('layer')).length).toBe(16);
    expect(() => byPathPrefix(resnet50.rows, 0)).toThrow('depth must be a whole number of at least 1, not 0');
  });

  it('by stage: half of the sizes hold a sixth of the MACs each, and none is lost', () => {
    const stages = byStage(resnet50.rows);
    expect(stages.map(({ name }) => name)).toEqual([
      '112×112',
      '56×56',
      '28×28',
      '14×14',
      '7×7',
      '1×1',
      'none',
    ]);
    expect(stages.reduce((total, { macs }) => total + macs, 0)).toBe(resnet50.macs);
    expect(stages.reduce((total, { parameters }) => total + parameters, 0)).toBe(resnet50.parameters);
  });
});

describe('elementwiseTotals', () => {
  it('multiplies once per batch-normalized element: 11,113,984 in ResNet-50', () => {
    expect(elementwiseTotals(resnet50.rows)).toMatchObject({ multiplications: 11_113_984, divisions: 2048 });
  });

  it('leaves out what does not run', () => {
    const net = new NetworkBuilder([7]);
    net.add('idle', activation('relu'), [net.input], { role: 'idle' });
    const value = net.add('run', activation('relu'), [net.input]);
    expect(elementwiseTotals(summarize(net.build(value)).rows)).toEqual({ comparisons: 7 });
  });
});

describe('squeezeExcitation', () => {
  it('holds 2·C·squeeze + C + squeeze parameters and gives the map back', () => {
    const net = new NetworkBuilder([96, 28, 28]);
    const gate = { squeezeChannels: 24, activation: 'relu', gate: 'hardsigmoid' } as const;
    const value = squeezeExcitation(net, 'se', net.input, gate);
    expect(value.shape).toEqual([96, 28, 28]);
    const { parameters, macs, rows } = summarize(net.build(value));
    expect(parameters).toBe(2 * 96 * 24 + 96 + 24);
    expect(macs).toBe(2 * 96 * 24);
    expect(rows.map(({ path }) => path)).toEqual([
      'se.avgpool',
      'se.fc1',
      'se.activation',
      'se.fc2',
      'se.scale_activation',
      'se.multiply',
    ]);
  });
});
