import { describe, expect, it } from 'vitest';
import type { BuildOptions, Network } from '../../../src/engine/index.ts';
import { architectureNamed, countAs, summarize } from '../../../src/engine/index.ts';
import oracle from '../../oracles/timm.json' with { type: 'json' };

/** timm's name -> the engine's, for networks that are the same in both libraries. */
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        'resnet18',
        'resnet34',
        'resnet50',
        'resnet101',
        'resnet152',
        'wide_resnet50_2',
        'wide_resnet101_2',
      ],
      ...['resnext50_32x4d', 'resnext101_32x4d', 'resnext101_32x8d', 'resnext101_64x4d', 'inception_v3'],
      ...['densenet121', 'densenet161', 'densenet201', 'vgg11_bn', 'vgg13_bn', 'vgg16_bn', 'vgg19_bn'],
      ...[0, 1, 2, 3, 4, 5, 7].map((size) => `efficientnet_b${size}`),
      ...['tiny', 'small', 'base', 'large', 'xlarge'].map((size) => `convnext_${size}`),
    ].map((name) => [name, name]),
  ),
  ...Object.fromEntries([0, 2, 4, 6].map((size) => [`tf_efficientnet_b${size}`, `efficientnet_b${size}`])),
  efficientnetv2_s: 'efficientnet_v2_s',
  tf_efficientnetv2_s: 'efficientnet_v2_s',
  tf_efficientnetv2_m: 'efficientnet_v2_m',
  tf_efficientnetv2_l: 'efficientnet_v2_l',
  mnasnet_050: 'mnasnet0_5',
  mnasnet_100: 'mnasnet1_0',
  mobilenetv3_large_100: 'mobilenet_v3_large',
  regnetx_004: 'regnet_x_400mf_pycls',
  regnetx_008: 'regnet_x_800mf',
  regnetx_032: 'regnet_x_3_2gf',
  regnetx_160: 'regnet_x_16gf',
  regnety_008: 'regnet_y_800mf_pycls',
  regnety_032: 'regnet_y_3_2gf',
  regnety_080: 'regnet_y_8gf_pycls',
  regnety_160: 'regnet_y_16gf',
  regnety_320: 'regnet_y_32gf',
  vit_base_patch16_224: 'vit_b_16',
  vit_large_patch16_224: 'vit_l_16',
  vit_huge_patch14_224: 'vit_h_14',
  swin_tiny_patch4_window7_224: 'swin_t',
  swin_base_patch4_window7_224: 'swin_b',
};

/** Families that timm names by their width in hundredths. */
const scaled = /^(mobilenetv[12])_(035|075|100|125|140)$/;

function networkOf(model: string, imageSize: number): Network | undefined {
  const input = [3, imageSize, imageSize];
  const width = scaled.exec(model);
  if (width !== null) {
    const [, family, hundredths] = width;
    const options = { input, widthMultiplier: Number(hundredths) / 100 };
    return architectureNamed(family === 'mobilenetv1' ? 'mobilenet_v1' : 'mobilenet_v2').build(options);
  }
  const name = names[model];
  if (name === undefined) return undefined;
  const options: BuildOptions = name === 'inception_v3' ? { input, auxiliaryHeads: false } : { input };
  return architectureNamed(name).build(options);
}

const cases = oracle.rows.flatMap((row) => {
  const network = networkOf(row.model, row.img_size);
  return network === undefined ? [] : [{ ...row, network }];
});

describe('countAs timm', () => {
  it('meets 73 of the rows, the networks that both libraries have', () => {
    expect(cases).toHaveLength(73);
  });

  it.each(cases)('prints $gmacs GMACs and $macts_m MActs for $model at $img_size', ({ network, ...row }) => {
    const { count, parameters } = countAs('timm', network);
    expect((count / 1e9).toFixed(2)).toBe(row.gmacs.toFixed(2));
    expect((summarize(network).macOutputElements / 1e6).toFixed(2)).toBe(row.macts_m.toFixed(2));
    // timm's ViT-H was measured without a classifier: 1280 × 1000 + 1000 fewer.
    const classifier = row.model === 'vit_huge_patch14_224' ? 1_281_000 : 0;
    expect(((parameters - classifier) / 1e6).toFixed(2)).toBe(row.param_count_m.toFixed(2));
  });
});
