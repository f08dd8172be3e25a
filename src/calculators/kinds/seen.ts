import { architectureNamed, at, rowAt, summarize } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { KindName } from './kinds.ts';

/** Layers of real networks, one after the other where a kind takes two. */
const examples: Readonly<Partial<Record<KindName, readonly [architecture: string, ...paths: string[]]>>> = {
  standard: ['vgg16', 'features.7'],
  pointwise: ['resnet50', 'layer1.0.conv3'],
  strided: ['resnet50', 'layer2.0.conv2'],
  dilated: ['deeplabv3_resnet50', 'backbone.layer3.1.conv2'],
  grouped: ['resnext50_32x4d', 'layer1.0.conv2'],
  groupedPointwise: ['shufflenet_v1_g3', 'stage2.1.conv1'],
  depthwise: ['mobilenet_v1', 'features.1.depthwise.0'],
  depthwiseSeparable: ['mobilenet_v1', 'features.3.depthwise.0', 'features.3.pointwise.0'],
  asymmetric: ['inception_v3', 'Mixed_6b.branch7x7_2.conv', 'Mixed_6b.branch7x7_3.conv'],
  volume: ['r3d_18', 'layer1.0.conv1.0'],
  pseudo3d: ['p3d199', 'layer1.0.conv2', 'layer1.0.conv3'],
};

/** Where each kind is seen, as text: the network, its layers, the shapes before and after them. */
export function seenAt(show: Formatter): Readonly<Partial<Record<KindName, string>>> {
  return Object.fromEntries(
    Object.entries(examples).map(([kind, [name, ...paths]]) => {
      const architecture = architectureNamed(name);
      const summary = summarize(architecture.build());
      const rows = paths.map((path) => rowAt(summary, path));
      const before = show.shape(at(at(rows, 0).inputShapes, 0));
      const after = show.shape(at(rows, rows.length - 1).outputShape);
      return [kind, `${architecture.title}, ${paths.join(' + ')} (${before} → ${after})`];
    }),
  );
}

/** The note that treats a kind. */
export const noteOf: Readonly<Record<KindName, string>> = {
  standard: 'convolution-arithmetic',
  pointwise: 'bottleneck',
  strided: 'convolution-arithmetic',
  dilated: 'dilated-convolution',
  transposed: 'transposed-convolution',
  grouped: 'grouped-convolution',
  groupedPointwise: 'grouped-convolution',
  depthwise: 'separable-convolution',
  depthwiseSeparable: 'separable-convolution',
  asymmetric: 'convolution-factorization',
  volume: 'pseudo-3d-convolution',
  pseudo3d: 'pseudo-3d-convolution',
};
