import type { NetworkBuilder, Value } from '../network/index.ts';
import { activation, add, batchNorm, convolution, pooling } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, linearClassifier } from './blocks.ts';
import { resNetBlocks } from './resnet.ts';

interface P3dDesign {
  /** Layers in the network's name. */
  readonly layers: number;
  /** Depth of the residual network it is made from. */
  readonly depth: 50 | 101 | 152;
  /** Whether a temporal convolution has a batch norm of its own. */
  readonly temporalNorms: boolean;
}

type Extent = readonly [frames: number, height: number, width: number];

/** How the 1×3×3 and the 3×1×1 of a block are put together; the blocks take turns. */
const arrangements = ['serial', 'parallel', 'compromise'] as const;

/**
 * A pseudo-3D residual network: ResNet with a 3×1×1 convolution beside the 3×3 of every block of its first three
 * stages (47 in P3D-199). 16 frames of 160×160, halved in the stem and after stages 1, 2 and 3, so that the fourth
 * stage sees one frame and stays two-dimensional; strides sit in the first 1×1.
 *
 * Default without norms after the temporal convolutions: ResNet-152 and 47 convolutions make 66,649,639 parameters,
 * 266.6 MB. The authors' Caffe files do normalize each, which is the `_bn` variant with 66,670,503, 266.7 MB. Neither
 * is the 261 MB that is quoted from the paper's figure 1.
 * Module paths as in the usual PyTorch port. Source: Qiu et al. 2017, sections 3.2 and 3.3; the authors' prototxt.
 */
function p3d(design: P3dDesign): Architecture {
  return defineArchitecture({
    title: `P3D-${design.layers}${design.temporalNorms ? ' with temporal batch norms' : ''}`,
    sources: ['qiu2017'],
    input: [3, 16, 160, 160],
    classes: 487,
    grow: (net, { classes }) => {
      const kernel = [1, 7, 7] as const;
      const stem = convNorm3d(net, ['conv1_custom', 'bn1'], net.input, 64, kernel, [1, 2, 2]);
      let value = net.chain(stem, [
        ['relu', activation('relu')],
        ['maxpool', pooling({ kind: 'max', kernel: [2, 3, 3], stride: [2, 2, 2], padding: [0, 1, 1] })],
      ]);
      let count = 0;
      resNetBlocks[design.depth].forEach((blocks, stage) => {
        for (let index = 0; index < blocks; index++) {
          const path = `layer${stage + 1}.${index}`;
          const arrangement = stage < 3 ? (arrangements[count++ % 3] ?? 'serial') : 'flat';
          const stride = stage > 0 && index === 0 ? 2 : 1;
          value = bottleneck(net, path, value, 64 * 2 ** stage, stride, arrangement, design.temporalNorms);
        }
        const halving = pooling({ kind: 'max', kernel: [2, 1, 1] });
        if (stage < 3) value = net.add(`maxpool_2.${stage + 1}`, halving, [value]);
      });
      return linearClassifier(net, 'fc', value, classes);
    },
  });
}

function bottleneck(
  net: NetworkBuilder,
  path: string,
  input: Value,
  planes: number,
  stride: number,
  arrangement: (typeof arrangements)[number] | 'flat',
  temporalNorms: boolean,
): Value {
  const step: Extent = [1, stride, stride];
  const paths = (conv: string, norm: string): [string, string] => [`${path}.${conv}`, `${path}.${norm}`];
  const relu = (name: string, value: Value): Value => net.add(`${path}.${name}`, activation('relu'), [value]);
  const reduced = relu('relu1', convNorm3d(net, paths('conv1', 'bn1'), input, planes, [1, 1, 1], step));
  const [conv, norm] = arrangement === 'flat' ? ['conv_normal', 'bn_normal'] : ['conv2', 'bn2'];
  const spatial = relu('relu2', convNorm3d(net, paths(conv, norm), reduced, planes, [1, 3, 3]));
  const temporal = (from: Value): Value => {
    const [convPath, normPath] = paths('conv3', 'bn3');
    const own = temporalNorms ? ([convPath, normPath] as const) : ([convPath] as const);
    return relu('relu3', convNorm3d(net, own, from, planes, [3, 1, 1]));
  };
  const sum = (one: Value, other: Value): Value => net.add(`${path}.add_st`, add(), [one, other]);
  const middle = {
    flat: () => spatial,
    serial: () => temporal(spatial),
    parallel: () => sum(spatial, temporal(reduced)),
    compromise: () => sum(spatial, temporal(spatial)),
  }[arrangement]();
  const branch = convNorm3d(net, paths('conv4', 'bn4'), middle, 4 * planes, [1, 1, 1]);
  const projects = stride !== 1 || channelsOf(input) !== 4 * planes;
  const shortcut = projects
    ? convNorm3d(net, paths('downsample.0', 'downsample.1'), input, 4 * planes, [1, 1, 1], step)
    : input;
  return relu('relu', net.add(`${path}.add`, add(), [branch, shortcut]));
}

/** A convolution without bias that keeps the size at stride 1, and a batch norm when a path for it is given. */
function convNorm3d(
  net: NetworkBuilder,
  [convPath, normPath]: readonly [string, string?],
  input: Value,
  outChannels: number,
  kernel: Extent,
  stride: Extent = [1, 1, 1],
): Value {
  const padding = kernel.map((size) => (size - 1) / 2);
  const inChannels = channelsOf(input);
  const conv = convolution({ inChannels, outChannels, kernel, stride, padding, bias: false });
  const convolved = net.add(convPath, conv, [input]);
  return normPath === undefined
    ? convolved
    : net.add(normPath, batchNorm({ channels: outChannels }), [convolved]);
}

/** P3D networks made from ResNet-50, -101 and -152, with and without temporal batch norms. */
export const p3ds: Readonly<Record<string, Architecture>> = {
  p3d63: p3d({ layers: 63, depth: 50, temporalNorms: false }),
  p3d131: p3d({ layers: 131, depth: 101, temporalNorms: false }),
  p3d199: p3d({ layers: 199, depth: 152, temporalNorms: false }),
  p3d63_bn: p3d({ layers: 63, depth: 50, temporalNorms: true }),
  p3d131_bn: p3d({ layers: 131, depth: 101, temporalNorms: true }),
  p3d199_bn: p3d({ layers: 199, depth: 152, temporalNorms: true }),
};
