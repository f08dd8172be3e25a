import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/engine/index.ts';
import { architectureNamed, architectures, tensorsOf } from '../../../src/engine/index.ts';

// Names and shapes as `state_dict()` of torchvision 0.21 lists them.
const entries: readonly (readonly [network: string, name: string, shape: readonly number[]])[] = [
  ['alexnet', 'classifier.6.bias', [1000]],
  ['vgg16_bn', 'features.41.running_var', [512]],
  ['vgg19', 'features.34.weight', [512, 512, 3, 3]],
  ['googlenet', 'inception4c.branch3.1.conv.weight', [64, 24, 3, 3]],
  ['googlenet', 'inception5b.branch4.1.bn.weight', [128]],
  ['densenet161', 'features.denseblock4.denselayer24.conv2.weight', [48, 192, 3, 3]],
  ['densenet161', 'features.transition1.conv.weight', [192, 384, 1, 1]],
  ['densenet161', 'classifier.weight', [1000, 2208]],
  ['squeezenet1_0', 'features.12.expand3x3.weight', [256, 64, 3, 3]],
  ['squeezenet1_1', 'classifier.1.bias', [1000]],
  ['mobilenet_v2', 'features.1.conv.1.weight', [16, 32, 1, 1]],
  ['mobilenet_v2', 'features.2.conv.3.running_mean', [24]],
  ['mobilenet_v2', 'features.18.0.weight', [1280, 320, 1, 1]],
  ['mobilenet_v3_large', 'features.4.block.2.fc1.bias', [24]],
  ['mobilenet_v3_large', 'features.16.0.weight', [960, 160, 1, 1]],
  ['mobilenet_v3_small', 'features.1.block.1.fc2.weight', [16, 8, 1, 1]],
  ['mobilenet_v3_small', 'classifier.3.weight', [1000, 1024]],
  ['mnasnet1_0', 'layers.6.weight', [16, 32, 1, 1]],
  ['mnasnet1_0', 'layers.13.0.layers.7.num_batches_tracked', []],
  ['mnasnet1_0', 'layers.15.weight', [1280]],
  ['shufflenet_v2_x1_0', 'stage2.0.branch1.2.weight', [58, 24, 1, 1]],
  ['shufflenet_v2_x1_0', 'stage4.3.branch2.6.bias', [232]],
  ['shufflenet_v2_x1_0', 'conv5.1.weight', [1024]],
  ['efficientnet_b0', 'features.1.0.block.1.fc1.weight', [8, 32, 1, 1]],
  ['efficientnet_b0', 'features.2.0.block.3.1.weight', [24]],
  ['efficientnet_v2_s', 'features.1.1.block.0.0.weight', [24, 24, 3, 3]],
  ['efficientnet_v2_s', 'features.6.14.block.2.fc2.bias', [1536]],
  ['regnet_y_400mf', 'trunk_output.block2.block2-0.proj.0.weight', [104, 48, 1, 1]],
  ['regnet_y_400mf', 'trunk_output.block1.block1-0.f.se.fc1.weight', [8, 48, 1, 1]],
  ['regnet_x_32gf', 'trunk_output.block4.block4-0.f.b.0.weight', [2520, 168, 3, 3]],
  ['convnext_tiny', 'features.1.0.layer_scale', [96, 1, 1]],
  ['convnext_tiny', 'features.7.2.block.5.weight', [768, 3072]],
  ['convnext_tiny', 'features.2.1.weight', [192, 96, 2, 2]],
  ['convnext_tiny', 'classifier.0.weight', [768]],
  ['fcn_resnet50', 'backbone.layer4.0.downsample.0.weight', [2048, 1024, 1, 1]],
  ['fcn_resnet50', 'aux_classifier.4.weight', [21, 256, 1, 1]],
  ['deeplabv3_resnet101', 'classifier.0.convs.3.0.weight', [256, 2048, 3, 3]],
  ['deeplabv3_resnet101', 'classifier.0.convs.4.1.weight', [256, 2048, 1, 1]],
  ['deeplabv3_resnet101', 'classifier.0.project.0.weight', [256, 1280, 1, 1]],
  ['deeplabv3_mobilenet_v3_large', 'aux_classifier.0.weight', [10, 40, 3, 3]],
  ['lraspp_mobilenet_v3_large', 'classifier.scale.1.weight', [128, 960, 1, 1]],
  ['lraspp_mobilenet_v3_large', 'classifier.low_classifier.weight', [21, 40, 1, 1]],
];

function shapesByName(network: string, options?: BuildOptions): Map<string, readonly number[]> {
  const tensors = tensorsOf(architectureNamed(network).build(options));
  return new Map(tensors.map(({ name, shape }) => [name, shape]));
}

describe('state dict names', () => {
  it.each(entries)('of %s hold %s', (network, name, shape) => {
    expect(shapesByName(network).get(name)).toEqual(shape);
  });

  it('of GoogLeNet hold the auxiliary heads only when asked for', () => {
    const name = 'aux2.fc1.weight';
    expect(shapesByName('googlenet').get(name)).toBeUndefined();
    expect(shapesByName('googlenet', { auxiliaryHeads: true }).get(name)).toEqual([1024, 2048]);
  });

  it.each(Object.keys(architectures))('of %s are all different', (network) => {
    const names = tensorsOf(architectureNamed(network).build()).map((tensor) => tensor.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
