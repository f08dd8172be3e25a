import { describe, expect, it } from 'vitest';
import { loadPublishedCounts, loadReferences, publishedCountsOf } from '../../src/collections/index.ts';
import { architectures, explain, printedCount } from '../../src/engine/index.ts';
import timm from '../oracles/timm.json' with { type: 'json' };
import torchvision from '../oracles/torchvision.json' with { type: 'json' };

const counts = loadPublishedCounts();
const explained = counts.map((count) => ({
  ...count,
  ...explain(count.architecture, count.printed, count.reading),
}));

describe('published counts', () => {
  it('are of networks the engine has, from sources that are cited, each under one name', () => {
    expect(counts.filter(({ architecture }) => !Object.hasOwn(architectures, architecture))).toEqual([]);
    const references = loadReferences();
    expect(counts.filter(({ source }) => !references.has(source))).toEqual([]);
    const names = counts.map(({ architecture, id }) => `${architecture} ${id}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('have every row of torchvision’s table', () => {
    const missing = torchvision.rows.filter((row) => {
      const own = publishedCountsOf(row.model.replace('quantized_', ''));
      return !own.some(
        ({ source, printed }) =>
          source === 'torchvision-weights' && Number(printed.digits) === row.publishedGigaMacs,
      );
    });
    expect(missing).toEqual([]);
  });

  it('have 73 rows of timm’s table, the networks that both have', () => {
    const places = counts.filter(({ source }) => source === 'timm-results').flatMap(({ at }) => at.split('; '));
    expect(places).toHaveLength(73);
    for (const { model, source_line: line } of timm.rows) {
      const row = places.find((place) => place.endsWith(`${model}, line ${line}`));
      if (row !== undefined) expect(row).toContain(String(line));
    }
  });

  it('are taken apart into steps that sum to the printed digits, what is open included', () => {
    for (const { steps, printed } of explained) {
      expect(steps.reduce((total, { amount }) => total + amount, 0)).toBe(printedCount(printed));
    }
  });

  it('are reached as their sources state them, or else by a reading found, but for these', () => {
    const open = explained.filter(({ gap }) => gap !== 0).map(({ architecture, id }) => `${architecture} ${id}`);
    expect(open).toEqual([
      'mobilenet_v1 tensorflow-mobilenet-v1:317*0.75',
      'mobilenet_v1 tensorflow-mobilenet-v1:233@192*0.75',
      'mobilenet_v1 tensorflow-mobilenet-v1:162@160*0.75',
      'mobilenet_v1 tensorflow-mobilenet-v1:104@128*0.75',
      'mobilenet_v1 tensorflow-mobilenet-v1:150*0.5',
      'mobilenet_v1 tensorflow-mobilenet-v1:34@192*0.25',
      'mobilenet_v3_small tensorflow-mobilenet-v2:66',
      'mobilenet_v3_small tensorflow-mobilenet-v2:44*0.75',
      'mobilenet_v1 keras-mobilenet-table:529',
      'convnext_base convnext-readme:45.0@384',
      'convnext_base convnext-readme:47.0@384',
      'mnasnet0_5 thop:0.14',
      'mnasnet1_3 thop:0.53',
      'inception_v3 calflops:5.29@224',
      'resnet101 calflops:15690900000',
      'densenet161 calflops:1554650000',
      'alexnet calflops:741.19',
      'alexnet calflops:7418800000',
    ]);
  });
});
