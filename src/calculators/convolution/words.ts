import type { Locale } from '../../i18n/index.ts';
import type { NoteKey } from './calls/call.ts';
import type { FieldName, FlopsConvention, Kind, PaddingRule } from './fields.ts';

/** This calculator's words. */
export interface Words {
  readonly preset: string;
  readonly ownSizes: string;
  readonly layer: string;
  readonly counting: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  /** The padding field when both sides are written out. */
  readonly paddingBefore: string;
  readonly choices: Readonly<Record<Kind | PaddingRule | FlopsConvention | 'no' | 'yes', string>>;
  /** Axes by name, for one, two and three of them. */
  readonly axes: readonly (readonly string[])[];
  readonly everyAxis: string;
  readonly columns: readonly string[];
  readonly rows: {
    readonly outputShape: string;
    readonly parameters: string;
    readonly macs: string;
    readonly flops: Readonly<Record<FlopsConvention, string>>;
    readonly movedBytes: string;
    readonly intensity: string;
    readonly receptiveField: string;
    readonly jump: string;
    readonly reach: string;
  };
  readonly units: {
    readonly positions: string;
    /** The same for one of them. */
    readonly position: string;
    readonly parameters: string;
    readonly macs: string;
    readonly flops: string;
    readonly bytes: string;
    readonly intensity: string;
  };
  readonly parts: { readonly depthwise: string; readonly pointwise: string };
  readonly headings: { readonly steps: string; readonly traffic: string; readonly calls: string };
  readonly callsNote: string;
  readonly notes: Readonly<Record<NoteKey, string>>;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    preset: 'A real layer',
    ownSizes: 'Your own sizes',
    layer: 'The layer: one number for all axes, or one for each, as 1×7',
    counting: 'How to count',
    fields: {
      kind: 'Kind',
      axes: 'Axes',
      inChannels: 'Input channels',
      outChannels: 'Output channels',
      multiplier: 'Depth multiplier',
      groups: 'Groups',
      input: 'Input positions',
      kernel: 'Kernel',
      stride: 'Stride',
      dilation: 'Dilation',
      paddingRule: 'Padding rule',
      padding: 'Padding, each side',
      paddingAfter: 'Padding after',
      outputPadding: 'Output padding',
      bias: 'Bias',
      batch: 'Batch',
      dtype: 'Number format',
      convention: 'FLOPs',
      fieldBefore: 'Receptive field before',
      jumpBefore: 'Jump before',
    },
    paddingBefore: 'Padding before',
    choices: {
      standard: 'Standard',
      grouped: 'Grouped',
      depthwise: 'Depthwise',
      separable: 'Separable',
      transposed: 'Transposed',
      even: 'Numbers, each side',
      uneven: 'Before and after',
      valid: 'None (valid)',
      same: 'same (PyTorch)',
      'same-upper': 'same (TF, Keras)',
      'same-lower': 'SAME_LOWER',
      two: '1 MAC = 2 FLOPs',
      one: '1 MAC = 1 FLOP',
      'two-and-bias': '2, bias counted',
      no: 'No',
      yes: 'Yes',
    },
    axes: [['Width'], ['Height', 'Width'], ['Time or depth', 'Height', 'Width']],
    everyAxis: 'Every axis',
    columns: ['result', 'value', 'unit'],
    rows: {
      outputShape: 'Output shape',
      parameters: 'Parameters',
      macs: 'Multiply-adds',
      flops: {
        two: 'FLOPs, 2 per MAC',
        one: 'FLOPs, 1 per MAC',
        'two-and-bias': 'FLOPs, 2 per MAC and the bias',
      },
      movedBytes: 'Bytes moved, whole batch',
      intensity: 'Arithmetic intensity',
      receptiveField: 'Receptive field',
      jump: 'Jump',
      reach: 'Outputs one input reaches',
    },
    units: {
      positions: 'positions',
      position: 'position',
      parameters: 'parameters',
      macs: 'MACs',
      flops: 'FLOPs',
      bytes: 'B',
      intensity: 'FLOP/B',
    },
    parts: { depthwise: 'Depthwise part', pointwise: 'Pointwise part' },
    headings: {
      steps: 'Step by step, for one sample',
      traffic: 'Bytes, intensity and receptive field',
      calls: 'The same layer in code',
    },
    callsNote: 'PyTorch and ONNX take channels first, Keras and Flax channels last.',
    notes: {
      strideWithDilation: 'Keras refuses a stride and a dilation above 1 together.',
      noGroups: 'Its transposed convolution has no groups.',
      padsBeyond: 'Keras has no call that adds output positions beyond the kernel’s reach.',
      resolved: 'The padding is worked out for this input size.',
    },
  },
  zh: {
    preset: '真实网络中的一层',
    ownSizes: '自定尺寸',
    layer: '这一层：各轴相同时填一个数，不同时逐轴填写，如 1×7',
    counting: '计数方式',
    fields: {
      kind: '种类',
      axes: '维数',
      inChannels: '输入通道数',
      outChannels: '输出通道数',
      multiplier: '深度乘子',
      groups: '分组数',
      input: '输入尺寸',
      kernel: '卷积核',
      stride: '步长',
      dilation: '扩张率',
      paddingRule: '填充方式',
      padding: '每侧填充',
      paddingAfter: '末尾侧填充',
      outputPadding: '输出填充',
      bias: '偏置',
      batch: '批大小',
      dtype: '数值格式',
      convention: 'FLOPs 约定',
      fieldBefore: '前一层的感受野',
      jumpBefore: '前一层的跳距',
    },
    paddingBefore: '起始侧填充',
    choices: {
      standard: '标准卷积',
      grouped: '分组卷积',
      depthwise: '逐通道卷积',
      separable: '深度可分离卷积',
      transposed: '转置卷积',
      even: '两侧相同',
      uneven: '两侧分别填写',
      valid: '不填充（valid）',
      same: 'same（PyTorch）',
      'same-upper': 'same（TF、Keras）',
      'same-lower': 'SAME_LOWER',
      two: '1 MAC = 2 FLOPs',
      one: '1 MAC = 1 FLOP',
      'two-and-bias': '2，另计偏置',
      no: '无',
      yes: '有',
    },
    axes: [['宽'], ['高', '宽'], ['时间或深度', '高', '宽']],
    everyAxis: '每个轴',
    columns: ['结果', '值', '单位'],
    rows: {
      outputShape: '输出形状',
      parameters: '参数量',
      macs: '乘加次数',
      flops: {
        two: 'FLOPs，每次乘加计 2',
        one: 'FLOPs，每次乘加计 1',
        'two-and-bias': 'FLOPs，每次乘加计 2，另计偏置',
      },
      movedBytes: '读写字节数（整批）',
      intensity: '算术强度',
      receptiveField: '感受野',
      jump: '跳距',
      reach: '一个输入影响的输出范围',
    },
    units: {
      positions: '个位置',
      position: '个位置',
      parameters: '个参数',
      macs: '次乘加',
      flops: '次浮点运算',
      bytes: 'B',
      intensity: 'FLOP/B',
    },
    parts: { depthwise: '逐通道卷积部分', pointwise: '逐点卷积部分' },
    headings: {
      steps: '逐步计算（单个样本）',
      traffic: '字节数、算术强度与感受野',
      calls: '同一层的代码',
    },
    callsNote: 'PyTorch 和 ONNX 的通道在前，Keras 和 Flax 的通道在后。',
    notes: {
      strideWithDilation: 'Keras 不允许步长和扩张率同时大于 1。',
      noGroups: '它的转置卷积没有分组。',
      padsBeyond: '超出卷积核范围的输出位置，Keras 无法用一次调用补上。',
      resolved: '填充量按这个输入尺寸算出。',
    },
  },
};
