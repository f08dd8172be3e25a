import { describe, expect, it } from 'vitest';
import { accountOf, layersOf } from '../../src/catalogue/account.ts';
import { costOf } from '../../src/catalogue/layers.ts';
import { stagesOf } from '../../src/catalogue/stages.ts';
import { architectureNamed, architectures, summarize } from '../../src/engine/index.ts';

const ids = Object.keys(architectures);

describe('the account of a network', () => {
  it.each(ids)('has the totals of the engine for %s, its stages and kinds together as well', (id) => {
    const { account } = accountOf(id);
    const summary = summarize(architectureNamed(id).build());
    const totals = [summary.parameters, summary.macs, summary.macOutputElements];
    expect([account.parameters, account.macs, account.activations]).toEqual(totals);
    for (const parts of [account.stages, account.kinds]) {
      expect(
        (['parameters', 'macs', 'activations'] as const).map((field) =>
          parts.reduce((sum, part) => sum + part[field], 0),
        ),
      ).toEqual(totals);
    }
    expect(account.stages.reduce((sum, { layerCount }) => sum + layerCount, 0)).toBe(account.layerCount);
    expect(new Set(account.stages.map(({ name }) => name)).size).toBe(account.stages.length);
  });

  it('is that of ResNet-50: 427×427 seen, 97.79 MiB on disk', () => {
    const { account } = accountOf('resnet50');
    expect(account.reach).toEqual({ path: 'layer4.2.relu', sizes: [427, 427], jumps: [32, 32] });
    expect(account.fileBytes.pytorch / 2 ** 20).toBeCloseTo(97.79, 2);
    expect(account.int64Values).toBe(53);
  });

  it('follows the options: 10 classes take 990 · 2049 parameters away', () => {
    const all = accountOf('resnet50').account;
    const few = accountOf('resnet50', { classes: 10 }).account;
    expect(all.parameters - few.parameters).toBe(990 * 2049);
    expect(few.outputShape).toEqual([10]);
  });
});

describe('stages', () => {
  it('take modules alike together: twelve blocks of GPT-2, 126 of Llama 3.1 405B', () => {
    expect(stagesOf(layersOf('gpt2')).map(({ name, repeats }) => [name, repeats])).toEqual([
      ['transformer.wte', 1],
      ['transformer.h.0–11', 12],
      ['lm_head', 1],
    ]);
    expect(stagesOf(layersOf('vit_b_16'))[1]?.name).toBe('encoder.layers.encoder_layer_0–11');
    expect(stagesOf(layersOf('llama3_1_405b'))[1]?.repeats).toBe(126);
  });
});

describe('cost together', () => {
  it('weighs intensities by what is moved: the same layer twice is as intense as once', () => {
    const [layer] = layersOf('resnet50').filter(({ path }) => path === 'layer1.0.conv2');
    if (layer === undefined) throw new Error('no such layer');
    expect(costOf([layer, layer]).intensity).toBeCloseTo(layer.intensity, 12);
  });
});
