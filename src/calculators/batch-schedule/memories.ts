// Needs the architectures: read at build only, so that no page carries them.
import type { Shape } from '../../engine/index.ts';
import {
  architectureNamed,
  bitsOf,
  bitsPerByte,
  peakActivationBytes,
  summarize,
} from '../../engine/index.ts';
import type { NetworkMemories, NetworkMemory, NetworkName } from './networks.ts';

/** What memory depends on, for every network of the list. */
export function networkMemories(): NetworkMemories {
  return {
    'resnet18@32': memoryOf('resnet18@32'),
    'resnet50@224': memoryOf('resnet50@224'),
    'vgg16@224': memoryOf('vgg16@224'),
    'alexnet@224': memoryOf('alexnet@224'),
  };
}

function memoryOf(name: NetworkName): NetworkMemory {
  const [architecture = '', side = ''] = name.split('@');
  const published = architectureNamed(architecture);
  const network = published.build();
  const input: Shape = [3, Number(side), Number(side)];
  const bytes = peakActivationBytes(network, { input, dtype: 'float32', mode: 'training' });
  return {
    title: `${published.title}, ${side}×${side}`,
    parameters: summarize(network, input).parameters,
    peakElements: (bytes * bitsPerByte) / bitsOf('float32'),
  };
}
