import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, adaptivePooling, concatenate, flatten, pooling } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { squareConvolution } from './blocks.ts';

/** A fire module's channels: the squeeze 1×1, and each of the two expanding halves. */
interface Fire {
  readonly squeeze: number;
  readonly expand: number;
}

/** The first convolution, then fire modules and poolings in torchvision's numbering (the stem takes 0 and 1). */
interface SqueezeNetDesign {
  readonly title: string;
  readonly stem: { readonly outChannels: number; readonly kernel: number };
  readonly modules: readonly (Fire | 'pool')[];
}

const fire = (squeeze: number, expand: number): Fire => ({ squeeze, expand });

const designs = {
  squeezenet1_0: {
    title: 'SqueezeNet 1.0',
    stem: { outChannels: 96, kernel: 7 },
    modules: [
      'pool',
      fire(16, 64),
      fire(16, 64),
      fire(32, 128),
      'pool',
      fire(32, 128),
      fire(48, 192),
      fire(48, 192),
      fire(64, 256),
      'pool',
      fire(64, 256),
    ],
  },
  squeezenet1_1: {
    title: 'SqueezeNet 1.1',
    stem: { outChannels: 64, kernel: 3 },
    modules: [
      'pool',
      fire(16, 64),
      fire(16, 64),
      'pool',
      fire(32, 128),
      fire(32, 128),
      'pool',
      fire(48, 192),
      fire(48, 192),
      fire(64, 256),
      fire(64, 256),
    ],
  },
} as const satisfies Record<string, SqueezeNetDesign>;

function squeezeNet({ title, stem, modules }: SqueezeNetDesign): Architecture {
  return defineArchitecture({
    title,
    sources: ['iandola2016'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      const first = squareConvolution(net.input, { ...stem, stride: 2, padding: 0, bias: true });
      let value = net.chain(net.input, [
        ['features.0', first],
        ['features.1', activation('relu')],
      ]);
      modules.forEach((module, index) => {
        const path = `features.${index + 2}`;
        value = module === 'pool' ? net.add(path, pool, [value]) : fireModule(net, path, value, module);
      });
      return net.chain(value, [
        ['classifier.1', squareConvolution(value, { outChannels: classes, bias: true })],
        ['classifier.2', activation('relu')],
        ['classifier.3', adaptivePooling({ kind: 'average', outputSizes: [1, 1] })],
        ['flatten', flatten()],
      ]);
    },
  });
}

/** Rounds up: 109 → 54 → 27 → 13 in SqueezeNet 1.0. */
const pool = pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], ceilMode: true });

/** A 1×1 squeeze, and a 1×1 and a 3×3 expansion of it side by side (figure 1 of the paper). */
function fireModule(net: NetworkBuilder, path: string, input: Value, { squeeze, expand }: Fire): Value {
  const conv = (name: string, from: Value, outChannels: number, kernel: number): Value =>
    net.chain(from, [
      [`${path}.${name}`, squareConvolution(from, { outChannels, kernel, bias: true })],
      [`${path}.${name}_activation`, activation('relu')],
    ]);
  const squeezed = conv('squeeze', input, squeeze, 1);
  const expanded = [conv('expand1x1', squeezed, expand, 1), conv('expand3x3', squeezed, expand, 3)];
  return net.add(`${path}.cat`, concatenate(), expanded);
}

/** Source: Iandola et al. 2016, table 1; torchvision/models/squeezenet.py (0.21.0). */
export const squeezeNets: Readonly<Record<string, Architecture>> = {
  squeezenet1_0: squeezeNet(designs.squeezenet1_0),
  squeezenet1_1: squeezeNet(designs.squeezenet1_1),
};
