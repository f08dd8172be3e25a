import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modulePaths } from '../../../src/engine/bytes/module-paths.ts';
import { PickleSize } from '../../../src/engine/bytes/pickle-size.ts';
import { stateDictPickleBytes } from '../../../src/engine/bytes/state-dict-pickle.ts';
import { pytorchArchiveBytes } from '../../../src/engine/bytes/zip-archive.ts';
import { architectureNamed, fileBytes, tensorDataBytes, tensorsOf } from '../../../src/engine/index.ts';

/**
 * torch 1.13.1 saved state dicts of these names, shapes and module paths: bytes of the pickle, of the zip file, and of the
 * file in the old format with every storage's address made 14 digits long (it had 9 or 10 in that process).
 */
const savedByTorch: readonly {
  readonly name: string;
  readonly pickleBytes: number;
  readonly zipBytes: number;
  readonly oldBytes?: number;
}[] = [
  { name: 'resnet18', pickleBytes: 15_131, zipBytes: 46_834_637, oldBytes: 46_816_996 },
  // 1,548 entries: more than one batch of 1000.
  { name: 'efficientnet_v2_l', pickleBytes: 243_446, zipBytes: 476_648_589, oldBytes: 476_423_630 },
  // Its output layer is tied to the embedding.
  { name: 'gpt2', pickleBytes: 22_455, zipBytes: 497_809_497 },
  // Index tables in int64.
  { name: 'swin_t', pickleBytes: 25_958, zipBytes: 113_444_175, oldBytes: 113_417_710 },
];

describe('a state dict saved by torch 1.13.1', () => {
  it.each(savedByTorch)(
    'has the pickle and the archive of $name to the byte',
    ({ name, pickleBytes, zipBytes }) => {
      const network = architectureNamed(name).build();
      const tensors = tensorsOf(network);
      const style = { storageKey: String, viewField: false };
      expect(stateDictPickleBytes(tensors, modulePaths(network), 'float32', style)).toBe(pickleBytes);
      const stored = tensors.filter((tensor) => tensor.sharesDataOf === undefined);
      const records = [
        { name: 'archive/data.pkl', dataBytes: pickleBytes },
        ...stored
          .map((tensor, index) => ({
            name: `archive/data/${index}`,
            dataBytes: tensorDataBytes(tensor, 'float32'),
          }))
          .toSorted((left, right) => (left.name < right.name ? -1 : 1)),
        { name: 'archive/version', dataBytes: 2 },
      ];
      expect(pytorchArchiveBytes(records)).toBe(zipBytes);
    },
  );

  it.each(savedByTorch)('gains byte order and serialization id in 2.1: $name', ({ name, zipBytes }) => {
    const added =
      fileBytes(architectureNamed(name).build(), { container: 'pytorch', dtype: 'float32' }) - zipBytes;
    expect(added).toBeGreaterThanOrEqual(300);
    expect(added).toBeLessThanOrEqual(500);
  });

  it.each(savedByTorch.filter(({ oldBytes }) => oldBytes !== undefined))(
    'has the old format of $name to the byte',
    ({ name, oldBytes }) => {
      const network = architectureNamed(name).build();
      expect(fileBytes(network, { container: 'pytorch-legacy', dtype: 'float32' })).toBe(oldBytes);
    },
  );
});

describe('pytorchArchiveBytes', () => {
  it('aligns the data to 64 bytes and describes it after its end', () => {
    // Header 30 + name 15 + extra 4, filled up to 64; 2 bytes, descriptor 16; directory 46 + 15; ends 98.
    expect(pytorchArchiveBytes([{ name: 'archive/version', dataBytes: 2 }])).toBe(64 + 2 + 16 + 61 + 98);
  });

  it('uses long fields beyond 4 GiB: an extra field of 12 in the directory and a descriptor of 24', () => {
    const large = { name: 'a', dataBytes: 2 ** 32 - 128 };
    const last = { name: 'b', dataBytes: 64 };
    const first = pytorchArchiveBytes([large]) - 98 - 47;
    expect(first).toBe(64 + 2 ** 32 - 128 + 16);
    const padded = Math.ceil((first + 30 + 1 + 12 + 4) / 64) * 64;
    expect(first + 47).toBeLessThan(2 ** 32);
    expect(pytorchArchiveBytes([large, last])).toBe(padded + 64 + 16 + 47 + 47 + 98);
    const beyond = { name: 'c', dataBytes: 64 };
    const second = padded + 64 + 16;
    expect(second).toBeGreaterThan(2 ** 32);
    const third = Math.ceil((second + 30 + 1 + 12 + 4) / 64) * 64;
    expect(pytorchArchiveBytes([large, last, beyond])).toBe(third + 64 + 24 + 3 * 47 + 12 + 98);
  });

  it('grows by at least the data of a record', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }),
        fc.nat(10_000),
        (sizes, more) => {
          const records = sizes.map((dataBytes, index) => ({ name: `archive/data/${index}`, dataBytes }));
          const larger = pytorchArchiveBytes([...records, { name: 'archive/more', dataBytes: more }]);
          expect(larger - pytorchArchiveBytes(records)).toBeGreaterThanOrEqual(more);
        },
      ),
    );
  });
});

describe('PickleSize', () => {
  it.each([
    [255, 2],
    [256, 3],
    [65_535, 3],
    [65_536, 5],
    [2_147_483_647, 5],
    [2_147_483_648, 7],
    [1_099_511_627_775, 8],
  ])('writes %i in %i bytes (Python 3.11, protocol 2)', (value, bytes) => {
    const pickle = new PickleSize();
    pickle.integer(value);
    expect(pickle.bytes).toBe(bytes);
  });
});
