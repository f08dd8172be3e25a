import type { PrintedCount, Reading } from '../../engine/index.ts';

/** Networks of the reconciler: those that several sources have counted. */
export const networkNames = [
  ...['alexnet', 'vgg16', 'googlenet', 'inception_v3', 'squeezenet1_0', 'densenet121', 'densenet161'],
  ...['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152', 'resnext50_32x4d', 'wide_resnet50_2'],
  ...['mobilenet_v1', 'mobilenet_v2', 'mobilenet_v3_large', 'mnasnet1_0', 'shufflenet_v2_x1_0'],
  ...['efficientnet_b0', 'regnet_y_1_6gf', 'convnext_base', 'vit_b_16', 'swin_t', 'maxvit_t', 'llama2_7b'],
] as const;

/** Tools whose rules cover every network of the list. */
export const toolNames = [
  ...(['torchvision', 'fvcore', 'timm', 'ptflops pytorch', 'ptflops aten', 'thop'] as const),
  ...(['torchinfo', 'torch FlopCounterMode', 'deepspeed', 'calflops', 'keras'] as const),
];

/** A count in print that the reconciler offers. */
export interface KnownCount {
  readonly id: string;
  readonly label: string;
  readonly printed: PrintedCount;
  readonly reading: Reading;
}

/** What is offered for each network beside the tools. */
export type KnownCounts = Readonly<Record<string, readonly KnownCount[]>>;
