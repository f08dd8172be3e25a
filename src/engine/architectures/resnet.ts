import { at } from '../checks.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { linearClassifier } from './blocks.ts';
import type { ResNetDesign } from './resnet-trunk.ts';
import { resNetStages } from './resnet-trunk.ts';

/** Blocks per stage by depth, table 1 of the paper. */
export const resNetBlocks = {
  18: [2, 2, 2, 2],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
} as const;

/**
 * A residual network as in He et al. 2016 and its descendants that change only widths and groups, with torchvision's
 * module paths. Convolutions have no bias (a batch norm follows each).
 */
function resNet(title: string, source: string, design: ResNetDesign): Architecture {
  return defineArchitecture({
    title,
    sources: [source],
    input: [3, 224, 224],
    grow: (net, { classes }) => linearClassifier(net, 'fc', at(resNetStages(net, design), 3), classes),
  });
}

type Depth = keyof typeof resNetBlocks;
type Widths = Omit<ResNetDesign, 'block' | 'blocks'>;

function bottlenecks(title: string, source: string, depth: Depth, widths: Widths = {}): Architecture {
  return resNet(title, source, { block: 'bottleneck', blocks: resNetBlocks[depth], ...widths });
}

function resNeXt(depth: Depth, groups: number, baseWidth: number): Architecture {
  return bottlenecks(`ResNeXt-${depth} ${groups}×${baseWidth}d`, 'xie2017', depth, { groups, baseWidth });
}

/**
 * ResNets, ResNeXts and Wide ResNets. `resnet50` has its strides in the 3×3 as torchvision does (4,089,184,256 MACs),
 * `resnet50_v1` in the first 1×1 as the paper does (3,857,973,248); the parameters are the same.
 *
 * Source: He et al. 2016; Xie et al. 2017; Zagoruyko and Komodakis 2016; ResNeXt-101 32×4d and -152 32×4d are those of
 * pycls and timm, not of torchvision.
 */
export const resNets: Readonly<Record<string, Architecture>> = {
  resnet18: resNet('ResNet-18', 'he2016', { block: 'basic', blocks: resNetBlocks[18] }),
  resnet34: resNet('ResNet-34', 'he2016', { block: 'basic', blocks: resNetBlocks[50] }),
  resnet50: bottlenecks('ResNet-50', 'he2016', 50),
  resnet101: bottlenecks('ResNet-101', 'he2016', 101),
  resnet152: bottlenecks('ResNet-152', 'he2016', 152),
  resnet50_v1: bottlenecks('ResNet-50 v1', 'he2016', 50, { strideIn: 'first' }),
  resnet101_v1: bottlenecks('ResNet-101 v1', 'he2016', 101, { strideIn: 'first' }),
  resnet152_v1: bottlenecks('ResNet-152 v1', 'he2016', 152, { strideIn: 'first' }),
  resnext50_32x4d: resNeXt(50, 32, 4),
  resnext101_32x4d: resNeXt(101, 32, 4),
  resnext152_32x4d: resNeXt(152, 32, 4),
  resnext101_32x8d: resNeXt(101, 32, 8),
  resnext101_64x4d: resNeXt(101, 64, 4),
  wide_resnet50_2: bottlenecks('Wide ResNet-50-2', 'zagoruyko2016', 50, { baseWidth: 128 }),
  wide_resnet101_2: bottlenecks('Wide ResNet-101-2', 'zagoruyko2016', 101, { baseWidth: 128 }),
};
