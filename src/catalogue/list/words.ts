import type { Locale } from '../../i18n/index.ts';
import type { ListKey } from './network-list.ts';

/** The words of the list and the plot of all networks. */
export interface ListWords {
  readonly heads: Readonly<Record<ListKey, string>>;
  readonly input: string;
  readonly find: string;
  readonly task: string;
  readonly all: string;
  readonly caption: (shown: string, all: string) => string;
  readonly plot: string;
  readonly plots: Readonly<Record<'macs' | 'accuracy' | 'size', string>>;
  readonly picture: (y: string, x: string, count: string) => string;
  readonly accuracyNote: string;
}

export const listWords: Readonly<Record<Locale, ListWords>> = {
  en: {
    heads: {
      family: 'Family',
      title: 'Network',
      parameters: 'Parameters',
      macs: 'Multiply-adds',
      activations: 'Activations',
      fileBytes: 'PyTorch file',
      accuracyPercent: 'Top-1',
    },
    input: 'Input',
    find: 'Name contains',
    task: 'Made for',
    all: 'all',
    caption: (shown, all) => `${shown} of ${all} networks`,
    plot: 'Plot',
    plots: {
      macs: 'multiply-adds against parameters',
      accuracy: 'accuracy against multiply-adds',
      size: 'accuracy against parameters',
    },
    picture: (y, x, count) => `${y} against ${x} of ${count} networks, each a point`,
    accuracyNote:
      'Top-1 is what torchvision publishes for its best weights at the input named: ImageNet-1K for images, Kinetics-400 for video. Recipes differ, so part of a difference is the training and not the network.',
  },
  zh: {
    heads: {
      family: '系列',
      title: '网络',
      parameters: '参数量',
      macs: '乘加次数',
      activations: '激活值',
      fileBytes: 'PyTorch 文件',
      accuracyPercent: 'Top-1',
    },
    input: '输入',
    find: '名称包含',
    task: '用途',
    all: '全部',
    caption: (shown, all) => `共 ${all} 个网络，列出 ${shown} 个`,
    plot: '画图',
    plots: {
      macs: '乘加次数对参数量',
      accuracy: '准确率对乘加次数',
      size: '准确率对参数量',
    },
    picture: (y, x, count) => `${count} 个网络的${y}对${x}，每个网络一个点`,
    accuracyNote:
      'Top-1 是 torchvision 为其最佳权重公布的准确率，图像为 ImageNet-1K，视频为 Kinetics-400，输入尺寸如表。训练方法各不相同，差别有一部分来自训练，而不是网络。',
  },
};
