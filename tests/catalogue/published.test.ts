import { describe, expect, it } from 'vitest';
import { bestTop1Percent, comparedFiles } from '../../src/catalogue/index.ts';
import { loadCheckpoints, loadReferences } from '../../src/collections/index.ts';
import { architectures } from '../../src/engine/index.ts';
import oracle from '../oracles/torchvision.json' with { type: 'json' };

const rows = loadCheckpoints();

describe('content/checkpoints', () => {
  it('has every floating-point row of the oracle, with its file size and input', () => {
    const key = ({ model, weights, input }: { model: string; weights: string; input: number[] }): string =>
      `${model} ${weights} ${input.join('×')}`;
    const sizes = new Map(rows.map((row) => [key({ ...row, model: row.architecture }), row.fileMiB]));
    for (const row of oracle.rows.filter(({ model }) => !model.startsWith('quantized_'))) {
      expect([key(row), sizes.get(key(row))]).toEqual([key(row), row.publishedFileMiB]);
    }
  });

  it('has all 131 weights of floating-point networks for images, video and segmentation', () => {
    expect(new Set(rows.map(({ architecture, weights }) => `${architecture} ${weights}`)).size).toBe(131);
    expect(rows).toHaveLength(131);
  });

  it('names networks of the engine and sources of references.bib', () => {
    const known = loadReferences();
    for (const { architecture, fileSource, accuracySource } of rows) {
      expect(architectures).toHaveProperty(architecture);
      expect(known.has(fileSource) && known.has(accuracySource)).toBe(true);
    }
  });

  it('has an accuracy for every row but Video Swin’s, which is newer than the source, and the features of VGG-16, which classify nothing', () => {
    const without = rows.filter(({ accuracy }) => accuracy === undefined);
    expect(
      without.filter(
        ({ architecture, weights }) =>
          !architecture.startsWith('swin3d') && weights !== 'IMAGENET1K_FEATURES',
      ),
    ).toEqual([]);
  });
});

describe('published files', () => {
  const files = Object.keys(architectures).flatMap((id) => comparedFiles(id));

  it('are within 0.1 % of what the layers predict, but for the rows that say why not', () => {
    const off = files.filter(({ change }) => Math.abs(change) > 0.001).map(({ checkpoint }) => checkpoint);
    expect(off.every(({ breaks }) => breaks !== undefined)).toBe(true);
    expect(off).toHaveLength(rows.filter(({ breaks }) => breaks !== undefined).length);
    expect(off.length / files.length).toBeLessThan(0.05);
  });
});

describe('the best published accuracy', () => {
  it('is that of the second weights of ResNet-50, and none for a network nobody published weights of here', () => {
    expect(bestTop1Percent('resnet50')).toBe(80.858);
    expect(bestTop1Percent('llama2_7b')).toBeUndefined();
  });

  it('is at the network’s standard input: not that of ViT-L/16 at 512', () => {
    expect(bestTop1Percent('vit_l_16')).toBe(85.146);
  });
});
