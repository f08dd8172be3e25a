import type { KernelName } from './kernels.ts';
import type { NumberArray } from './number-array.ts';

/** What a line computes: an array, or a number that only Python sees. */
export type Term =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly value: number }
  /** Rows of an array, `len(x)`: a number of Python's. */
  | { readonly is: 'rows'; readonly of: string }
  | { readonly is: 'call'; readonly kernel: KernelName; readonly of: readonly Term[] };

export type Statement =
  | { readonly does: 'assign'; readonly to: string; readonly value: Term }
  | {
      readonly does: 'branch';
      readonly test: Term;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  /** `for _ in range(count)`, `count` being a number handed to the program. */
  | { readonly does: 'repeat'; readonly count: string; readonly body: readonly Statement[] }
  | { readonly does: 'return'; readonly value: Term };

/** A function in a small part of Python: arrays go in as `inputs`, Python numbers as `numbers`, one array comes out. */
export interface Program {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly numbers: readonly string[];
  /** Trained arrays it reads from outside. */
  readonly weights: Readonly<Record<string, NumberArray>>;
  readonly body: readonly Statement[];
}

/** What one call hands to a program. */
export interface CallArguments {
  readonly inputs: Readonly<Record<string, NumberArray>>;
  readonly numbers: Readonly<Record<string, number>>;
}
