import type { Row, Summary } from '../network/index.ts';

/**
 * What a step from a network's own multiply-accumulates to a tool's number consists of. `macs` is where every count
 * starts; the `unseen` steps and `maskedPairs` correct it to the multiply-accumulates the tool sees; `doubling` is the
 * second operation of each; the others are what it adds.
 */
export type StepName =
  | 'macs'
  | 'unseenAttention'
  | 'unseenLayers'
  | 'maskedPairs'
  | 'transposedConvolution'
  | 'doubling'
  | 'bias'
  | 'normalization'
  | 'activations'
  | 'pooling'
  | 'softmax'
  | 'elementwise'
  | 'resampling'
  | 'recurrentCells'
  | 'weightsOnce';

/** Steps that correct the multiply-accumulates, and steps that add other operations. */
export type Correction = 'unseenAttention' | 'unseenLayers' | 'maskedPairs' | 'transposedConvolution';
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
  /** Behaviour that is plainly a mistake, kept because the printed numbers have it. */
  readonly bugs: readonly string[];
  /**
   * Rules by operator kind. A kind without one counts its multiply-accumulates when the kind is in `plainKinds`, counts
   * nothing when it has none, and is refused otherwise.
   */
  readonly rules: Readonly<Record<string, Rule>>;
  /** Parameters it reports for a network. */
  readonly parameters: (summary: Summary) => number;
}
