import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../src/engine/index.ts';
import { architectureNamed, convolution, linear, summarize } from '../../../src/engine/index.ts';

// Claims of tests/oracles/papers.json about networks that are built here, by their ids there.
const summaryOf = (name: string): Summary => summarize(architectureNamed(name).build());

function macsWhere(summary: Summary, matches: (path: string, kind: string) => boolean): number {
  const own = summary.rows.filter((row) => matches(row.path, row.kind));
  return own.reduce((total, row) => total + row.macs, 0);
}

describe('papers about ResNet', () => {
  it('resnet50-paper, resnet50-why: 3.86 G with the stride in the 1×1, 231,211,008 more in the 3×3', () => {
    const [first, middle] = [summaryOf('resnet50_v1'), summaryOf('resnet50')];
    expect(first.macs).toBe(3_857_973_248);
    expect(middle.macs - first.macs).toBe(231_211_008);
    expect(first.parameters).toBe(middle.parameters);
  });

  it('resnet50-3500: 3,498,311,680 without the four projection shortcuts', () => {
    const summary = summaryOf('resnet50_v1');
    const projections = macsWhere(summary, (path) => path.endsWith('downsample.0'));
    expect(summary.macs - projections).toBe(3_498_311_680);
  });

  it('resnet-others-paper: 3.66 G for ResNet-34 (the paper cuts off to 3.6), 11,282,415,616 for ResNet-152', () => {
    expect(summaryOf('resnet34').macs).toBe(3_663_761_408);
    expect(summaryOf('resnet152_v1').macs).toBe(11_282_415_616);
  });

  it('resnet-others-paper: 15.3 G for VGG-16 are its convolutions, 19.6 G for VGG-19 the whole', () => {
    const convolutions = macsWhere(summaryOf('vgg16'), (_, kind) => kind === 'convolution');
    expect((convolutions / 1e9).toFixed(1)).toBe('15.3');
    expect((summaryOf('vgg19').macs / 1e9).toFixed(1)).toBe('19.6');
  });
});

describe('papers about plain networks', () => {
  it.each([
    ['vgg11', 133],
    ['vgg13', 133],
    ['vgg16_c', 134],
    ['vgg16', 138],
    ['vgg19', 144],
  ])('vgg16: %s has %i million parameters (Simonyan and Zisserman 2015, table 2)', (name, millions) => {
    expect(Math.round(summaryOf(name).parameters / 1e6)).toBe(millions);
  });

  it('alexnet-torchvision: 61,100,840 parameters in one tower', () => {
    expect(summaryOf('alexnet').parameters).toBe(61_100_840);
  });

  it('alexnet-paper: 60,965,224 parameters in two towers, by their layers', () => {
    const towers = [
      convolution({ inChannels: 3, outChannels: 96, kernel: [11, 11] }),
      convolution({ inChannels: 96, outChannels: 256, kernel: [5, 5], groups: 2 }),
      convolution({ inChannels: 256, outChannels: 384, kernel: [3, 3] }),
      convolution({ inChannels: 384, outChannels: 384, kernel: [3, 3], groups: 2 }),
      convolution({ inChannels: 384, outChannels: 256, kernel: [3, 3], groups: 2 }),
      linear({ inFeatures: 9216, outFeatures: 4096 }),
      linear({ inFeatures: 4096, outFeatures: 4096 }),
      linear({ inFeatures: 4096, outFeatures: 1000 }),
    ];
    expect(towers.reduce((total, layer) => total + layer.parameters, 0)).toBe(60_965_224);
  });

  it('inception-v3-cost: below 25 million parameters without the auxiliary head, 5.71 G at 299', () => {
    const network = architectureNamed('inception_v3').build({ auxiliaryHeads: false });
    expect(summarize(network).parameters).toBe(23_834_568);
    expect(summarize(network).macs).toBe(5_713_216_096);
  });

  it('efficientnet-paper: 0.39 G and 5.3 M for B0', () => {
    const { macs, parameters } = summaryOf('efficientnet_b0');
    expect([(macs / 1e9).toFixed(2), (parameters / 1e6).toFixed(1)]).toEqual(['0.39', '5.3']);
  });

  it('xception: 22,855,952 parameters, 8.36 G at 299', () => {
    const { macs, parameters } = summaryOf('xception');
    expect([(macs / 1e9).toFixed(2), parameters]).toEqual(['8.36', 22_855_952]);
  });
});

describe('papers about small networks', () => {
  it('mobilenet-v2: 300 M and 3,504,872 parameters, 34,112 of them in batch norms', () => {
    const summary = summaryOf('mobilenet_v2');
    const norms = summary.rows.filter((row) => row.kind === 'batchNorm');
    expect([summary.macs, summary.parameters]).toEqual([300_774_272, 3_504_872]);
    expect(norms.reduce((total, row) => total + row.parameters, 0)).toBe(34_112);
  });

  it.each([
    // h·w·(2cm + 9m²), (2cm + 9m²/g), (2cm/g + 9m): Zhang et al. 2018, section 3.2.
    ['resnet50', 'layer2.1.', 28 * 28 * (2 * 512 * 128 + 9 * 128 ** 2)],
    ['resnext50_32x4d', 'layer2.1.', 28 * 28 * (2 * 512 * 256 + (9 * 256 ** 2) / 32)],
    ['shufflenet_v1_g3', 'stage3.1.', 14 * 14 * ((2 * 480 * 120) / 3 + 9 * 120)],
  ])('shufflenet-unit: a unit of %s costs what the formula says', (name, unit, macs) => {
    expect(macsWhere(summaryOf(name), (path) => path.startsWith(unit))).toBe(macs);
  });

  it('shufflenet-others: 524 M at 2× with 3 groups, the classifier counted; 38 M at 0.5×', () => {
    const build = (groups: number, widthMultiplier: number): number =>
      summarize(architectureNamed(`shufflenet_v1_g${groups}`).build({ widthMultiplier })).macs;
    expect(Math.round(build(3, 2) / 1e6)).toBe(524);
    expect(Math.round(build(3, 0.5) / 1e6)).toBe(38);
  });

  it('shufflenet-others: the 13 M at 0.25× do not come out, 11 M do: the widths it was thinned to are not given', () => {
    const network = architectureNamed('shufflenet_v1_g3').build({ widthMultiplier: 0.25 });
    expect(Math.round(summarize(network).macs / 1e6)).toBe(11);
  });

  it('shufflenet-others: 1.5 G for GoogLeNet', () => {
    expect((summaryOf('googlenet').macs / 1e9).toFixed(1)).toBe('1.5');
  });
});

describe('papers about video networks', () => {
  const floatMegabytes = (summary: Summary): string => ((summary.parameters * 4) / 1e6).toFixed(1);

  it('p3d-sizes: C3D 79,991,015 parameters, 320.0 MB; the paper prints 321', () => {
    const summary = summaryOf('c3d');
    expect([summary.parameters, floatMegabytes(summary)]).toEqual([79_991_015, '320.0']);
  });

  it('p3d-sizes: ResNet-152 with 487 classes 59,141,671 parameters', () => {
    const network = architectureNamed('resnet152').build({ classes: 487 });
    expect(summarize(network).parameters).toBe(59_141_671);
  });

  it('p3d-sizes: P3D-199 66,649,639 parameters, 266.6 MB; the 261 MB quoted from the paper do not come out', () => {
    const summary = summaryOf('p3d199');
    expect([summary.parameters, floatMegabytes(summary)]).toEqual([66_649_639, '266.6']);
  });

  it("p3d-sizes: 20,864 more with the temporal batch norms of the authors' files", () => {
    const summary = summaryOf('p3d199_bn');
    expect([summary.parameters, floatMegabytes(summary)]).toEqual([66_670_503, '266.7']);
  });

  it('p3d-small: the temporal convolutions of P3D-63 add 1,413,120 parameters to ResNet-50', () => {
    const resNet = summarize(architectureNamed('resnet50').build({ classes: 487 }));
    expect(summaryOf('p3d63').parameters - resNet.parameters).toBe(1_413_120);
  });

  it.each([
    ['p3d63', 63],
    ['p3d131', 131],
    ['p3d199', 199],
  ])('p3d-depth: %s has %i convolutions and linear layers beside its shortcuts', (name, layers) => {
    const own = summaryOf(name).rows.filter(
      ({ kind, path }) => /^(convolution|linear)$/.test(kind) && !path.includes('downsample'),
    );
    expect(own).toHaveLength(layers);
  });
});
