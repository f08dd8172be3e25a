import type { ToolBug } from '../../engine/index.ts';
import type { Locale } from '../locales.ts';

/** The words of the tables of counting tools. */
export interface ToolWords {
  readonly bugs: Readonly<Record<ToolBug, string>>;
  readonly tool: string;
  readonly gaps: string;
  readonly none: string;
  /** Columns of what a tool adds for each kind of layer. */
  readonly columns: {
    readonly perMac: string;
    /** Of a convolution and of a linear layer. */
    readonly bias: string;
    readonly batchNorm: string;
    readonly layerNorm: string;
    readonly relu: string;
    /** Max pooling and global average pooling. */
    readonly pooling: string;
    readonly softmax: string;
    readonly attention: string;
    readonly transposed: string;
  };
  readonly attention: Readonly<Record<'all' | 'projections' | 'none', string>>;
}

export const toolWords: Readonly<Record<Locale, ToolWords>> = {
  en: {
    bugs: {
      fusedAttentionUnseen:
        'no handler for the fused kernel of nn.MultiheadAttention, nor for scaled_dot_product_attention on the CPU',
      attentionProductsUnseen:
        '@, bmm and scaled_dot_product_attention are not patched, so products of attention are missed',
      attentionModuleUnseen: 'no hook for nn.MultiheadAttention: its work and its parameters are missed',
      einsumUnseen: 'Einsum and BatchMatMul have no statistic, so attention is missed',
      batchNormUnseen: 'the fused batch norm has no statistic',
      leafModulesOnly: 'nothing that is called as a function is seen, so no products of attention',
      hookedParametersOnly:
        'parameters only of modules that have a hook and run: no auxiliary heads, embeddings, tokens',
      modulesCountedTwice:
        'pooling and some activations count in the module’s hook and again in the function it calls',
      layerNormHalf: 'a LayerNorm counts 1 for each element where a BatchNorm counts 2',
      weightsCountedOnce: 'norms and embeddings count their parameters once, however often they are applied',
      linearDoubled: 'a linear layer counts its additions too, a convolution does not',
      biasOfConvolutionsOnly: 'the bias of a convolution counts, that of a linear layer does not',
      transposedByOutput:
        'transposed convolutions are multiplied by output positions in place of input positions',
      transposedDividedTwice: 'transposed convolutions are divided by their groups twice',
      resamplingOfOneChannel: 'interpolation to a size counts the positions of one channel',
      macsMissingBesideFlops: 'einsum and recurrent layers add FLOPs but no MACs',
      einsumRounded: 'einsum counts what numpy prints of it, 4 digits',
      exactTypesOnly: 'a layer whose class inherits from one with a hook has none itself: R3D’s convolutions',
    },
    tool: 'Tool',
    gaps: 'Mistakes and gaps',
    none: 'none found',
    columns: {
      perMac: 'MAC',
      bias: 'bias',
      batchNorm: 'BN',
      layerNorm: 'LN',
      relu: 'ReLU',
      pooling: 'pooling',
      softmax: 'softmax',
      attention: 'attention',
      transposed: 'transposed',
    },
    attention: { all: 'all', projections: 'projections', none: 'nothing' },
  },
  zh: {
    bugs: {
      fusedAttentionUnseen:
        '不认识 nn.MultiheadAttention 的融合内核，也不认识 CPU 上的 scaled_dot_product_attention',
      attentionProductsUnseen: '没有接管 @、bmm 和 scaled_dot_product_attention，漏掉注意力的矩阵乘',
      attentionModuleUnseen: 'nn.MultiheadAttention 没有钩子，它的运算和参数都漏掉',
      einsumUnseen: 'Einsum 和 BatchMatMul 没有统计项，漏掉注意力',
      batchNormUnseen: '融合的批归一化没有统计项',
      leafModulesOnly: '以函数形式调用的都看不到，所以没有注意力的矩阵乘',
      hookedParametersOnly: '只数有钩子且运行过的模块的参数：不含辅助头、嵌入和词元',
      modulesCountedTwice: '池化和部分激活函数，在模块的钩子里数一次，在它调用的函数里又数一次',
      layerNormHalf: 'LayerNorm 每个元素计 1，BatchNorm 却计 2',
      weightsCountedOnce: '归一化和嵌入的参数只数一次，不管用在多少位置上',
      linearDoubled: '线性层连加法也数，卷积层不数',
      biasOfConvolutionsOnly: '卷积的偏置计入，线性层的偏置不计',
      transposedByOutput: '转置卷积乘的是输出位置数，而不是输入位置数',
      transposedDividedTwice: '转置卷积被组数除了两次',
      resamplingOfOneChannel: '插值到指定尺寸时，只数一个通道的位置',
      macsMissingBesideFlops: 'einsum 和循环层计入 FLOPs，却不计入 MACs',
      einsumRounded: 'einsum 取的是 numpy 打印出来的数，只有 4 位数字',
      exactTypesOnly: '有钩子的层，它的子类没有钩子：R3D 的卷积漏掉',
    },
    tool: '工具',
    gaps: '错误与遗漏',
    none: '未发现',
    columns: {
      perMac: '乘加',
      bias: '偏置',
      batchNorm: 'BN',
      layerNorm: 'LN',
      relu: 'ReLU',
      pooling: '池化',
      softmax: 'softmax',
      attention: '注意力',
      transposed: '转置卷积',
    },
    attention: { all: '全部', projections: '仅投影', none: '看不到' },
  },
};
