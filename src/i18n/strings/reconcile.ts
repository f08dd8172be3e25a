import type { ReconcileStepName } from '../../engine/index.ts';
import type { Locale } from '../locales.ts';

/** The names of the steps between two counts. Apart from the other strings, so that a page's script carries only these. */
export interface ReconcileWords {
  readonly steps: Readonly<Record<ReconcileStepName, string>>;
  /** A rounding or a gap of the first number, taken back. */
  readonly undone: (step: string) => string;
}

export const reconcileWords: Readonly<Record<Locale, ReconcileWords>> = {
  en: {
    steps: {
      macs: 'multiply-adds',
      stridePlace: 'stride in the first 1×1 (v1)',
      width: 'width',
      inputSize: 'input size',
      classes: 'classes',
      auxiliaryHead: 'auxiliary head left out',
      projections: 'projection shortcuts left out',
      classifier: 'fully connected layers left out',
      unseenProjections: 'projections of attention, not seen',
      unseenProducts: 'matrix products of attention, not seen',
      unseenLayers: 'layers not seen',
      maskedPairs: 'masked pairs of attention',
      einsumRounding: 'einsum, rounded to 4 digits',
      transposedConvolution: 'transposed convolutions, by other positions',
      doubling: 'two operations a multiply-add (×2)',
      bias: 'biases',
      linearAdditions: 'additions in linear layers',
      normalization: 'normalization',
      activations: 'activations',
      pooling: 'pooling',
      softmax: 'softmax',
      elementwise: 'sums and products',
      resampling: 'resampling',
      recurrentCells: 'recurrent cells',
      weightsOnce: 'weights of norms, once each',
      batch: 'batch',
      backward: 'backward pass (×3)',
      rounded: 'rounding',
      cutOff: 'digits cut off',
      open: 'open: nothing here explains it',
    },
    undone: (step) => `${step}, taken back`,
  },
  zh: {
    steps: {
      macs: '次乘加',
      stridePlace: '步长放在第一个 1×1（v1）',
      width: '宽度',
      inputSize: '输入尺寸',
      classes: '类别数',
      auxiliaryHead: '不计辅助头',
      projections: '不计投影捷径',
      classifier: '不计全连接层',
      unseenProjections: '注意力的投影，未被看到',
      unseenProducts: '注意力的矩阵乘，未被看到',
      unseenLayers: '未被看到的层',
      maskedPairs: '注意力中被掩码的部分',
      einsumRounding: 'einsum，舍入到 4 位数字',
      transposedConvolution: '转置卷积，按别的位置数计',
      doubling: '一次乘加计两次运算（×2）',
      bias: '偏置',
      linearAdditions: '线性层的加法',
      normalization: '归一化',
      activations: '激活函数',
      pooling: '池化',
      softmax: 'softmax',
      elementwise: '逐元素的加与乘',
      resampling: '重采样',
      recurrentCells: '循环单元',
      weightsOnce: '归一化的权重，各计一次',
      batch: '批大小',
      backward: '反向传播（×3）',
      rounded: '四舍五入',
      cutOff: '截去末尾数字',
      open: '未解：这里没有哪一步能解释',
    },
    undone: (step) => `退回：${step}`,
  },
};
