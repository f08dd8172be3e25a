import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Choices that are not names of networks or formats. */
  readonly choices: Readonly<Record<string, string>>;
  readonly bytes: string;
  readonly samples: string;
  readonly fits: (total: string, device: string) => string;
  readonly doesNotFit: (total: string, device: string) => string;
  /** Not one sample fits; said in place of the line of the largest batch. */
  readonly notOne: string;
  readonly most: (batch: string) => string;
  readonly scores: string;
  readonly unavailable: string;
  /** Labels of the plot. */
  readonly plot: {
    readonly forward: string;
    readonly backward: Readonly<Record<'training' | 'checkpointing', string>>;
    readonly peak: (amount: string, path: string) => string;
    readonly title: string;
  };
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      network: 'Network',
      side: 'Image height and width',
      tokens: 'Tokens in the sequence',
      batch: 'Batch',
      mode: 'What is run',
      dtype: 'Activations in',
      recipe: 'Optimizer',
      deviceGib: 'Memory, GiB',
    },
    choices: {
      inference: 'inference',
      training: 'training',
      checkpointing: 'checkpointing',
      adam: 'Adam, float32',
      adamMixedPrecision: 'Adam, 16-bit',
      momentum: 'SGD, momentum',
      sgd: 'SGD',
    },
    bytes: 'bytes',
    samples: 'samples',
    fits: (total, device) => `${total}: fits into ${device}.`,
    doesNotFit: (total, device) => `${total}: does not fit into ${device}.`,
    notOne: 'Not even one sample fits.',
    most: (batch) => `Batches of up to ${batch} fit.`,
    scores: 'Attention’s scores are counted as stored; fused attention keeps them on chip.',
    unavailable: 'The networks could not be loaded. What is shown is the last result.',
    plot: {
      forward: 'forward →',
      backward: { training: 'backward →', checkpointing: 'segments again, backward →' },
      peak: (amount, path) => `${amount} at ${path}`,
      title: 'Activations in memory at every step.',
    },
  },
  zh: {
    fields: {
      network: '网络',
      side: '图像的高和宽',
      tokens: '序列的词元数',
      batch: '批大小',
      mode: '运行方式',
      dtype: '激活值的格式',
      recipe: '优化器',
      deviceGib: '显存（GiB）',
    },
    choices: {
      inference: '推理',
      training: '训练',
      checkpointing: '训练（重计算）',
      adam: 'Adam，float32',
      adamMixedPrecision: 'Adam，16 位',
      momentum: '带动量的 SGD',
      sgd: 'SGD',
    },
    bytes: '字节',
    samples: '个样本',
    fits: (total, device) => `共 ${total}，${device} 放得下。`,
    doesNotFit: (total, device) => `共 ${total}，${device} 放不下。`,
    notOne: '连一个样本也放不下。',
    most: (batch) => `批大小最大可取 ${batch}。`,
    scores: '注意力的分数矩阵按存入内存计；融合注意力把它留在片上。',
    unavailable: '网络没有加载成功，所示仍是上一次的结果。',
    plot: {
      forward: '前向 →',
      backward: { training: '反向 →', checkpointing: '逐段重算并反向 →' },
      peak: (amount, path) => `${amount}，在 ${path}`,
      title: '每一步时内存中的激活值。',
    },
  },
};
