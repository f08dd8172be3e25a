import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Choices that are not names of networks, formats or numbers. */
  readonly choices: Readonly<Record<string, string>>;
  readonly bits: string;
  readonly bytes: string;
  /** What a checkpoint's bytes leave out, or what quantized weights leave out. */
  readonly floatingNote: string;
  readonly quantizedNote: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      network: 'Network',
      parameters: 'Parameters (30M, 7B …)',
      format: 'Number format',
      group: 'Weights per scale',
      scale: 'Bits of a scale',
      zeroPoint: 'Zero points',
    },
    choices: { typed: 'your own count', none: 'one per tensor', no: 'none', yes: 'as wide as a code' },
    bits: 'bits',
    bytes: 'bytes',
    floatingNote: 'Tensor data; the file’s container comes on top.',
    quantizedNote:
      'Every parameter in this format; tensors that stay in float16 or float32 (norms, often the embedding) come on top.',
  },
  zh: {
    fields: {
      network: '网络',
      parameters: '参数量（30M、3000万 …）',
      format: '数值格式',
      group: '几个权重共用缩放因子',
      scale: '缩放因子的位数',
      zeroPoint: '零点',
    },
    choices: { typed: '自己填参数量', none: '整个张量共用', no: '无', yes: '与编码等宽' },
    bits: '位',
    bytes: '字节',
    floatingNote: '只含张量数据；文件容器的开销另计。',
    quantizedNote: '按全部参数都用此格式计；仍为 float16 或 float32 的张量（归一化层，常有词嵌入）另计。',
  },
};
