import { describe, expect, it } from 'vitest';
import type { FileFormat } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  bytesPerMebibyte,
  fileBytes,
  stateDictBytes,
  summarize,
  tensorsOf,
} from '../../../src/engine/index.ts';
import oracle from '../../oracles/torchvision.json' with { type: 'json' };

const floatRows = oracle.rows.filter((row) => !row.model.startsWith('quantized_'));
const rowName = (row: { model: string; weights: string }): string => `${row.model} ${row.weights}`;

/** Checkpoints that were written before PyTorch 1.6, or 0.4, and whose size shows it. */
const oldFormats: Readonly<Record<string, 'pytorch-legacy' | 'pytorch-0.3'>> = {
  'densenet121 IMAGENET1K_V1': 'pytorch-0.3',
  'densenet161 IMAGENET1K_V1': 'pytorch-0.3',
  'shufflenet_v2_x1_0 IMAGENET1K_V1': 'pytorch-0.3',
  'mnasnet0_5 IMAGENET1K_V1': 'pytorch-legacy',
  'mnasnet1_0 IMAGENET1K_V1': 'pytorch-legacy',
  'mobilenet_v2 IMAGENET1K_V1': 'pytorch-legacy',
};

/** Files no format explains: half precision, heads the network leaves out. */
const brokenRules = {
  'wide_resnet101_2 IMAGENET1K_V1': 'in half precision but for its norms',
  'googlenet IMAGENET1K_V1': 'holds the auxiliary heads',
};

function relativeError(
  row: (typeof floatRows)[number],
  format: FileFormat,
  auxiliaryHeads?: boolean,
): number {
  const architecture = architectureNamed(row.model);
  const network = architecture.build(
    auxiliaryHeads === undefined ? { input: row.input } : { input: row.input, auxiliaryHeads },
  );
  const publishedBytes = row.publishedFileMiB * bytesPerMebibyte;
  return Math.abs(fileBytes(network, format) - publishedBytes) / publishedBytes;
}

describe('torchvision’s published files', () => {
  it('are 88 of floating-point networks', () => {
    expect(floatRows).toHaveLength(88);
  });

  it.each(oracle.rows)('have the state dict of $model $weights to the byte', (row) => {
    const network = architectureNamed(row.model.replace('quantized_', '')).build({ input: row.input });
    expect(stateDictBytes(network, 'float32')).toBe(row.exactStateDictBytes);
    expect(tensorsOf(network)).toHaveLength(row.stateDictTensors);
  });

  it('come out within 0.1 % in the format they are in, but for those listed', () => {
    const off = floatRows.filter((row) => {
      const container = oldFormats[rowName(row)] ?? 'pytorch';
      return relativeError(row, { container, dtype: 'float32' }) > 0.001;
    });
    expect(off.map(rowName).toSorted()).toEqual(Object.keys(brokenRules).toSorted());
    expect(off.length / floatRows.length).toBeLessThan(0.05);
  });

  it('come out within 0.025 % where PyTorch before 0.4 wrote them', () => {
    const oldest = floatRows.filter((row) => oldFormats[rowName(row)] === 'pytorch-0.3');
    expect(oldest).toHaveLength(3);
    for (const row of oldest) {
      expect(relativeError(row, { container: 'pytorch-0.3', dtype: 'float32' })).toBeLessThan(0.00025);
    }
  });

  it('come out within 0.02 % when they are newer than 2020: the second weights and the networks of 2021 on', () => {
    const newer = floatRows.filter((row) =>
      /V2|SWAG|^(?:regnet|efficientnet|convnext|swin|vit|mvit)/.test(rowName(row)),
    );
    expect(newer.length).toBeGreaterThan(50);
    for (const row of newer) {
      expect(relativeError(row, { container: 'pytorch', dtype: 'float32' })).toBeLessThan(0.0002);
    }
  });

  it('explain the half-size Wide ResNet by half precision and GoogLeNet by its heads', () => {
    const row = (model: string): (typeof floatRows)[number] => {
      const found = floatRows.find((candidate) => rowName(candidate) === `${model} IMAGENET1K_V1`);
      if (found === undefined) throw new Error(`no row of ${model}`);
      return found;
    };
    const wide = row('wide_resnet101_2');
    const network = architectureNamed('wide_resnet101_2').build();
    const halfBytes = fileBytes(network, { container: 'pytorch-legacy', dtype: 'float16' });
    const normValues = 2 * summarize(network).buffers;
    const publishedBytes = wide.publishedFileMiB * bytesPerMebibyte;
    expect(Math.abs(halfBytes + 2 * normValues - publishedBytes) / publishedBytes).toBeLessThan(0.0002);
    expect(
      relativeError(row('googlenet'), { container: 'pytorch-legacy', dtype: 'float32' }, true),
    ).toBeLessThan(0.0001);
  });
});
