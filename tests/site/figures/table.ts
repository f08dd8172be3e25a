/** A figure that a built page must print, in both languages. */
export interface PrintedFigure {
  readonly slug: string;
  readonly what: string;
  /** As the pages write them: grouped, with a true minus, a unit without its blank. */
  readonly numbers: readonly string[];
}

const figures = (
  slug: string,
  rows: readonly (readonly [what: string, ...numbers: string[]])[],
): PrintedFigure[] => rows.map(([what, ...numbers]) => ({ slug, what, numbers }));

/**
 * Figures worked out again from the definitions, apart from this engine, note by note; where a paper, a framework or a
 * published file has them, the row says so. A page that stops printing one of them fails.
 */
export const printedFigures: readonly PrintedFigure[] = [
  ...figures('convolution-arithmetic', [
    ['SqueezeNet 1.0 at 224: a 7×7 of stride 2, then three pools rounding up', '109', '54', '27', '13'],
    ['Inception v3 at 299, layer by layer', '149', '147', '73', '71', '35', '17', '8'],
    ['GoogLeNet at 224', '112', '56', '28', '14', '7'],
    ['receptive fields published by Araujo et al. 2019', '212', '483', '315', '1,311'],
  ]),
  ...figures('transposed-convolution', [
    ['14 positions with k3 s2 p1: 28 with output padding, 27 without', '28', '27'],
    ['5 positions with k3 s3, output padding 2, dilation 2', '19'],
    ['3 to 1 channels, k2 s2 on 2×2, by input positions; by output positions', '48', '192'],
  ]),
  ...figures('dilated-convolution', [['effective kernels of a 3×3 at 1, 2, 4', '3×3', '5×5', '9×9']]),
  ...figures('separable-convolution', [
    ['1/C_out + 1/k² for 64, 128, 512 at k3 and 128 at k5', '0.1267', '0.1189', '0.1131', '0.0478'],
    ['FLOPs per byte: dense, pointwise, depthwise in float32 on 56×56, 64 channels', '132', '15.8', '2.2'],
    [
      'MobileNet v1: parameters, multiply-adds; the authors’ table',
      '4,231,976',
      '568,740,352',
      '569',
      '4.24',
    ],
  ]),
  ...figures('grouped-convolution', [
    ['parameters with bias: 64→128 k3 g1 and g32', '73,856', '2,432'],
    ['64→64 g64 and 32→64 g32', '640'],
    ['256→256 k5 g2', '819,456'],
    ['ShuffleNet 1× as the paper prints it for g = 1, 2, 3, 4, 8', '143', '140', '137', '133'],
  ]),
  ...figures('convolution-factorization', [
    ['3×3 as 1×3 and 3×1', '0.667', '−33.3%'],
    ['3×3 as two 2×2', '0.889', '−11.1%'],
    ['5×5 as two 3×3', '0.720', '−28.0%'],
    ['7×7 as three 3×3', '0.551'],
    ['5×5 and 7×7 as a row and a column', '−60.0%', '−71.4%'],
    ['Mixed_6b of Inception v3: the pair, the 7×7, their ratio', '82,862,080', '348,020,736', '0.238'],
    ['Inception v3 without and with its auxiliary head', '23,834,568', '27,161,264'],
    ['Inception v3 at 299 and at 224', '5.7132GMACs', '2.8379GMACs'],
  ]),
  ...figures('pseudo-3d-convolution', [
    ['3×3×3 as 1×3×3 and 3×1×1: 12/27', '−55.6%'],
    ['a bottleneck 256–64–64–256 with the pair, and with 3×3×3', '81,920', '143,360', '0.444', '0.571'],
    ['middle channels of (2+1)D for 64→64 and 64→128', '144', '230'],
    [
      'R(2+1)D-18: torchvision’s, and with the middle worked out for each convolution',
      '31,505,325',
      '33,370,839',
    ],
    ['R3D-18 and MC3-18', '33,371,472', '11,695,440'],
    ['multiply-adds of the three', '40.519', '40.697', '43.343'],
    ['C3D and P3D-199 by arithmetic', '320.0MB', '266.6MB'],
  ]),
  ...figures('bottleneck', [
    ['a bottleneck, two wide 3×3, two narrow 3×3', '69,632', '1,179,648', '16.9', '73,728'],
    ['ResNet-50 v1 and v1.5', '3,857,973,248', '4,089,184,256', '25,557,032'],
    ['v1 without its projection shortcuts', '3,498,311,680'],
    ['ResNet-34', '21,797,672', '3.6638G'],
    ['24–144–144–24', '8,208'],
  ]),
  ...figures('flops-and-macs', [
    ['Llama 2 7B: parameters, multiply-adds for 128 tokens', '6,738,415,616', '850,000,871,424'],
  ]),
  ...figures('counting-tools', [
    [
      'ResNet-50: 4.09 G multiply-adds in torchvision’s table, 8.21 GFLOPs in calflops',
      '4,089,184,256',
      '8,211,108,352',
    ],
    [
      'ViT-B/16 whole, 17.56; under autograd, 16.86; in the fused kernel, 11.28',
      '17,563,828,224',
      '16,864,992,232',
      '11,280,354,280',
    ],
  ]),
  ...figures('model-size', [
    ['resnet18: (parameters + buffers) × 4, and the file', '46,796,448', '46,827,520'],
    ['resnet34', '87,258,784', '87,306,240'],
    ['resnet50', '102,440,608', '102,502,400'],
    ['inception_v3 with its auxiliary head', '108,789,952', '108,857,766'],
    ['ResNet-50 in Keras: parameters, statistics, biases', '25,636,712', '53,120', '26,560'],
    ['int8 files worked out', '24.56MiB', '3.46MiB', '132.05MiB', '58.22MiB'],
  ]),
  ...figures('memory', [
    ['16 bytes of Adam for each parameter of ResNet-50', '408.9MB'],
    ['VGG-16’s activations: values, and bytes in float32', '15,237,608', '60.95MB'],
  ]),
  ...figures('roofline', [['FLOPs per byte: dense, pointwise, depthwise', '132', '15.8', '2.25']]),
  ...figures('quantization', [
    ['ResNet-50 in the ONNX model zoo: MiB, top-1, speed', '97.8', '24.6', '74.97', '74.77', '1.82'],
    ['MobileNetV2', '13.3', '3.5', '69.48', '68.30', '1.05'],
    ['VGG-16', '527.8', '132', '72.38', '72.32', '2.31'],
    ['SqueezeNet, ShuffleNetV2, AlexNet', '1.31', '8.79', '2.28', '1.62', '233', '58', '2.26'],
    ['EfficientNet-Lite4', '51.9', '13', '80.4', '77.56'],
    ['MobileNetV3 per tensor and per channel in one report', '76.33', '14.33', '69'],
  ]),
  ...figures('dynamic-batch', [
    ['50,000 samples, 100 epochs, 128 to 2048 against a fixed 128', '15,180', '39,100', '2.58'],
    ['the learning rate of one sample: 0.75 / 2', '0.375'],
  ]),
];
