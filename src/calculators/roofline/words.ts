import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Choices that are not names of networks or devices. */
  readonly choices: Readonly<Record<string, string>>;
  readonly perByte: string;
  /** The same behind a number. */
  readonly perByteUnit: string;
  /** What the answer's numbers are. */
  readonly rows: Readonly<Record<'seconds' | 'computeSeconds' | 'memoryShare' | 'elementwiseShare', string>>;
  readonly ofTheTime: (share: string) => string;
  /** All layers in a row take this long at least; the arithmetic alone would take that. */
  readonly total: (time: string, computing: string) => string;
  readonly caption: (shown: string, all: string) => string;
  readonly heads: readonly [string, string, string, string, string];
  readonly bound: Readonly<Record<'compute' | 'memory', string>>;
  readonly unavailable: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      network: 'Network',
      side: 'Image height and width',
      tokens: 'Tokens in the sequence',
      batch: 'Batch',
      device: 'Device',
      peak: 'Peak, TFLOP/s',
      bandwidth: 'Bandwidth, GB/s',
      precision: 'Number format',
      elementwise: 'Norms, activations',
    },
    choices: {
      own: 'your own',
      float16: 'float16, bfloat16',
      apart: 'run by themselves',
      fused: 'fused',
    },
    perByte: 'FLOPs per byte',
    perByteUnit: 'FLOPs per byte',
    rows: {
      seconds: 'At least, layer after layer',
      computeSeconds: 'All FLOPs at peak',
      memoryShare: 'Waiting for memory',
      elementwiseShare: 'Layers without multiply-adds, not in the plot',
    },
    ofTheTime: (share) => `${share} of the time`,
    total: (time, computing) =>
      `At least ${time}, layer after layer; all FLOPs at peak would be ${computing}.`,
    caption: (shown, all) => `The ${shown} longest of ${all} layers`,
    heads: ['Layer', 'FLOPs per byte', 'At least', 'Share', 'Bound by'],
    bound: { compute: 'arithmetic', memory: 'memory' },
    unavailable: 'The networks could not be loaded. What is shown is the last result.',
  },
  zh: {
    fields: {
      network: '网络',
      side: '图像的高和宽',
      tokens: '序列的词元数',
      batch: '批大小',
      device: '设备',
      peak: '峰值（TFLOP/s）',
      bandwidth: '带宽（GB/s）',
      precision: '数值格式',
      elementwise: '归一化与激活函数',
    },
    choices: {
      own: '自己填',
      float16: 'float16、bfloat16',
      apart: '单独执行',
      fused: '融合',
    },
    perByte: '每字节的 FLOPs',
    perByteUnit: 'FLOPs/字节',
    rows: {
      seconds: '逐层执行，至少',
      computeSeconds: '全部 FLOPs 都以峰值完成',
      memoryShare: '等内存',
      elementwiseShare: '没有乘加的层，不在图中',
    },
    ofTheTime: (share) => `占 ${share} 的时间`,
    total: (time, computing) => `逐层执行至少 ${time}；若全部 FLOPs 都以峰值完成，只要 ${computing}。`,
    caption: (shown, all) => `${all} 层中最耗时的 ${shown} 层`,
    heads: ['层', '每字节的 FLOPs', '至少', '份额', '受限于'],
    bound: { compute: '运算', memory: '访存' },
    unavailable: '网络没有加载成功，所示仍是上一次的结果。',
  },
};
