import type { Network } from '../network/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { modulePaths } from './module-paths.ts';
import { PickleSize } from './pickle-size.ts';
import { stateDictPickleBytes } from './state-dict-pickle.ts';
import { tensorDataBytes, tensorsOf } from './state-dict.ts';

/** Pickles of the magic number, of the protocol version 1001 and of the machine's byte order and sizes of types. */
const preambleBytes = 15 + 6 + 116;
/** Elements of a storage, in front of its data. */
const storageLengthBytes = 8;
/** Storages are named by their address on the heap of the process, 14 decimal digits on Linux. */
const addressDigits = 14;

/** Batch norm's counter, in state dicts since PyTorch 0.4.1. */
const counterName = /(^|\.)num_batches_tracked$/;

/**
 * Bytes of `torch.save(model.state_dict(), …)` in the format before PyTorch 1.6, still written with
 * `_use_new_zipfile_serialization=False`: pickles one after the other, then the data, unaligned and without a directory.
 *
 * The names of storages are addresses, so the size varies by some bytes from run to run.
 * Source: torch/serialization.py, `_legacy_save`.
 * @param before04 Whether as PyTorch wrote it before 0.4: no counters of batch norms, no versions of modules.
 */
export function pytorchLegacyFileBytes(network: Network, dtype: FloatingDtype, before04 = false): number {
  const tensors = tensorsOf(network).filter(({ name }) => !before04 || !counterName.test(name));
  const style = {
    storageKey: (index: number) => String(index).padStart(addressDigits, '0'),
    viewField: true,
    before04,
  };
  const stored = tensors.filter((tensor) => tensor.sharesDataOf === undefined);
  return (
    preambleBytes +
    stateDictPickleBytes(tensors, modulePaths(network), dtype, style) +
    storageListBytes(stored.length) +
    stored.reduce((total, tensor) => total + storageLengthBytes + tensorDataBytes(tensor, dtype), 0)
  );
}

/** Pickle of the list of storage names, in the order of the data. */
function storageListBytes(storages: number): number {
  const pickle = new PickleSize();
  pickle.fixed(3);
  pickle.put();
  for (let index = 0; index < storages; index++) pickle.text('0'.repeat(addressDigits));
  pickle.entries(storages);
  pickle.fixed(1);
  return pickle.bytes;
}
