import type { ResidualUnitName } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly macs: string;
  readonly units: Readonly<Record<ResidualUnitName, string>>;
  readonly shares: (resnext: string, shufflenet: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      channels: 'Channels of the unit',
      middleChannels: 'Bottleneck channels',
      groups: 'Number of groups',
      grid: 'Grid height and width',
    },
    macs: 'MACs',
    units: {
      resnet: 'ResNet: dense 1×1, 3×3, 1×1',
      resnext: 'ResNeXt: grouped 3×3',
      shufflenet: 'ShuffleNet: grouped 1×1, depthwise 3×3',
    },
    shares: (resnext, shufflenet) =>
      `Of the ResNet unit’s multiply-adds the ResNeXt unit costs ${resnext}, the ShuffleNet unit ${shufflenet}.`,
  },
  zh: {
    fields: {
      channels: '单元的通道数',
      middleChannels: '瓶颈通道数',
      groups: '分组数',
      grid: '网格的高和宽',
    },
    macs: '次乘加',
    units: {
      resnet: 'ResNet：标准的 1×1、3×3、1×1',
      resnext: 'ResNeXt：3×3 分组',
      shufflenet: 'ShuffleNet：1×1 分组，3×3 逐通道',
    },
    shares: (resnext, shufflenet) =>
      `ResNeXt 单元的乘加次数是 ResNet 单元的 ${resnext}，ShuffleNet 单元是 ${shufflenet}。`,
  },
};
