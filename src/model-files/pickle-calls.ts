import type { PickleTuple, PickleValue } from './pickle-values.ts';
import { isKind } from './pickle-values.ts';

/** Bits of PyTorch's types, by the names after `torch.`. */
export const bitsOfTorchTypes: ReadonlyMap<string, number> = new Map([
  ...['float64', 'int64', 'uint64', 'complex64'].map((name) => [name, 64] as const),
  ...['float32', 'int32', 'uint32'].map((name) => [name, 32] as const),
  ...['float16', 'bfloat16', 'int16', 'uint16'].map((name) => [name, 16] as const),
  ...['int8', 'uint8', 'bool', 'float8_e4m3fn', 'float8_e5m2'].map((name) => [name, 8] as const),
  ['complex128', 128],
]);

/** Classes of storages, and PyTorch's type of their values. */
export const storageTypes: ReadonlyMap<string, string> = new Map([
  ['torch.DoubleStorage', 'float64'],
  ['torch.FloatStorage', 'float32'],
  ['torch.HalfStorage', 'float16'],
  ['torch.BFloat16Storage', 'bfloat16'],
  ['torch.LongStorage', 'int64'],
  ['torch.IntStorage', 'int32'],
  ['torch.ShortStorage', 'int16'],
  ['torch.CharStorage', 'int8'],
  ['torch.ByteStorage', 'uint8'],
  ['torch.BoolStorage', 'bool'],
  ['torch.ComplexFloatStorage', 'complex64'],
  ['torch.ComplexDoubleStorage', 'complex128'],
]);

/** Storages of bytes, whose tensors say their type themselves. */
export const untypedStorages: ReadonlySet<string> = new Set([
  'torch.storage.UntypedStorage',
  'torch.UntypedStorage',
]);

/** Classes that are known and hold no tensors. */
const knownNames = new Set(['torch.device', 'torch.Size', 'torch.serialization._get_layout']);

/** Layouts and memory formats of `torch`, which are values and not functions. */
const valueNames = new Set([
  ...bitsOfTorchTypes.keys(),
  'strided',
  'sparse_coo',
  'contiguous_format',
  'channels_last',
]);

/** Whether loading a file with this name runs nothing but what rebuilds tensors. */
export function isHarmless(name: string): boolean {
  return (
    Object.hasOwn(calls, name) ||
    storageTypes.has(name) ||
    untypedStorages.has(name) ||
    knownNames.has(name) ||
    (name.startsWith('torch.') && valueNames.has(name.slice('torch.'.length))) ||
    // TorchScript's own classes, which the archive itself declares and Python does not know.
    name.startsWith('__torch__.')
  );
}

/**
 * What a call of a known name gives; undefined when its arguments are not such a call's.
 *
 * Source: pytorch/pytorch, torch/_utils.py, `_rebuild_tensor_v2`, `_rebuild_tensor_v3`, `_rebuild_parameter`.
 */
export function resultOf(name: string, { items }: PickleTuple): PickleValue | undefined {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  return call?.(items);
}

const calls: Readonly<Record<string, (items: readonly PickleValue[]) => PickleValue | undefined>> = {
  'collections.OrderedDict': () => ({ kind: 'dict', entries: new Map() }),
  'torch._utils._rebuild_tensor': (items) => tensorOf(items),
  'torch._utils._rebuild_tensor_v2': (items) => tensorOf(items),
  'torch._utils._rebuild_tensor_v3': (items) => {
    const dtype = items[6];
    return isKind(dtype, 'global') ? tensorOf(items, dtype.name) : undefined;
  },
  'torch._utils._rebuild_parameter': ([data]) => data,
  'torch._utils._rebuild_parameter_with_state': ([data]) => data,
};

function tensorOf(
  [storage, offset, size, stride]: readonly PickleValue[],
  dtype?: string,
): PickleValue | undefined {
  const shape = wholes(size);
  const strides = wholes(stride);
  if (!isKind(storage, 'storage') || typeof offset !== 'number' || offset < 0) return undefined;
  if (shape === undefined || strides?.length !== shape.length) return undefined;
  return { kind: 'tensor', storage, dtype, offset, shape, strides };
}

function wholes(value: PickleValue | undefined): readonly number[] | undefined {
  if (!isKind(value, 'tuple')) return undefined;
  const numbers = value.items.filter(
    (item) => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0,
  );
  return numbers.length === value.items.length ? numbers.map(Number) : undefined;
}
