import type { Network } from '../network/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { modulePaths } from './module-paths.ts';
import { stateDictPickleBytes } from './state-dict-pickle.ts';
import { tensorDataBytes, tensorsOf } from './state-dict.ts';
import type { ArchiveRecord } from './zip-archive.ts';
import { pytorchArchiveBytes } from './zip-archive.ts';

/** Folder of all records when the file's own name is not known; torch.save to a path uses that name. */
const archiveName = 'archive';

/**
 * Bytes of `torch.save(model.state_dict(), …)` in the zip format of PyTorch 1.6 and later, with the records of 2.1 to 2.5
 * (`byteorder` and `.data/serialization_id`, 300 to 500 bytes more than 1.13 wrote).
 *
 * Source: torch/serialization.py, `_save`.
 */
export function pytorchFileBytes(network: Network, dtype: FloatingDtype): number {
  return pytorchArchiveBytes([
    ...pytorchRecords(network, dtype),
    { name: `${archiveName}/version`, dataBytes: 2 },
    { name: `${archiveName}/.data/serialization_id`, dataBytes: 40 },
  ]);
}

function pytorchRecords(network: Network, dtype: FloatingDtype): readonly ArchiveRecord[] {
  const tensors = tensorsOf(network);
  const style = { storageKey: String, viewField: false };
  const stored = tensors.filter((tensor) => tensor.sharesDataOf === undefined);
  return [
    {
      name: `${archiveName}/data.pkl`,
      dataBytes: stateDictPickleBytes(tensors, modulePaths(network), dtype, style),
    },
    { name: `${archiveName}/byteorder`, dataBytes: 'little'.length },
    ...stored
      .map((tensor, index) => ({
        name: `${archiveName}/data/${index}`,
        dataBytes: tensorDataBytes(tensor, dtype),
      }))
      .toSorted(byName),
  ];
}

/** The writer sorts the numbers of the storages as text: 0, 1, 10, 11, … 2 (in order since `.format_version` 1). */
function byName(left: ArchiveRecord, right: ArchiveRecord): number {
  return left.name < right.name ? -1 : 1;
}
