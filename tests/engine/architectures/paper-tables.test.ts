import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../src/engine/index.ts';
import { architectureNamed, summarize } from '../../../src/engine/index.ts';
import oracle from '../../oracles/paper-tables.json' with { type: 'json' };

const macsOf = (summary: Summary): string => (summary.macs / 1e9).toFixed(1);
const millions = (count: number, digits: number): string => (count / 1e6).toFixed(digits);

function normChannels(summary: Summary): number {
  const norms = summary.rows.filter((row) => row.kind === 'batchNorm');
  return norms.reduce((total, row) => total + row.parameters / 2, 0);
}

describe('pycls MODEL_ZOO (RegNet, ResNet, ResNeXt, EfficientNet)', () => {
  const rows = oracle.filter((row) => row.source.startsWith('facebookresearch/pycls'));

  /** `RegNetX-1.6GF` is `regnet_x_1_6gf`; the three that torchvision rounds otherwise have their own entries. */
  function nameOf(model: string): string {
    const [family = '', size = ''] = model.split('-');
    if (family === 'ResNet') return `resnet${size}`;
    if (family === 'ResNeXt') return `resnext${size}_32x4d`;
    if (family === 'EfficientNet') return `efficientnet_${size.toLowerCase()}`;
    const name = `regnet_${family.slice(-1)}_${size.replace('.0', '').replace('.', '_')}`.toLowerCase();
    return roundedToEven.includes(name) ? `${name}_pycls` : name;
  }
  const roundedToEven = ['regnet_x_400mf', 'regnet_y_800mf', 'regnet_y_8gf'];

  /** The table leaves EfficientNet's inputs out; these are the 2019 paper's. */
  const efficientNetInputs = [224, 240, 260, 300, 380, 456];

  function figures(summary: Summary): string[] {
    const counted = summary.rows.filter(({ kind }) => /^(convolution|linear|maxPooling)$/.test(kind));
    const activations = counted.reduce((total, row) => total + row.outputElements, 0);
    const biases = summary.rows.reduce((total, { node, kind, inputShapes }) => {
      if (kind !== 'convolution' && kind !== 'linear') return total;
      return total + (node.operator.elementwise(...inputShapes).additions ?? 0);
    }, 0);
    return [
      millions((summary.macs + biases) / 1e3, 1),
      millions(summary.parameters, 1),
      millions(activations, 1),
    ];
  }

  it.each(rows)('$model: $flops_b GFLOPs with bias additions, $params_m M, $acts_m M activations', (row) => {
    const version = /^EfficientNet-B(\d)$/.exec(row.model)?.[1];
    const side = version === undefined ? 224 : (efficientNetInputs[Number(version)] ?? 224);
    const summary = summarize(architectureNamed(nameOf(row.model)).build({ input: [3, side, side] }));
    const published = [row.flops_b, row.params_m, row.acts_m].map((figure) => figure?.toFixed(1));
    expect(figures(summary)).toEqual(published);
  });

  it('is covered to its 36 rows', () => {
    expect(rows).toHaveLength(36);
  });
});

describe('ConvNeXt README', () => {
  const rows = oracle.filter((row) => /^ConvNeXt-(T|S|B|L|XL)$/.test(row.model));
  const sizes: Readonly<Record<string, string>> = {
    T: 'tiny',
    S: 'small',
    B: 'base',
    L: 'large',
    XL: 'xlarge',
  };

  /** 45.12 GMACs: the README prints 45.0 in one table and 47.0 in the other. 28.59 M: printed as 28 and as 29. */
  const contradictory = (row: (typeof rows)[number]): boolean =>
    (row.model === 'ConvNeXt-B' && row.input === 384) || (row.model === 'ConvNeXt-T' && row.params_m === 28);

  it.each(rows.filter((row) => !contradictory(row)))(
    '$model at $input: $flops_b GMACs, $params_m M',
    (row) => {
      const side = row.input ?? 224;
      const name = `convnext_${sizes[row.model.replace('ConvNeXt-', '')] ?? ''}`;
      const summary = summarize(architectureNamed(name).build({ input: [3, side, side] }));
      expect([macsOf(summary), millions(summary.parameters, 0)]).toEqual([
        row.flops_b?.toFixed(1),
        row.params_m?.toFixed(0),
      ]);
    },
  );

  it('contradicts itself in three rows, about ConvNeXt-B at 384 and the parameters of ConvNeXt-T', () => {
    const base = summarize(architectureNamed('convnext_base').build({ input: [3, 384, 384] }));
    const tiny = summarize(architectureNamed('convnext_tiny').build());
    expect(rows.filter(contradictory).map((row) => row.source)).toEqual([
      'facebookresearch/ConvNeXt README.md:36',
      'facebookresearch/ConvNeXt README.md:39',
      'facebookresearch/ConvNeXt README.md:52',
    ]);
    expect([base.macs, tiny.parameters]).toEqual([45_122_117_632, 28_589_128]);
  });

  it('has three isotropic rows, whose networks are not built here', () => {
    expect(oracle.filter((row) => row.model.includes('isotropic'))).toHaveLength(3);
  });
});

/** `MobileNet_v1_0.75_192` is `mobilenet_v1` at width 0.75. */
function mobileNet(model: string, input: number | null): Summary {
  const [, name = '', width = ''] = /^(.*)_([\d.]+)_\d+$/.exec(model.toLowerCase()) ?? [];
  const side = input ?? 224;
  const options = { widthMultiplier: Number(width), input: [3, side, side] };
  return summarize(architectureNamed(name).build(options));
}

describe('MobileNet v1 table of tensorflow/models', () => {
  const rows = oracle.filter((row) => row.model.startsWith('MobileNet_v1'));
  /**
   * Rows whose MACs do not come out: the width 0.75 ones are 2.6 % low at every input (the paper's table 6 has 325 M,
   * which does come out); 0.50_224 is 149.496, printed as 150 (149 in the paper); 0.25_192 is 30.2, and 34 breaks the
   * row's own scaling with the input.
   */
  const exceptions: Readonly<Record<string, number>> = {
    'MobileNet_v1_0.75_224': 325,
    'MobileNet_v1_0.75_192': 239,
    'MobileNet_v1_0.75_160': 166,
    'MobileNet_v1_0.75_128': 107,
    'MobileNet_v1_0.50_224': 149,
    'MobileNet_v1_0.25_192': 30,
  };

  it.each(rows)('$model: $macs_m M MACs, $params_m M parameters', (row) => {
    const summary = mobileNet(row.model, row.input);
    expect(Math.round(summary.macs / 1e6)).toBe(exceptions[row.model] ?? row.macs_m);
    // Three values per normalized channel give the printed counts; PyTorch and this engine call two of them trained.
    expect(millions(summary.parameters + normChannels(summary), 2)).toBe(row.params_m?.toFixed(2));
  });

  it.each(Object.keys(exceptions))('%s is printed with another figure', (model) => {
    const row = rows.find((candidate) => candidate.model === model);
    expect(row?.macs_m).not.toBe(exceptions[model]);
  });

  it('stands for 4,231,976 parameters and 0.5687 GMACs at width 1 and 224', () => {
    const summary = summarize(architectureNamed('mobilenet_v1').build());
    expect([summary.parameters, summary.macs]).toEqual([4_231_976, 568_740_352]);
  });
});

describe('MobileNetV2 table of tensorflow/models', () => {
  const rows = oracle.filter((row) => row.model.startsWith('mobilenet_v2'));

  // MACs are cut off, not rounded; the parameters leave the batch norms out.
  it.each(rows)('$model: $macs_m M MACs, $params_m M parameters', (row) => {
    const summary = mobileNet(row.model, row.input);
    expect(Math.floor(summary.macs / 1e6)).toBe(row.macs_m);
    expect(millions(summary.parameters - 2 * normChannels(summary), 2)).toBe(row.params_m?.toFixed(2));
  });

  it('has 22 rows', () => {
    expect(rows).toHaveLength(22);
  });
});

describe('MobileNetV3 table of Keras', () => {
  const rows = oracle.filter((row) => row.model.startsWith('mobilenet_v3'));

  it.each(rows.filter((row) => row.model.includes('large')))('$model: $macs_m M MACs', (row) => {
    expect(Math.round(mobileNet(row.model, row.input).macs / 1e6)).toBe(row.macs_m);
  });

  // 5.48, 3.99, 3.92: the first is cut off, the others rounded.
  it.each([
    ['mobilenet_v3_large_1.0_224', 5_483_032],
    ['mobilenet_v3_large_0.75_224', 3_993_528],
    ['mobilenet_v3_large_minimalistic_1.0_224', 3_924_288],
  ])('%s has %i parameters, within 0.1 M of the printed', (model, parameters) => {
    const row = rows.find((candidate) => candidate.model === model);
    expect(mobileNet(model, 224).parameters).toBe(parameters);
    expect(Math.abs(parameters / 1e6 - (row?.params_m ?? 0))).toBeLessThan(0.1);
  });

  it('prints 66, 44 and 65 M MACs for the small networks, which are of an earlier, larger design', () => {
    const small = rows.filter((row) => row.model.includes('small'));
    expect(small.map((row) => row.macs_m)).toEqual([66, 44, 65]);
    // torchvision's small network, which is the paper's final one, has 57 M.
    expect(small.map((row) => Math.round(mobileNet(row.model, row.input).macs / 1e6))).toEqual([57, 43, 52]);
  });
});

describe('ShuffleNet, table 1 of the paper', () => {
  const rows = oracle.filter((row) => row.model.startsWith('ShuffleNet_v1'));

  // The classifier's 0.6 to 1.5 M are left out there; with them g = 4 and 8 would print 134 and 138.
  it.each(rows)('$model: $macs_m M multiply-adds in its convolutions', (row) => {
    const groups = row.model.replace('ShuffleNet_v1_1x_g', '');
    const summary = summarize(architectureNamed(`shufflenet_v1_g${groups}`).build());
    const convolutions = summary.rows.filter(({ kind }) => kind === 'convolution');
    expect(Math.round(convolutions.reduce((total, own) => total + own.macs, 0) / 1e6)).toBe(row.macs_m);
  });

  it('has 5 rows', () => {
    expect(rows).toHaveLength(5);
  });
});
