import * as blocks from '../../../src/calculators/blocks/state.ts';
import * as cost from '../../../src/calculators/convolution-cost/state.ts';
import * as walk from '../../../src/calculators/convolution-walk/state.ts';
import * as layerFields from '../../../src/calculators/convolution/fields.ts';
import { readConvolution } from '../../../src/calculators/convolution/state.ts';
import * as dilated from '../../../src/calculators/dilated/state.ts';
import * as splitFields from '../../../src/calculators/factorization/fields.ts';
import { readFactorization } from '../../../src/calculators/factorization/state.ts';
import * as grouped from '../../../src/calculators/grouped/state.ts';
import { kindsAt } from '../../../src/calculators/kinds/kinds.ts';
import * as kinds from '../../../src/calculators/kinds/state.ts';
import * as separable from '../../../src/calculators/separable/state.ts';
import * as unit from '../../../src/calculators/shufflenet-unit/state.ts';
import * as transposed from '../../../src/calculators/transposed/state.ts';
import { at } from '../../../src/engine/index.ts';
import { positionsRead } from '../../../src/figures/convolution-walk/walk.ts';
import type { CalculatorCase } from './calculator-case.ts';
import { calculatorCase } from './calculator-case.ts';

const splitCase = (name: string, slug: string, fields: CalculatorCase['fields']): CalculatorCase =>
  calculatorCase({
    name,
    slug,
    anchor: 'ex-split',
    change: ['grid', fields === splitFields.fields ? '18' : '57'],
    prefix: splitFields.prefix,
    fields,
    read: readFactorization,
    numbers: ({ factorization, input }, show) => [
      show.integer(factorization.whole.macs(input)),
      show.integer(factorization.macs(input)),
      show.trimmed(factorization.macsRatio(input), 3),
    ],
  });

/** The calculators of one layer or block. */
export const convolutionCases: readonly CalculatorCase[] = [
  calculatorCase({
    name: 'convolution',
    slug: 'convolution-arithmetic',
    anchor: 'ex-layer',
    change: ['inChannels', '128'],
    prefix: layerFields.prefix,
    fields: layerFields.fields,
    read: (typed) => {
      const { checked, layer } = readConvolution(typed);
      return { checked, result: layer };
    },
    numbers: ({ parts, convention }, show) => {
      const total = (of: (part: (typeof parts)[number]) => number): number =>
        parts.reduce((sum, part) => sum + of(part), 0);
      const macs = total(({ operator, input }) => operator.macs(input));
      return [
        show.shape(at(parts, parts.length - 1).output),
        show.integer(total(({ operator }) => operator.parameters)),
        show.integer(macs),
        ...(convention === 'two-and-bias' ? [] : [show.integer(convention === 'two' ? 2 * macs : macs)]),
      ];
    },
  }),
  calculatorCase({
    name: 'convolution-cost',
    slug: 'flops-and-macs',
    anchor: 'ex-convolution',
    change: ['inChannels', '128'],
    prefix: cost.prefix,
    fields: cost.fields,
    read: (typed) => {
      const { checked, layer } = cost.readConvolutionCost(typed);
      return { checked, result: layer };
    },
    numbers: (layer, show) => {
      const macs = layer.operator.macs(cost.inputOf(layer));
      return [show.integer(layer.operator.parameters), show.integer(macs), show.integer(2 * macs)];
    },
  }),
  calculatorCase({
    name: 'convolution-walk',
    slug: 'convolution-arithmetic',
    anchor: 'fig-walk',
    change: ['input', '6'],
    prefix: walk.prefix,
    fields: walk.fields,
    read: walk.readWalk,
    numbers: ({ walk: sizes, chosen, outputs }, _, locale) => {
      const across = Math.sqrt(outputs);
      const list = (position: number): string =>
        positionsRead(sizes, position)
          .map((each) => String(each).replace('-', '\u2212'))
          .join(locale === 'zh' ? '、' : ', ');
      return [list(Math.floor(chosen / across)), list(chosen % across)];
    },
  }),
  splitCase('factorization', 'convolution-factorization', splitFields.fields),
  splitCase('factorization-volume', 'pseudo-3d-convolution', splitFields.volumeFields),
  calculatorCase({
    name: 'blocks',
    slug: 'bottleneck',
    anchor: 'ex-blocks',
    change: ['grid', '57'],
    prefix: blocks.prefix,
    fields: blocks.fields,
    read: (typed) => {
      const { checked, blocks: result } = blocks.readBlocks(typed);
      return { checked, result };
    },
    numbers: (compared, show) =>
      compared.flatMap(({ block }) =>
        block === undefined
          ? []
          : [block.weights, block.macs, block.activationElements].map((count) => show.integer(count)),
      ),
  }),
  calculatorCase({
    name: 'dilated',
    slug: 'dilated-convolution',
    anchor: 'ex-own',
    change: ['dilations', '1, 2, 4'],
    prefix: dilated.prefix,
    fields: dilated.fields,
    read: (typed) => {
      const { checked, stack } = dilated.readDilated(typed);
      return { checked, result: stack };
    },
    numbers: ({ kernel, layers }, show) => {
      const field = 1 + layers.reduce((total, { dilation }) => total + dilation * (kernel - 1), 0);
      return [show.integer(field), ...layers.map(({ reach }) => show.integer(reach.reachedPositions))];
    },
  }),
  calculatorCase({
    name: 'grouped',
    slug: 'grouped-convolution',
    anchor: 'ex-grouped',
    change: ['grid', '57'],
    prefix: grouped.prefix,
    fields: grouped.fields,
    read: grouped.readGrouped,
    numbers: ({ grouped: own, input }, show) => [show.integer(own.parameters), show.integer(own.macs(input))],
  }),
  calculatorCase({
    name: 'kinds',
    slug: 'kinds-of-convolution',
    anchor: 'ex-kinds',
    change: ['frames', '9'],
    prefix: kinds.prefix,
    fields: kinds.fields,
    read: (typed) => {
      const { checked, size } = kinds.readKinds(typed);
      return { checked, result: size && kindsAt(size) };
    },
    numbers: (all, show) =>
      all.flatMap((kind) => [
        show.integer(kind.convolutions.reduce((total, { parameters }) => total + parameters, 0)),
        show.prefixed(kind.macs, '', 1),
        show.shape(kind.outputShape),
      ]),
  }),
  calculatorCase({
    name: 'separable',
    slug: 'separable-convolution',
    anchor: 'ex-separable',
    change: ['grid', '57'],
    prefix: separable.prefix,
    fields: separable.fields,
    read: separable.readSeparable,
    numbers: ({ layer: { whole, depthwise, pointwise }, input }, show) => {
      const [, height, width] = input;
      const macs = [whole, depthwise, pointwise].map(({ parameters }) => parameters * height * width);
      const [all = 0, first = 0, second = 0] = macs;
      return [all, first + second, ...macs].map((count) => show.integer(count));
    },
  }),
  calculatorCase({
    name: 'shufflenet-unit',
    slug: 'grouped-convolution',
    anchor: 'ex-unit',
    change: ['grid', '29'],
    prefix: unit.prefix,
    fields: unit.fields,
    read: (typed) => {
      const { checked, units } = unit.readShuffleNetUnit(typed);
      return { checked, result: units };
    },
    numbers: ({ resnet, resnext, shufflenet }, show) =>
      [resnet, resnext, shufflenet].map(({ macs }) => show.integer(macs)),
  }),
  calculatorCase({
    name: 'transposed',
    slug: 'transposed-convolution',
    anchor: 'ex-own',
    change: ['inputSize', '3'],
    prefix: transposed.prefix,
    fields: transposed.fields,
    read: (typed) => {
      const { checked, axis } = transposed.readTransposed(typed);
      return { checked, result: axis };
    },
    numbers: ({ outputSize }, show) => [show.integer(outputSize)],
  }),
];
