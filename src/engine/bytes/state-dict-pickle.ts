import { product } from '../checks.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { contiguousStrides, PickleSize } from './pickle-size.ts';
import type { StateTensor } from './state-dict.ts';

const storageClasses: Readonly<Record<FloatingDtype, string>> = {
  float64: 'DoubleStorage',
  float32: 'FloatStorage',
  float16: 'HalfStorage',
  bfloat16: 'BFloat16Storage',
};

/** What the two formats of torch.save do differently in their pickles. */
export interface PickleStyle {
  /** Key of a tensor's storage: its number in the zip format, an address in the old one. */
  readonly storageKey: (index: number) => string;
  /** Whether the reference to a storage ends with a None (for views), as the old format has it. */
  readonly viewField: boolean;
  /**
   * As before PyTorch 0.4: tensors without a flag for gradients and a dictionary of hooks (`_rebuild_tensor`), and no
   * version numbers of modules. Default false.
   */
  readonly before04?: boolean;
}

/**
 * Bytes of the pickle that torch.save writes of a state dict: an OrderedDict of `_rebuild_tensor_v2` calls that name
 * their storages, and each module's version number (`_metadata`).
 *
 * Source: torch/serialization.py, `_save` and `_legacy_save`; torch/_tensor.py, `_reduce_ex_internal` (1.13 to 2.6);
 * torch/tensor.py, `_TensorBase.__reduce_ex__` (0.3).
 * @param modules Paths of all modules, see `modulePaths`.
 */
export function stateDictPickleBytes(
  tensors: readonly StateTensor[],
  modules: ReadonlySet<string>,
  dtype: FloatingDtype,
  style: PickleStyle,
): number {
  const pickle = new PickleSize();
  const storages = new Map<string, string>();
  pickle.fixed(2);
  orderedDict(pickle);
  pickle.put();
  for (const tensor of tensors) {
    const owner = tensor.sharesDataOf ?? tensor.name;
    const key = storages.get(owner) ?? style.storageKey(storages.size);
    storages.set(owner, key);
    pickle.text(tensor.name);
    rebuiltTensor(pickle, tensor, key, dtype, style);
  }
  pickle.entries(tensors.length);
  if (style.before04 !== true) metadata(pickle, modules);
  pickle.fixed(1);
  return pickle.bytes;
}

/** An empty OrderedDict: the class, no arguments, the call. */
function orderedDict(pickle: PickleSize): void {
  pickle.global('collections', 'OrderedDict');
  pickle.fixed(2);
}

function rebuiltTensor(
  pickle: PickleSize,
  { shape, dtype: kind }: StateTensor,
  key: string,
  dtype: FloatingDtype,
  style: PickleStyle,
): void {
  const first = style.before04 === true;
  pickle.global('torch._utils', first ? '_rebuild_tensor' : '_rebuild_tensor_v2');
  pickle.tuple(first ? 4 : 6, () => {
    pickle.tuple(style.viewField ? 6 : 5, () => {
      pickle.sharedText('storage');
      pickle.global('torch', kind === 'int64' ? 'LongStorage' : storageClasses[dtype]);
      pickle.sharedText(key);
      pickle.sharedText('cpu');
      pickle.integer(product(shape));
      if (style.viewField) pickle.fixed(1);
    });
    pickle.fixed(1);
    pickle.integer(0);
    pickle.integers(shape);
    pickle.integers(contiguousStrides(shape));
    if (first) return;
    pickle.fixed(1);
    orderedDict(pickle);
    pickle.put();
  });
  pickle.fixed(1);
  pickle.put();
}

/** `{'_metadata': OrderedDict(path -> {'version': n})}`, set as the dictionary's attributes. */
function metadata(pickle: PickleSize, modules: ReadonlySet<string>): void {
  pickle.fixed(1);
  pickle.put();
  pickle.text('_metadata');
  orderedDict(pickle);
  pickle.put();
  for (const path of modules) {
    pickle.text(path);
    pickle.fixed(1);
    pickle.put();
    pickle.sharedText('version');
    pickle.integer(1);
    pickle.entries(1);
  }
  pickle.entries(modules.size);
  pickle.entries(1);
  pickle.fixed(1);
}
