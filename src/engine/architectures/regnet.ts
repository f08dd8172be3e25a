import type { NetworkBuilder, Value } from '../network/index.ts';
import { squeezeExcitation } from '../network/index.ts';
import { activation, add } from '../ops/index.ts';
import type { Architecture } from './architecture.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf, convNormActivation, linearClassifier } from './blocks.ts';
import type { RegNetParameters, RegNetStage } from './regnet-widths.ts';
import { regNetStages } from './regnet-widths.ts';

/** X is plain, Y has a squeeze-and-excitation in each block. */
type Kind = 'X' | 'Y';

/**
 * A RegNet: a stem and stages of bottlenecks whose middle is as wide as their ends (ratio 1) and grouped.
 *
 * Source: Radosavovic et al. 2020, sections 3 and 5; torchvision/models/regnet.py (0.21.0).
 */
function regNet(kind: Kind, label: string, parameters: RegNetParameters): Architecture {
  return defineArchitecture({
    title: `RegNet${kind}-${label}`,
    sources: kind === 'Y' ? ['radosavovic2020', 'hu2018'] : ['radosavovic2020'],
    input: [3, 224, 224],
    grow: (net, { classes }) => {
      let value = convNormActivation(net, 'stem', net.input, { outChannels: 32, kernel: 3, stride: 2 });
      regNetStages(parameters).forEach((stage, index) => {
        for (let block = 0; block < stage.blocks; block++) {
          const path = `trunk_output.block${index + 1}.block${index + 1}-${block}`;
          value = bottleneck(net, path, value, kind, stage, block === 0 ? 2 : 1);
        }
      });
      return linearClassifier(net, 'fc', value, classes);
    },
  });
}

function bottleneck(
  net: NetworkBuilder,
  path: string,
  input: Value,
  kind: Kind,
  { channels: outChannels, groups }: RegNetStage,
  stride: number,
): Value {
  const inChannels = channelsOf(input);
  const shortcut =
    stride !== 1 || inChannels !== outChannels
      ? convNormActivation(net, `${path}.proj`, input, { outChannels, stride, activation: 'none' })
      : input;
  const entered = convNormActivation(net, `${path}.f.a`, input, { outChannels });
  const worked = convNormActivation(net, `${path}.f.b`, entered, { outChannels, kernel: 3, stride, groups });
  const gated = kind === 'Y' ? gate(net, `${path}.f.se`, worked, inChannels) : worked;
  const left = convNormActivation(net, `${path}.f.c`, gated, { outChannels, activation: 'none' });
  const sum = net.add(`${path}.add`, add(), [shortcut, left]);
  return net.add(`${path}.activation`, activation('relu'), [sum]);
}

/** A quarter of the block's input channels, not of its own width. */
function gate(net: NetworkBuilder, path: string, input: Value, blockInChannels: number): Value {
  const squeezeChannels = Math.round(blockInChannels / 4);
  return squeezeExcitation(net, path, input, { squeezeChannels, activation: 'relu', gate: 'sigmoid' });
}

type Row = readonly [
  label: string,
  depth: number,
  initialWidth: number,
  slope: number,
  multiplier: number,
  groupWidth: number,
];

/** torchvision has these. */
const torchvisionX = {
  regnet_x_400mf: ['400MF', 22, 24, 24.48, 2.54, 16],
  regnet_x_800mf: ['800MF', 16, 56, 35.73, 2.28, 16],
  regnet_x_1_6gf: ['1.6GF', 18, 80, 34.01, 2.25, 24],
  regnet_x_3_2gf: ['3.2GF', 25, 88, 26.31, 2.25, 48],
  regnet_x_8gf: ['8GF', 23, 80, 49.56, 2.88, 120],
  regnet_x_16gf: ['16GF', 22, 216, 55.59, 2.1, 128],
  regnet_x_32gf: ['32GF', 23, 320, 69.86, 2, 168],
} as const satisfies Record<string, Row>;

const torchvisionY = {
  regnet_y_400mf: ['400MF', 16, 48, 27.89, 2.09, 8],
  regnet_y_800mf: ['800MF', 14, 56, 38.84, 2.4, 16],
  regnet_y_1_6gf: ['1.6GF', 27, 48, 20.71, 2.65, 24],
  regnet_y_3_2gf: ['3.2GF', 21, 80, 42.63, 2.66, 24],
  regnet_y_8gf: ['8GF', 17, 192, 76.82, 2.19, 56],
  regnet_y_16gf: ['16GF', 18, 200, 106.23, 2.48, 112],
  regnet_y_32gf: ['32GF', 20, 232, 115.89, 2.53, 232],
  regnet_y_128gf: ['128GF', 27, 456, 160.83, 2.52, 264],
} as const satisfies Record<string, Row>;

/** Sizes of the paper that torchvision left out, and those whose widths it rounds otherwise. */
const paperX = {
  regnet_x_200mf: ['200MF', 13, 24, 36.44, 2.49, 8],
  regnet_x_400mf_pycls: ['400MF (pycls)', 22, 24, 24.48, 2.54, 16],
  regnet_x_600mf: ['600MF', 16, 48, 36.97, 2.24, 24],
  regnet_x_4gf: ['4.0GF', 23, 96, 38.65, 2.43, 40],
  regnet_x_6_4gf: ['6.4GF', 17, 184, 60.83, 2.07, 56],
  regnet_x_12gf: ['12GF', 19, 168, 73.36, 2.37, 112],
} as const satisfies Record<string, Row>;

const paperY = {
  regnet_y_200mf: ['200MF', 13, 24, 36.44, 2.49, 8],
  regnet_y_600mf: ['600MF', 15, 48, 32.54, 2.32, 16],
  regnet_y_800mf_pycls: ['800MF (pycls)', 14, 56, 38.84, 2.4, 16],
  regnet_y_4gf: ['4.0GF', 22, 96, 31.41, 2.24, 64],
  regnet_y_6_4gf: ['6.4GF', 25, 112, 33.22, 2.27, 72],
  regnet_y_8gf_pycls: ['8GF (pycls)', 17, 192, 76.82, 2.19, 56],
  regnet_y_12gf: ['12GF', 19, 168, 73.36, 2.37, 112],
} as const satisfies Record<string, Row>;

function family(
  kind: Kind,
  fit: RegNetParameters['fit'],
  rows: Readonly<Record<string, Row>>,
): Record<string, Architecture> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, [label, depth, initialWidth, slope, multiplier, groupWidth]]) => [
      name,
      regNet(kind, label, { depth, initialWidth, slope, multiplier, groupWidth, fit }),
    ]),
  );
}

/** RegNetX and RegNetY in all sizes of torchvision and of the paper. */
export const regNets: Readonly<Record<string, Architecture>> = {
  ...family('X', 'torchvision', torchvisionX),
  ...family('Y', 'torchvision', torchvisionY),
  ...family('X', 'pycls', paperX),
  ...family('Y', 'pycls', paperY),
};
