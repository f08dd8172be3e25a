/** A name that a pickle asks for: a class or function of Python. It is only compared, never looked up. */
export interface PickleGlobal {
  readonly kind: 'global';
  readonly name: string;
}

/** Values held by position, or by key, or by an object that is not known here. */
export interface PickleTuple {
  readonly kind: 'tuple';
  readonly items: readonly PickleValue[];
}
export interface PickleList {
  readonly kind: 'list';
  readonly items: PickleValue[];
}
export interface PickleDict {
  readonly kind: 'dict';
  readonly entries: Map<PickleValue, PickleValue>;
}
export interface PickleObject {
  readonly kind: 'object';
  /** What it was made from, and what was set on it. */
  readonly parts: PickleValue[];
}

/** Data of a tensor, by the name of a record of the archive. */
export interface PickleStorage {
  readonly kind: 'storage';
  readonly className: string;
  readonly key: string;
  readonly count: number;
}

export interface PickleTensor {
  readonly kind: 'tensor';
  readonly storage: PickleStorage;
  /** The type's name where it is not the storage's. */
  readonly dtype: string | undefined;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

export type PickleValue =
  | null
  | boolean
  | number
  | string
  | PickleGlobal
  | PickleTuple
  | PickleList
  | PickleDict
  | PickleObject
  | PickleStorage
  | PickleTensor;

/** Whether a value is one of the kinds of object. */
export function isKind<Kind extends Exclude<PickleValue, null | boolean | number | string>['kind']>(
  value: PickleValue | undefined,
  kind: Kind,
): value is Extract<PickleValue, { readonly kind: Kind }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}
