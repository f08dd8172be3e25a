import { expect, it } from 'vitest';
import { architectureNamed, summarize } from '../../src/engine/index.ts';
import { costParts } from '../../src/figures/cost-parts.ts';

const join = (sizes: readonly number[]): string => sizes.join('×');

it('divides ResNet-50 into its stem, stages and classifier', () => {
  const parts = costParts(architectureNamed('resnet50').build(), join);
  expect(parts.map(({ name, detail, macs }) => [name, detail, macs])).toEqual([
    ['conv1', '64×112×112', 118_013_952],
    ['layer1', '256×56×56', 667_942_912],
    ['layer2', '512×28×28', 1_027_604_480],
    ['layer3', '1024×14×14', 1_464_336_384],
    ['layer4', '2048×7×7', 809_238_528],
    ['fc', '1000', 2_048_000],
  ]);
});

it.each(['resnet50', 'vgg16', 'inception_v3', 'mobilenet_v2'])('loses nothing of %s', (name) => {
  const network = architectureNamed(name).build();
  const parts = costParts(network, join);
  const sum = (field: 'macs' | 'parameters' | 'activations'): number =>
    parts.reduce((total, part) => total + part[field], 0);
  const whole = summarize(network);
  expect([sum('macs'), sum('parameters'), sum('activations')]).toEqual([
    whole.macs,
    whole.parameters,
    whole.macOutputElements,
  ]);
});
