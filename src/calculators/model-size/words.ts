import type { Locale } from '../../i18n/index.ts';
import type { Container } from './networks.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
export interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Choices that are not names of networks, formats or numbers. */
  readonly choices: Readonly<Record<string, string>>;
  readonly bits: string;
  readonly bytes: string;
  /** What a checkpoint's bytes leave out, or what quantized weights leave out. */
  readonly floatingNote: string;
  readonly quantizedNote: string;
  /** What a file is called, and what its bytes are worth. */
  readonly file: Readonly<Record<Container, (size: string) => string>>;
  readonly training: string;
  readonly table: Readonly<
    Record<'caption' | 'memory' | 'weights' | 'training' | 'most' | 'fits' | 'doesNotFit', string>
  >;
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
      container: 'File',
      recipe: 'Training with',
    },
    choices: {
      typed: 'your own count',
      none: 'one per tensor',
      no: 'none',
      yes: 'as wide as a code',
      tensors: 'tensors alone',
      safetensors: 'safetensors',
      pytorch: 'PyTorch (.pt, .pth)',
      onnx: 'ONNX (estimate)',
      sgd: 'SGD',
      momentum: 'SGD, momentum',
      adam: 'Adam, float32',
      adamMixedPrecision: 'Adam, 16-bit',
    },
    bits: 'bits',
    bytes: 'bytes',
    floatingNote: 'Tensor data; a file’s container comes on top.',
    quantizedNote:
      'Every parameter in this format; tensors that stay in float16 or float32 (norms, often the embedding) come on top.',
    file: {
      safetensors: (size) => `As a safetensors file: ${size}.`,
      pytorch: (size) => `As torch.save writes it: ${size}.`,
      onnx: (size) => `As an ONNX file for inference about ${size}: batch norms folded, counters dropped.`,
    },
    training: 'While it is trained: weights, gradients and optimizer state',
    table: {
      caption: 'What fits; activations come on top. 1 GB is 10⁹ bytes',
      memory: 'Memory',
      weights: 'These weights',
      training: 'Training them',
      most: 'Parameters that fit in this format',
      fits: 'fits',
      doesNotFit: 'does not fit',
    },
  },
  zh: {
    fields: {
      network: '网络',
      parameters: '参数量（30M、3000 万等）',
      format: '数值格式',
      group: '几个权重共用缩放因子',
      scale: '缩放因子的位数',
      zeroPoint: '零点',
      container: '文件',
      recipe: '训练方式',
    },
    choices: {
      typed: '自己填参数量',
      none: '整个张量共用',
      no: '无',
      yes: '与编码等宽',
      tensors: '只计张量',
      safetensors: 'safetensors',
      pytorch: 'PyTorch（.pt、.pth）',
      onnx: 'ONNX（估计）',
      sgd: 'SGD',
      momentum: '带动量的 SGD',
      adam: 'Adam，float32',
      adamMixedPrecision: 'Adam，16 位',
    },
    bits: '位',
    bytes: '字节',
    floatingNote: '只含张量数据；文件容器的开销另计。',
    quantizedNote: '按全部参数都用此格式计；仍为 float16 或 float32 的张量（归一化层，常有词嵌入）另计。',
    file: {
      safetensors: (size) => `存成 safetensors 文件：${size}。`,
      pytorch: (size) => `用 torch.save 保存：${size}。`,
      onnx: (size) => `导出为推理用的 ONNX 文件，约 ${size}：批归一化已折叠，计数器不保存。`,
    },
    training: '训练时：权重、梯度和优化器状态',
    table: {
      caption: '放得下什么（激活值另计；1 GB 为 10⁹ 字节）',
      memory: '内存',
      weights: '这些权重',
      training: '训练它们',
      most: '此格式下放得下的参数量',
      fits: '放得下',
      doesNotFit: '放不下',
    },
  },
};
