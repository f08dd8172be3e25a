import type { Locale } from '../../i18n/index.ts';
import type { Place } from './chosen.ts';
import type { Quantity } from './quantities.ts';

/** The words of the comparison. */
export interface CompareWords {
  readonly places: Readonly<Record<Place, string>>;
  readonly nobody: string;
  readonly choose: string;
  readonly caption: (first: string) => string;
  readonly quantity: string;
  readonly names: Readonly<Record<Quantity['name'], string>>;
  readonly input: string;
  readonly kinds: string;
  readonly kindsCaption: string;
  readonly kind: string;
  readonly stages: string;
  readonly loading: string;
  readonly unavailable: string;
}

export const compareWords: Readonly<Record<Locale, CompareWords>> = {
  en: {
    places: { a: 'First', b: 'Second', c: 'Third', d: 'Fourth' },
    nobody: 'none',
    choose: 'Choose two to four networks',
    caption: (first) => `Totals at each network’s own input; below, the ratio to ${first}`,
    quantity: 'Quantity',
    names: {
      parameters: 'Parameters',
      macs: 'Multiply-adds',
      activations: 'Activations',
      intensity: 'FLOPs per byte, float32',
      layers: 'Operators',
      weights: 'Weights, float32',
      file: 'PyTorch file, float32',
      peakInference: 'Peak activations, inference',
      peakTraining: 'Peak activations, training',
    },
    input: 'Input',
    kinds: 'Where the multiply-adds are',
    kindsCaption: 'Share of each network’s multiply-adds by kind of operator',
    kind: 'Operator',
    stages: 'Stage by stage',
    loading: 'The networks are being computed.',
    unavailable: 'The script that builds networks could not be loaded.',
  },
  zh: {
    places: { a: '第一个', b: '第二个', c: '第三个', d: '第四个' },
    nobody: '无',
    choose: '选择两到四个网络',
    caption: (first) => `各网络在其自身输入下的总量；下方是与 ${first} 之比`,
    quantity: '量',
    names: {
      parameters: '参数量',
      macs: '乘加次数',
      activations: '激活值',
      intensity: 'FLOPs/字节，float32',
      layers: '算子数',
      weights: '权重，float32',
      file: 'PyTorch 文件，float32',
      peakInference: '推理时激活值的峰值内存',
      peakTraining: '训练时激活值的峰值内存',
    },
    input: '输入',
    kinds: '乘加分布在哪里',
    kindsCaption: '各类算子在每个网络乘加中所占的份额',
    kind: '算子',
    stages: '逐阶段比较',
    loading: '正在计算这些网络。',
    unavailable: '构建网络的脚本未能加载。',
  },
};
