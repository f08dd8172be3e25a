import { expect, it } from 'vitest';
import { loadFacts } from '../../src/collections/index.ts';
import { architectureNamed, countAs, summarize } from '../../src/engine/index.ts';

const facts = loadFacts();
const fact = (id: string): number => facts.get(id)?.value ?? NaN;
const billions = (count: number): number => Number((count / 1e9).toFixed(2));
const resnet50 = architectureNamed('resnet50').build();
const llama2 = architectureNamed('llama2_7b').build();

it('finds multiply-adds behind torchvision’s GFLOPS', () => {
  expect(fact('torchvision-resnet50-gflops')).toBe(billions(summarize(resnet50).macs));
});

it('finds multiply-adds of v1, cut off after one digit, behind the paper’s FLOPs', () => {
  const { macs } = summarize(architectureNamed('resnet50_v1').build());
  expect(fact('he2016-resnet50-flops')).toBe(Math.floor(macs / 1e8) / 10);
});

it('finds a batch of two behind torchinfo’s mult-adds', () => {
  expect(fact('torchinfo-resnet50-mult-adds')).toBe(billions(2 * countAs('torchinfo', resnet50).count));
});

it('reproduces what calflops lists for ResNet-50 and Llama-2-7B', () => {
  expect(fact('calflops-resnet50-flops')).toBe(billions(countAs('calflops', resnet50).count));
  expect(fact('calflops-llama2-7b-flops')).toBe(billions(countAs('calflops', llama2).count));
  expect(fact('calflops-llama2-7b-macs')).toBe(billions(summarize(llama2).macs));
});

it('counts two operations per multiply-add in the TPU’s peak', () => {
  const operationsPerSecond = 2 * fact('tpu-v1-macs') * fact('tpu-v1-clock') * 1e6;
  expect(Math.round(operationsPerSecond / 1e12)).toBe(fact('tpu-v1-peak'));
});
