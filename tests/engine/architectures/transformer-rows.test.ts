import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  isPooledAttention,
  pooledAttentionNormElements,
  product,
  stateDictBytes,
  summarize,
  tensorsOf,
} from '../../../src/engine/index.ts';
import oracle from '../../oracles/torchvision.json' with { type: 'json' };

/** The rows of the families this file is about: transformers for images and video, and the video CNNs. */
const families = /^(vit|swin|swin3d|maxvit|mvit|r3d|mc3|r2plus1d|s3d)_/;
const rows = oracle.rows.filter(({ model }) => families.test(model));

/** Elements that norms of one kind normalize, those inside multiscale attention included. */
function normElements(network: Network, kind: 'layerNorm' | 'batchNorm'): number {
  return summarize(network).rows.reduce((total, { node: { operator }, outputShape }) => {
    if (kind === 'layerNorm' && isPooledAttention(operator)) {
      return total + pooledAttentionNormElements(operator.spec);
    }
    return operator.kind === kind ? total + product(outputShape) : total;
  }, 0);
}

describe('torchvision 0.21.0 as run in PyTorch 2.6.0', () => {
  it('has 19 rows of transformers and video networks', () => {
    expect(rows).toHaveLength(19);
  });

  it.each(rows.map((row) => [`${row.model} ${row.weights}`, row] as const))('%s', (_, row) => {
    const network = architectureNamed(row.model).build({ input: row.input });
    const summary = summarize(network);
    expect({
      publishedParameters: summary.parameters,
      publishedGigaMacs: Math.round(summary.macs / 1e6) / 1e3,
      exactMacs: summary.macs,
      exactStateDictBytes: stateDictBytes(network, 'float32'),
      stateDictTensors: tensorsOf(network).length,
      batchNormElements: normElements(network, 'batchNorm'),
      layerNormElements: normElements(network, 'layerNorm'),
      macOutputElements: summary.macOutputElements,
    }).toEqual({
      publishedParameters: row.publishedParameters,
      publishedGigaMacs: row.publishedGigaMacs,
      exactMacs: row.exactMacs,
      exactStateDictBytes: row.exactStateDictBytes,
      stateDictTensors: row.stateDictTensors,
      batchNormElements: row.batchNormElements,
      layerNormElements: row.layerNormElements,
      macOutputElements: row.macOutputElements,
    });
  });

  it('defaults to the input of each network’s published row', () => {
    for (const { model, input, weights } of rows) {
      if (!weights.includes('E2E')) expect(architectureNamed(model).input, model).toEqual(input);
    }
  });
});

describe('the sizes torchvision’s source states for the other networks', () => {
  // num_params and _ops of the weights enums in torchvision/models (0.21.0).
  it.each([
    ['vit_b_32', [3, 224, 224], 88_224_232, 4.409],
    ['vit_h_14', [3, 518, 518], 633_470_440, 1016.717],
    ['vit_h_14', [3, 224, 224], 632_045_800, 167.295],
    ['swin_s', [3, 224, 224], 49_606_258, 8.741],
    ['swin_v2_b', [3, 256, 256], 87_930_848, 20.325],
    ['maxvit_t', [3, 224, 224], 30_919_624, 5.558],
  ])('%s at %j: %i parameters, %d GMACs', (name, input, parameters, gigaMacs) => {
    const summary = summarize(architectureNamed(name).build({ input }));
    expect(summary.parameters).toBe(parameters);
    expect(Math.round(summary.macs / 1e6) / 1e3).toBe(gigaMacs);
  });
});
