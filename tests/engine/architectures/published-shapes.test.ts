import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/engine/index.ts';
import { architectureNamed, rowAt, summarize } from '../../../src/engine/index.ts';

/** Positions of the last axis after each of the operators. */
function widthsAt(name: string, paths: readonly string[], options?: BuildOptions): (number | undefined)[] {
  const summary = summarize(architectureNamed(name).build(options));
  return paths.map((path) => rowAt(summary, path).outputShape.at(-1));
}

describe('sizes along the networks', () => {
  it('are 149, 147, 147, 73, 73, 71, 35, 17, 8 in Inception v3 at 299 (Szegedy et al. 2016, table 1)', () => {
    const paths = [
      'Conv2d_1a_3x3.conv',
      'Conv2d_2a_3x3.conv',
      'Conv2d_2b_3x3.conv',
      'maxpool1',
      'Conv2d_3b_1x1.conv',
      'Conv2d_4a_3x3.conv',
      'maxpool2',
      'Mixed_6a.cat',
      'Mixed_7a.cat',
    ];
    expect(widthsAt('inception_v3', paths)).toEqual([149, 147, 147, 73, 73, 71, 35, 17, 8]);
  });

  it('are 109, 54, 27, 13 in SqueezeNet 1.0, whose poolings round up', () => {
    const paths = ['features.0', 'features.2', 'features.6', 'features.11'];
    expect(widthsAt('squeezenet1_0', paths)).toEqual([109, 54, 27, 13]);
  });

  it('are 111, 55, 27, 13 in SqueezeNet 1.1', () => {
    const paths = ['features.0', 'features.2', 'features.5', 'features.8'];
    expect(widthsAt('squeezenet1_1', paths)).toEqual([111, 55, 27, 13]);
  });

  it('are 112, 56, 28, 14, 7 in GoogLeNet, whose poolings round up', () => {
    const paths = ['conv1.conv', 'maxpool1', 'maxpool2', 'maxpool3', 'maxpool4'];
    expect(widthsAt('googlenet', paths)).toEqual([112, 56, 28, 14, 7]);
  });

  it('are 55, 27, 13, 6 in AlexNet', () => {
    const paths = ['features.0', 'features.2', 'features.5', 'features.12'];
    expect(widthsAt('alexnet', paths)).toEqual([55, 27, 13, 6]);
  });

  it('are 149, 147, 74, 37, 19, 10 in Xception at 299 (Chollet 2017, figure 5)', () => {
    const paths = ['conv1', 'conv2', 'block1.add', 'block2.add', 'block3.add', 'block12.add'];
    expect(widthsAt('xception', paths)).toEqual([149, 147, 74, 37, 19, 10]);
  });

  it('stay at an eighth in the dilated stages of a segmentation ResNet', () => {
    const paths = [
      'backbone.layer2.3.relu',
      'backbone.layer3.5.relu',
      'backbone.layer4.2.relu',
      'interpolate',
    ];
    expect(widthsAt('fcn_resnet50', paths)).toEqual([65, 65, 65, 520]);
  });

  it('come back to the input they are summarized at, not the one the network was built for', () => {
    const network = architectureNamed('lraspp_mobilenet_v3_large').build();
    expect(summarize(network, [3, 224, 320]).outputShape).toEqual([21, 224, 320]);
  });

  it('leave 512×1×4×4 before the 8192 features of C3D (Tran et al. 2015)', () => {
    const summary = summarize(architectureNamed('c3d').build());
    expect(rowAt(summary, 'pool5').outputShape).toEqual([512, 1, 4, 4]);
    expect(rowAt(summary, 'flatten').outputShape).toEqual([8192]);
  });

  it('leave one frame of 10×10 to the last stage of P3D, then 5×5', () => {
    const summary = summarize(architectureNamed('p3d199').build());
    expect(rowAt(summary, 'maxpool_2.3').outputShape).toEqual([1024, 1, 10, 10]);
    expect(rowAt(summary, 'layer4.2.relu').outputShape).toEqual([2048, 1, 5, 5]);
  });
});

describe('channels along the networks', () => {
  it('are twice as many in the middle of a Wide ResNet-50-2 block, and as many at its ends', () => {
    const summary = summarize(architectureNamed('wide_resnet50_2').build());
    const shapes = ['conv1', 'conv2', 'conv3'].map((conv) => rowAt(summary, `layer4.2.${conv}`).outputShape);
    expect(shapes).toEqual([
      [1024, 7, 7],
      [1024, 7, 7],
      [2048, 7, 7],
    ]);
  });

  it('are 4 per group and 32 groups in the first stage of ResNeXt-50 32×4d', () => {
    const row = rowAt(summarize(architectureNamed('resnext50_32x4d').build()), 'layer1.0.conv2');
    expect(row.outputShape).toEqual([128, 56, 56]);
    expect(row.node.operator.tensors.map((tensor) => tensor.shape)).toEqual([[128, 4, 3, 3]]);
  });

  // Radosavovic et al. 2020, figures 16 and 17; pycls MODEL_ZOO.
  it.each([
    ['regnet_y_400mf', [48, 104, 208, 440]],
    ['regnet_x_400mf_pycls', [32, 64, 160, 384]],
    ['regnet_x_400mf', [32, 64, 160, 400]],
    ['regnet_y_800mf_pycls', [64, 128, 320, 768]],
    ['regnet_y_800mf', [64, 144, 320, 784]],
    ['regnet_y_8gf_pycls', [168, 448, 896, 2016]],
    ['regnet_y_8gf', [224, 448, 896, 2016]],
    ['regnet_y_32gf', [232, 696, 1392, 3712]],
  ])('are those of %s stage by stage', (name, channels) => {
    const summary = summarize(architectureNamed(name).build());
    const stages = channels.map((_, stage) => {
      const path = `trunk_output.block${stage + 1}.block${stage + 1}-0.activation`;
      return rowAt(summary, path).outputShape[0];
    });
    expect(stages).toEqual(channels);
  });

  it('grow by 32 with every layer of DenseNet-121: 64 in, 256 out of the first block', () => {
    const summary = summarize(architectureNamed('densenet121').build());
    expect(rowAt(summary, 'features.denseblock1.denselayer2.cat').outputShape[0]).toBe(96);
    expect(rowAt(summary, 'features.denseblock1.cat').outputShape[0]).toBe(256);
  });

  it('keep a sixteenth of the size in the dilated last group of the segmentation MobileNetV3', () => {
    const summary = summarize(architectureNamed('deeplabv3_mobilenet_v3_large').build());
    expect(rowAt(summary, 'backbone.13.block.1.0').outputShape).toEqual([672, 33, 33]);
    expect(rowAt(summary, 'backbone.13.block.1.0').node.operator.spec).toMatchObject({ dilation: [2, 2] });
  });
});
