import type { Locale } from '../../i18n/index.ts';
import type { FieldName, Kind } from './fields.ts';

/** A real layer to start from: its name and what its fields hold. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly typed: Readonly<Partial<Record<FieldName, string>>>;
}

/** Where a preset's sizes come from: a module path of an architecture, or the fields of a layer published elsewhere. */
export type PresetSource = {
  readonly id: string;
  readonly name: Readonly<Record<Locale, string>>;
} & (
  | { readonly architecture: string; readonly path: string; readonly pointwise?: string }
  | { readonly typed: Preset['typed'] }
);

const both = (name: string): Record<Locale, string> => ({ en: name, zh: name });

/**
 * Layers offered, most from the engine's architectures. It has none in one dimension and none transposed, so two are
 * typed: Whisper's first convolution (openai/whisper, whisper/model.py, AudioEncoder, at the tiny model's widths and the
 * 3,000 frames of 30 s) and the second of DCGAN's generator (pytorch/examples, dcgan/main.py, ngf = 64).
 */
export const presetSources: readonly PresetSource[] = [
  {
    id: 'resnet50-3x3',
    name: both('ResNet-50 layer1.0 3×3'),
    architecture: 'resnet50',
    path: 'layer1.0.conv2',
  },
  { id: 'resnet50-7x7', name: both('ResNet-50 conv1 7×7'), architecture: 'resnet50', path: 'conv1' },
  { id: 'alexnet', name: both('AlexNet conv1 11×11'), architecture: 'alexnet', path: 'features.0' },
  {
    id: 'inception-1x7',
    name: both('Inception v3 Mixed_6b 1×7'),
    architecture: 'inception_v3',
    path: 'Mixed_6b.branch7x7_2.conv',
  },
  {
    id: 'inception-7x1',
    name: both('Inception v3 Mixed_6b 7×1'),
    architecture: 'inception_v3',
    path: 'Mixed_6b.branch7x7_3.conv',
  },
  {
    id: 'mobilenetv2-depthwise',
    name: { en: 'MobileNetV2 block 3 depthwise', zh: 'MobileNetV2 第 3 块的逐通道卷积' },
    architecture: 'mobilenet_v2',
    path: 'features.3.conv.1.0',
  },
  {
    id: 'mobilenetv1-separable',
    name: { en: 'MobileNet v1 block 1 separable', zh: 'MobileNet v1 第 1 块的可分离卷积' },
    architecture: 'mobilenet_v1',
    path: 'features.1.depthwise.0',
    pointwise: 'features.1.pointwise.0',
  },
  {
    id: 'convnext-7x7',
    name: { en: 'ConvNeXt-T stage 1 depthwise 7×7', zh: 'ConvNeXt-T 第 1 阶段的逐通道卷积 7×7' },
    architecture: 'convnext_tiny',
    path: 'features.1.0.block.0',
  },
  {
    id: 'resnext',
    name: { en: 'ResNeXt-50 layer1.0, 32 groups', zh: 'ResNeXt-50 layer1.0，32 组' },
    architecture: 'resnext50_32x4d',
    path: 'layer1.0.conv2',
  },
  {
    id: 'deeplab',
    name: { en: 'DeepLabv3 layer3.1, dilation 2', zh: 'DeepLabv3 layer3.1，扩张率 2' },
    architecture: 'deeplabv3_resnet50',
    path: 'backbone.layer3.1.conv2',
  },
  { id: 'r3d', name: both('R3D-18 stem 3×7×7'), architecture: 'r3d_18', path: 'stem.0' },
  {
    id: 'whisper',
    name: { en: 'Whisper tiny conv1, 1-D', zh: 'Whisper tiny conv1，一维' },
    typed: { axes: '1', inChannels: '80', outChannels: '384', input: '3000', bias: 'yes' },
  },
  {
    id: 'dcgan',
    name: { en: 'DCGAN generator 4×4, transposed', zh: 'DCGAN 生成器 4×4，转置' },
    typed: {
      kind: 'transposed',
      inChannels: '512',
      outChannels: '256',
      input: '4',
      kernel: '4',
      stride: '2',
    },
  },
];

/** The preset whose fields are what is typed, if one is. */
export function presetOf(
  presets: readonly Preset[],
  typed: Readonly<Record<string, string>>,
  standard: Readonly<Record<string, string>>,
): Preset | undefined {
  return presets.find((preset) =>
    Object.entries({ ...standard, ...preset.typed }).every(([name, value]) => typed[name] === value),
  );
}

/** How a convolution of an architecture is called in the fields. */
export function kindOf(groups: number, inChannels: number): Kind {
  if (groups === 1) return 'standard';
  return groups === inChannels ? 'depthwise' : 'grouped';
}
