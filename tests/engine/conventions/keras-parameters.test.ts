import { describe, expect, it } from 'vitest';
import { architectureNamed, countAs } from '../../../src/engine/index.ts';

/** `count_params()` of keras.applications in Keras 3, run here with the PyTorch back-end, and how far the networks differ. */
const published: readonly (readonly [name: string, parameters: number, otherThanHere?: number])[] = [
  ['xception', 22_910_480],
  ['vgg16', 138_357_544],
  ['vgg19', 143_667_240],
  // Biases in the convolutions.
  ['resnet50_v1', 25_636_712, 26_560],
  ['resnet101_v1', 44_707_176, 52_672],
  ['resnet152_v1', 60_419_944, 75_712],
  // Batch norms without scale.
  ['inception_v3', 23_851_784, -17_216],
  ['mobilenet_v1', 4_253_864],
  ['mobilenet_v2', 3_538_984],
  ['mobilenet_v3_small', 2_554_968],
  ['mobilenet_v3_large', 5_507_432],
  ['densenet121', 8_062_504],
  ['densenet169', 14_307_880],
  ['densenet201', 20_242_984],
  // The normalization of the image: mean and variance of 3 channels, and a counter.
  ['efficientnet_b0', 5_330_571, 7],
  ['efficientnet_b1', 7_856_239, 7],
  ['efficientnet_b2', 9_177_569, 7],
  ['efficientnet_b3', 12_320_535, 7],
  ['efficientnet_b4', 19_466_823, 7],
  ['efficientnet_b5', 30_562_527, 7],
  ['efficientnet_b6', 43_265_143, 7],
  ['efficientnet_b7', 66_658_687, 7],
  ['efficientnet_v2_s', 21_612_360],
  ['efficientnet_v2_m', 54_431_388],
  ['efficientnet_v2_l', 119_027_848],
  ['convnext_tiny', 28_589_128],
  ['convnext_small', 50_223_688],
  ['convnext_base', 88_591_464],
  ['convnext_large', 197_767_336],
  ['convnext_xlarge', 350_196_968],
];

const rows = published.map(([name, parameters, otherThanHere = 0]) => ({ name, parameters, otherThanHere }));

describe('the parameters Keras prints', () => {
  it.each(rows)('of $name are $parameters', ({ name, parameters, otherThanHere }) => {
    const options = name === 'inception_v3' ? { auxiliaryHeads: false } : {};
    const counted = countAs('keras', architectureNamed(name).build(options)).parameters;
    expect(counted + otherThanHere).toBe(parameters);
  });
});
