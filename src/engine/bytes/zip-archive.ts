/** One file of an archive. */
export interface ArchiveRecord {
  readonly name: string;
  readonly dataBytes: number;
}

/** Fixed lengths of the zip format, APPNOTE.TXT sections 4.3.7 to 4.3.16. */
const localHeaderBytes = 30;
const centralHeaderBytes = 46;
const descriptorBytes = 16;
/** With sizes of 8 bytes in place of 4. */
const longDescriptorBytes = 24;
const endBytes = 22;
/** The zip64 end of the directory and its locator, which PyTorch's writer always adds. */
const longEndBytes = 56 + 20;
/** Tag and length in front of an extra field. */
const extraHeaderBytes = 4;
/** From here on sizes and offsets do not fit into 4 bytes and go into an extra field of 8 each. */
const longLimit = 0xffff_ffff;
/** The data of every record begins at a multiple of this, so that it can be mapped into memory. */
const dataAlignment = 64;

/**
 * Bytes of an uncompressed zip archive as PyTorch's writer lays it out: each record's local header is padded by an
 * extra field so that its data is aligned, a descriptor follows the data, the directory comes last.
 *
 * Source: pytorch/pytorch, caffe2/serialize/inline_container.cc, `getPadding` and `PyTorchStreamWriter::writeRecord`;
 * third_party/miniz.
 * @example pytorchArchiveBytes([{ name: 'archive/version', dataBytes: 2 }]) // 241
 */
export function pytorchArchiveBytes(records: readonly ArchiveRecord[]): number {
  let offset = 0;
  let directoryBytes = 0;
  for (const { name, dataBytes } of records) {
    const nameBytes = new TextEncoder().encode(name).length;
    const longFields = (offset >= longLimit ? 1 : 0) + (dataBytes >= longLimit ? 2 : 0);
    const longExtraBytes = longFields === 0 ? 0 : extraHeaderBytes + 8 * longFields;
    const unaligned = offset + localHeaderBytes + nameBytes + longExtraBytes + extraHeaderBytes;
    const dataOffset = Math.ceil(unaligned / dataAlignment) * dataAlignment;
    const descriptor = longFields === 0 ? descriptorBytes : longDescriptorBytes;
    offset = dataOffset + dataBytes + (dataBytes === 0 ? 0 : descriptor);
    directoryBytes += centralHeaderBytes + nameBytes + longExtraBytes;
  }
  return offset + directoryBytes + longEndBytes + endBytes;
}
