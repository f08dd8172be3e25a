import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../src/engine/index.ts';
import { architectureNamed, stateDictBytes, summarize, tensorsOf } from '../../../src/engine/index.ts';
import oracle from '../../oracles/torchvision.json' with { type: 'json' };

/** Rows of the transformers and video networks, which other files test. */
const otherFamilies = /^(vit|swin|mvit|r3d|r2plus1d)/;

/** Quantized rows give the float network's counts. */
const rows = oracle.rows
  .map((row) => ({ ...row, name: row.model.replace('quantized_', '') }))
  .filter(({ name }) => !otherFamilies.test(name));

function outputElementsOfKind(summary: Summary, kind: string): number {
  const own = summary.rows.filter((row) => row.kind === kind);
  return own.reduce((total, row) => total + row.outputElements, 0);
}

describe('convolutional networks against torchvision 0.21 and PyTorch 2.6', () => {
  it.each(rows)('$model, $weights at $input, comes out to the last digit', (row) => {
    const classes = row.task === 'segmentation' ? 21 : 1000;
    const network = architectureNamed(row.name).build({ input: row.input, classes });
    const summary = summarize(network);
    expect({
      parameters: summary.parameters,
      macs: summary.macs,
      gigaMacs: Math.round(summary.macs / 1e6) / 1e3,
      stateDictBytes: stateDictBytes(network, 'float32'),
      stateDictTensors: tensorsOf(network).length,
      batchNormElements: outputElementsOfKind(summary, 'batchNorm'),
      layerNormElements: outputElementsOfKind(summary, 'layerNorm'),
      macOutputElements: summary.macOutputElements,
    }).toEqual({
      parameters: row.publishedParameters,
      macs: row.exactMacs,
      gigaMacs: row.publishedGigaMacs,
      stateDictBytes: row.exactStateDictBytes,
      stateDictTensors: row.stateDictTensors,
      batchNormElements: row.batchNormElements,
      layerNormElements: row.layerNormElements,
      macOutputElements: row.macOutputElements,
    });
  });

  it('covers 83 rows, repeated weights and quantized networks among them', () => {
    expect(rows).toHaveLength(83);
  });

  // num_params and _ops (10⁹ multiply-adds, rounded) of torchvision 0.21's weights metadata, for the sizes between.
  it.each([
    ['vgg13', 133_047_848, 11.308],
    ['vgg16_bn', 138_365_992, 15.47],
    ['vgg19', 143_667_240, 19.632],
    ['resnet34', 21_797_672, 3.664],
    ['resnet101', 44_549_160, 7.801],
    ['wide_resnet50_2', 68_883_240, 11.398],
    ['densenet169', 14_149_480, 3.36],
    ['densenet201', 20_013_928, 4.291],
    ['squeezenet1_1', 1_235_496, 0.349],
    ['mnasnet0_75', 3_170_208, 0.215],
    ['mnasnet1_3', 6_282_256, 0.526],
    ['mobilenet_v3_small', 2_542_856, 0.057],
    ['efficientnet_b1', 7_794_184, 0.687],
    ['efficientnet_b3', 12_233_232, 1.827],
    ['efficientnet_b5', 30_389_784, 10.266],
    ['efficientnet_b7', 66_347_960, 37.746],
    ['efficientnet_v2_m', 54_139_356, 24.582],
    ['regnet_x_800mf', 7_259_656, 0.8],
    ['regnet_x_16gf', 54_278_536, 15.941],
    ['regnet_y_1_6gf', 11_202_430, 1.612],
    ['regnet_y_32gf', 145_046_770, 32.28],
    ['convnext_small', 50_223_688, 8.684],
    ['convnext_large', 197_767_336, 34.361],
  ])('%s has %i parameters and %d GMACs at its default input', (name, parameters, gigaMacs) => {
    const summary = summarize(architectureNamed(name).build());
    expect(summary.parameters).toBe(parameters);
    expect(Math.round(summary.macs / 1e6) / 1e3).toBe(gigaMacs);
  });
});
