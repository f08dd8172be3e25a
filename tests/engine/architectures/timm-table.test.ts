import { describe, expect, it } from 'vitest';
import { architectureNamed, summarize } from '../../../src/engine/index.ts';
import oracle from '../../oracles/timm.json' with { type: 'json' };

/** timm's names for networks that are built here under another; the width of a thinner or wider one. */
const counterparts: Readonly<Record<string, { name: string; widthMultiplier?: number }>> = {
  mobilenetv1_100: { name: 'mobilenet_v1' },
  mobilenetv1_125: { name: 'mobilenet_v1', widthMultiplier: 1.25 },
  mobilenetv2_035: { name: 'mobilenet_v2', widthMultiplier: 0.35 },
  mobilenetv2_075: { name: 'mobilenet_v2', widthMultiplier: 0.75 },
  mobilenetv2_140: { name: 'mobilenet_v2', widthMultiplier: 1.4 },
  mobilenetv3_small_075: { name: 'mobilenet_v3_small', widthMultiplier: 0.75 },
  mobilenetv3_large_075: { name: 'mobilenet_v3_large', widthMultiplier: 0.75 },
  mobilenetv3_large_100: { name: 'mobilenet_v3_large' },
  mnasnet_050: { name: 'mnasnet0_5' },
  mnasnet_100: { name: 'mnasnet1_0' },
  tf_efficientnet_b0: { name: 'efficientnet_b0' },
  tf_efficientnet_b2: { name: 'efficientnet_b2' },
  tf_efficientnet_b4: { name: 'efficientnet_b4' },
  tf_efficientnet_b6: { name: 'efficientnet_b6' },
  tf_efficientnetv2_s: { name: 'efficientnet_v2_s' },
  tf_efficientnetv2_m: { name: 'efficientnet_v2_m' },
  tf_efficientnetv2_l: { name: 'efficientnet_v2_l' },
  efficientnetv2_s: { name: 'efficientnet_v2_s' },
  regnetx_004: { name: 'regnet_x_400mf_pycls' },
  regnetx_008: { name: 'regnet_x_800mf' },
  regnetx_032: { name: 'regnet_x_3_2gf' },
  regnetx_064: { name: 'regnet_x_6_4gf' },
  regnetx_160: { name: 'regnet_x_16gf' },
  regnety_002: { name: 'regnet_y_200mf' },
  regnety_008: { name: 'regnet_y_800mf_pycls' },
  regnety_032: { name: 'regnet_y_3_2gf' },
  regnety_040: { name: 'regnet_y_4gf' },
  regnety_080: { name: 'regnet_y_8gf_pycls' },
  regnety_160: { name: 'regnet_y_16gf' },
  regnety_320: { name: 'regnet_y_32gf' },
};

const sameNames =
  /^(resnet(18|34|50|101|152)|(wide_)?res(net|next)(50|101)_\w+|efficientnet_b\d|convnext_(tiny|small|base|large|xlarge)|inception_v3|densenet\d+|vgg\d+_bn)$/;

const rows = oracle.rows.flatMap((row) => {
  const own = counterparts[row.model] ?? (sameNames.test(row.model) ? { name: row.model } : undefined);
  return own === undefined || row.model === 'resnet50_gn' ? [] : [{ ...row, ...own }];
});

describe("timm's benchmark tables", () => {
  // gmacs there count fvcore's norms and poolings too, which the counting tools' own tests are about.
  it.each(rows)('$model at $img_size has $param_count_m M parameters, $macts_m M activations', (row) => {
    const { name, img_size: side, widthMultiplier = 1 } = row;
    const options = name === 'inception_v3' ? { auxiliaryHeads: false } : { widthMultiplier };
    const summary = summarize(architectureNamed(name).build({ input: [3, side, side], ...options }));
    expect((summary.parameters / 1e6).toFixed(2)).toBe(row.param_count_m.toFixed(2));
    expect((summary.macOutputElements / 1e6).toFixed(2)).toBe(row.macts_m.toFixed(2));
  });

  it('covers 73 rows', () => {
    expect(rows).toHaveLength(73);
  });
});
