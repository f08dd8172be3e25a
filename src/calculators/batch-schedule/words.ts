import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  /** What the fields are for. */
  readonly inputs: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly units: { readonly updates: string; readonly bytes: string };
  readonly panels: {
    readonly title: string;
    readonly axis: (epochs: string) => string;
    readonly batch: (first: string, last: string) => string;
    readonly rate: (first: string, last: string) => string;
    readonly updates: (first: string, last: string) => string;
    readonly memory: (first: string, last: string) => string;
  };
  readonly dashed: string;
  readonly updates: (grown: string, fixed: string, batch: string, fewer: string) => string;
  readonly sameWork: (passes: string) => string;
  readonly perSample: (factor: string) => string;
  readonly lastStage: string;
  readonly table: {
    readonly caption: string;
    readonly columns: readonly [
      epochs: string,
      batch: string,
      rate: string,
      perSample: string,
      perEpoch: string,
      updates: string,
      memory: string,
    ];
  };
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    inputs: 'Your own schedule',
    fields: {
      samples: 'Training samples',
      epochs: 'Epochs',
      batch: 'Batch at the start',
      learningRate: 'Learning rate',
      interval: 'Epochs in a stage',
      batchFactor: 'Batch times',
      learningRateFactor: 'Rate times',
      network: 'Memory of',
      recipe: 'Optimizer',
    },
    choices: { momentum: 'SGD, momentum', sgd: 'SGD', adam: 'Adam, float32' },
    units: { updates: 'updates', bytes: 'bytes' },
    panels: {
      title: 'The schedule over its epochs.',
      axis: (epochs) => `epoch ${epochs}`,
      batch: (first, last) => `batch ${first} → ${last}`,
      rate: (first, last) => `learning rate ${first} → ${last}`,
      updates: (first, last) => `updates in an epoch ${first} → ${last}; the area is all updates`,
      memory: (first, last) => `memory ${first} → ${last}`,
    },
    dashed: 'Dashed: the batch fixed, the rate lowered so that each sample counts the same.',
    updates: (grown, fixed, batch, fewer) =>
      `${grown} updates; with the batch fixed at ${batch} it would be ${fixed}, ${fewer} as many.`,
    sameWork: (passes) => `Both run ${passes} samples forward and backward: the FLOPs are the same.`,
    perSample: (factor) => `From stage to stage the rate per sample is multiplied by ${factor}.`,
    lastStage: 'The last stage, worked out:',
    table: {
      caption: 'Stage by stage',
      columns: ['Epochs', 'Batch', 'Rate', 'Rate / batch', 'Updates an epoch', 'Updates', 'Memory'],
    },
  },
  zh: {
    inputs: '换成你的调度',
    fields: {
      samples: '训练样本数',
      epochs: '总轮数',
      batch: '起始批大小',
      learningRate: '学习率',
      interval: '每段轮数',
      batchFactor: '批大小乘以',
      learningRateFactor: '学习率乘以',
      network: '按哪个网络计内存',
      recipe: '优化器',
    },
    choices: { momentum: '带动量的 SGD', sgd: 'SGD', adam: 'Adam，float32' },
    units: { updates: '次更新', bytes: '字节' },
    panels: {
      title: '各轮中的调度。',
      axis: (epochs) => `第 ${epochs} 轮`,
      batch: (first, last) => `批大小 ${first} → ${last}`,
      rate: (first, last) => `学习率 ${first} → ${last}`,
      updates: (first, last) => `每轮更新次数 ${first} → ${last}；面积即总次数`,
      memory: (first, last) => `内存 ${first} → ${last}`,
    },
    dashed: '虚线：批大小固定，学习率相应降低，使每个样本的权重不变。',
    updates: (grown, fixed, batch, fewer) =>
      `共 ${grown} 次更新；批大小固定为 ${batch} 时是 ${fixed} 次，为前者的 ${fewer}。`,
    sameWork: (passes) => `两者都做 ${passes} 个样本的前向和反向：浮点运算次数相同。`,
    perSample: (factor) => `每进入下一段，单个样本的学习率乘以 ${factor}。`,
    lastStage: '最后一段的算式：',
    table: {
      caption: '逐段列出',
      columns: ['轮数', '批大小', '学习率', '学习率 / 批大小', '每轮更新', '更新次数', '内存'],
    },
  },
};
