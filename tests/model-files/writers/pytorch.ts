import { joined, little, zeros } from './bytes.ts';
import type { ZipRecord } from './zip.ts';
import { zip } from './zip.ts';

/** A piece of a pickle. */
export type Pickled = Uint8Array;

export const pickled = {
  text: (text: string): Pickled => {
    const bytes = joined(text);
    return joined('X', little(bytes.length, 4), bytes);
  },
  whole: (value: number): Pickled => joined('J', little(value, 4)),
  tuple: (...items: readonly Pickled[]): Pickled => joined('(', ...items, 't'),
  global: (module: string, name: string): Pickled => joined(`c${module}\n${name}\n`),
  call: (callee: Pickled, args: Pickled): Pickled => joined(callee, args, 'R'),
  dict: (...keysAndValues: readonly Pickled[]): Pickled => joined('}(', ...keysAndValues, 'u'),
  list: (...items: readonly Pickled[]): Pickled => joined('](', ...items, 'e'),
  none: joined('N'),
  no: joined([0x89]),
  /** A whole pickle of protocol 2. */
  of: (value: Pickled): Pickled => joined([0x80, 2], value, '.'),
};

export interface TorchTensor {
  readonly name: string;
  readonly storage: string;
  readonly shape: readonly number[];
  /** Bytes of a value. */
  readonly width: number;
  /** Record of its data. */
  readonly key: string;
  readonly offset?: number;
  readonly strides?: readonly number[];
  /** Values of the storage; default as many as the tensor's. */
  readonly count?: number;
}

/** A tensor of six values, for files that need one. */
export const weight: TorchTensor = {
  name: 'conv.weight',
  storage: 'FloatStorage',
  shape: [2, 3],
  width: 4,
  key: '0',
};

const elementsIn = (shape: readonly number[]): number => shape.reduce((left, right) => left * right, 1);
const contiguous = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => elementsIn(shape.slice(axis + 1)));
export const orderedDict: Pickled = pickled.call(pickled.global('collections', 'OrderedDict'), joined(')'));

/** A storage by its record. */
export function storageOf({ storage, key, shape, count = elementsIn(shape) }: TorchTensor): Pickled {
  const [text, whole] = [pickled.text, pickled.whole];
  const id = pickled.tuple(
    text('storage'),
    pickled.global('torch', storage),
    text(key),
    text('cpu'),
    whole(count),
  );
  return joined(id, 'Q');
}

/** A call of `_rebuild_tensor_v2`. */
export function tensorOf(tensor: TorchTensor): Pickled {
  const { shape, offset = 0, strides = contiguous(shape) } = tensor;
  const sizes = (values: readonly number[]): Pickled => pickled.tuple(...values.map(pickled.whole));
  const args = [
    storageOf(tensor),
    pickled.whole(offset),
    sizes(shape),
    sizes(strides),
    pickled.no,
    orderedDict,
  ];
  return pickled.call(pickled.global('torch._utils', '_rebuild_tensor_v2'), pickled.tuple(...args));
}

/** A state dict's pickle. */
export function stateDict(tensors: readonly TorchTensor[]): Pickled {
  const items = tensors.flatMap((tensor) => [pickled.text(tensor.name), tensorOf(tensor)]);
  return joined(orderedDict, '(', ...items, 'u');
}

/** Records of the tensors' data, each once. */
export function dataRecords(tensors: readonly TorchTensor[]): ZipRecord[] {
  const bytes = new Map(
    tensors.map(({ key, width, shape, count = elementsIn(shape) }) => [key, count * width] as const),
  );
  return [...bytes].map(([key, size]) => ({ name: `archive/data/${key}`, data: zeros(size) }));
}

/** The archive around a pickled value. */
export function torchFile(value: Pickled, records: readonly ZipRecord[] = [], long = true): Uint8Array {
  const pickle = { name: 'archive/data.pkl', data: pickled.of(value) };
  return zip([pickle, ...records, { name: 'archive/version', data: joined('3\n') }], long);
}

/** A file of torch.save(module.state_dict()). */
export function pytorch(tensors: readonly TorchTensor[], long = true): Uint8Array {
  return torchFile(stateDict(tensors), dataRecords(tensors), long);
}
