import type { Row, Summary } from '../network/index.ts';

/**
 * What a step from a network's own multiply-accumulates to a tool's number consists of. `macs` is where every count
 * starts; the `unseen` steps, `maskedPairs` and `einsumRounding` correct it to the multiply-accumulates the tool sees; `doubling` is the
 * second operation of each; the others are what it adds.
 */
export type StepName =
  | 'macs'
  | 'unseenProjections'
  | 'unseenProducts'
  | 'unseenLayers'
  | 'maskedPairs'
  | 'einsumRounding'
  | 'transposedConvolution'
  | 'doubling'
  | 'bias'
  | 'linearAdditions'
  | 'normalization'
  | 'activations'
  | 'pooling'
  | 'softmax'
  | 'elementwise'
  | 'resampling'
  | 'recurrentCells'
  | 'weightsOnce';

/** Steps that correct the multiply-accumulates, and steps that add other operations. */
export type Correction =
  | 'unseenProjections'
  | 'unseenProducts'
  | 'unseenLayers'
  | 'maskedPairs'
  | 'einsumRounding'
  | 'transposedConvolution';
export type Extra = Exclude<StepName, Correction | 'macs' | 'doubling'>;

/** What a tool makes of one operator. */
export interface Counted {
  /** Multiply-accumulates it does not see (negative) or sees beside those there are (positive). */
  readonly corrections?: Readonly<Partial<Record<Correction, number>>>;
  /** Other operations it adds to its count. */
  readonly extras?: Readonly<Partial<Record<Extra, number>>>;
  /** Multiply-accumulates that it has in its count of FLOPs but not in its count of MACs. */
  readonly macsNotPrinted?: number;
}

/** A tool's treatment of one kind of operator; called for executed operators only. */
export type Rule = (row: Row) => Counted;

/**
 * Behaviour of a tool that is plainly a mistake or a gap, kept because the printed numbers have it:
 * - `fusedAttentionUnseen`: no handler for the fused multi-head attention kernel, nor for scaled_dot_product_attention;
 * - `attentionProductsUnseen`: `@`, bmm and scaled_dot_product_attention are not patched;
 * - `attentionModuleUnseen`: nn.MultiheadAttention has no hook, so its work and its parameters are missed;
 * - `einsumUnseen`: Einsum has no statistic, so the layers and products of attention are missed;
 * - `batchNormUnseen`: the fused batch norm has no statistic;
 * - `leafModulesOnly`: nothing that is called as a function, no products of attention;
 * - `hookedParametersOnly`: parameters only of modules that have a hook and run: no auxiliary heads, embeddings, tokens;
 * - `modulesCountedTwice`: pooling and activations count in the module's hook and in the function it calls;
 * - `layerNormHalf`: LayerNorm counts 1 per element where BatchNorm counts 2;
 * - `weightsCountedOnce`: norms and embeddings count their parameters once, whatever they are applied to;
 * - `linearDoubled`: a linear layer counts its additions too, a convolution does not;
 * - `biasOfConvolutionsOnly`: the bias of a convolution counts, that of a linear layer does not;
 * - `transposedByOutput`: transposed convolutions are multiplied by output positions;
 * - `transposedDividedTwice`: transposed convolutions are divided by their groups twice;
 * - `resamplingOfOneChannel`: interpolation to a size counts the positions of one channel;
 * - `macsMissingBesideFlops`: einsum and recurrent layers count FLOPs but no MACs;
 * - `einsumRounded`: einsum counts what numpy prints of it, 4 digits;
 * - `exactTypesOnly`: modules whose class inherits from a layer with a hook have none.
 */
export type ToolBug =
  | 'fusedAttentionUnseen'
  | 'attentionProductsUnseen'
  | 'attentionModuleUnseen'
  | 'einsumUnseen'
  | 'batchNormUnseen'
  | 'leafModulesOnly'
  | 'hookedParametersOnly'
  | 'modulesCountedTwice'
  | 'layerNormHalf'
  | 'weightsCountedOnce'
  | 'linearDoubled'
  | 'biasOfConvolutionsOnly'
  | 'transposedByOutput'
  | 'transposedDividedTwice'
  | 'resamplingOfOneChannel'
  | 'macsMissingBesideFlops'
  | 'einsumRounded'
  | 'exactTypesOnly';

/** A counting tool as a table of rules. */
export interface CountingTool {
  readonly title: string;
  /** What its number counts: multiply-accumulates, or operations with two for each of them. */
  readonly unit: 'MACs' | 'FLOPs';
  /** The word it prints beside the number, which is often the wrong one. */
  readonly printedUnit: string;
  /** Whether it prints MACs beside the FLOPs. */
  readonly printsBoth?: boolean;
  /** Repository, file and lines the rules were read from. */
  readonly source: string;
  readonly bugs: readonly ToolBug[];
  /**
   * Rules by operator kind. A kind without one counts nothing when it has no multiply-accumulates, and is refused when
   * it has some: a count that silently leaves out an operator would be wrong.
   */
  readonly rules: Readonly<Record<string, Rule>>;
  /**
   * Rules that replace those above when the model runs with autograd on: nn.MultiheadAttention then leaves its fused
   * kernel, its projections are linear layers, and its products go through scaled_dot_product_attention.
   */
  readonly underAutograd?: Readonly<Record<string, Rule>>;
  /** Parameters it reports for a network. */
  readonly parameters: (summary: Summary) => number;
}
