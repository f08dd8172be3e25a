import type { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';

/** A file within an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endBytes = 22;
const locatorBytes = 20;
const longEndBytes = 56;
const centralBytes = 46;
const localBytes = 30;
const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  longEnd: 0x06064b50,
  locator: 0x07064b50,
};
/** In place of numbers that stand in the zip64 parts. */
const long16 = 0xffff;
const long32 = 0xffffffff;

/**
 * Files of a zip archive whose records are stored as they are, as PyTorch writes them. Compressed or encrypted records
 * are refused, and so are records that overlap, or a name twice, by which two programs would see different files.
 * Source: PKWARE, APPNOTE.TXT, sections 4.3.7 to 4.3.16, 4.5.3.
 * @throws ModelFileError
 */
export async function readZipDirectory(reader: ByteReader): Promise<readonly ZipEntry[]> {
  const { count, bytes, offset } = await readEnd(reader);
  if (count > limits.tensors) reader.fail('limit', `${count} records`);
  if (bytes > limits.headerBytes) reader.fail('limit', `a directory of ${bytes} bytes`);
  const end = offset + bytes;
  if (end > reader.size) reader.fail('truncated', 'the directory reaches past the end');
  reader.position = offset;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) entries.push(await readEntry(reader, end));
  if (reader.position !== end) reader.fail('structure', 'the directory is longer than its records');
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) reader.fail('duplicate', 'a record’s name');
  checkPlaces(entries, offset, reader);
  return entries;
}

/** The directory's place: at the very end of the file, with the zip64 record where numbers are too large. */
async function readEnd(reader: ByteReader): Promise<{ count: number; bytes: number; offset: number }> {
  const end = reader.size - endBytes;
  if (end < 0) reader.fail('truncated', 'no directory');
  reader.position = end;
  await reader.need(endBytes);
  if (reader.u32() !== signatures.end) reader.fail('truncated', 'no directory at the end', end);
  reader.skip(6);
  const found = { count: reader.u16(), bytes: reader.u32(), offset: reader.u32() };
  if (found.count !== long16 && found.bytes !== long32 && found.offset !== long32) return found;
  if (end < locatorBytes) reader.fail('truncated', 'no zip64 directory');
  reader.position = end - locatorBytes;
  await reader.need(locatorBytes);
  if (reader.u32() !== signatures.locator) reader.fail('structure', 'no zip64 locator');
  reader.skip(4);
  const place = reader.u64();
  if (place > end - locatorBytes) reader.fail('truncated', 'the zip64 directory is past the end');
  reader.position = place;
  await reader.need(longEndBytes);
  if (reader.u32() !== signatures.longEnd) reader.fail('structure', 'no zip64 directory', place);
  reader.skip(28);
  return { count: reader.u64(), bytes: reader.u64(), offset: reader.u64() };
}

async function readEntry(reader: ByteReader, end: number): Promise<ZipEntry> {
  const start = reader.position;
  await reader.need(centralBytes, end);
  if (reader.u32() !== signatures.central) reader.fail('structure', 'no record of the directory', start);
  reader.skip(4);
  const flags = reader.u16();
  const method = reader.u16();
  reader.skip(8);
  const sizes = { packed: reader.u32(), bytes: reader.u32() };
  const lengths = { name: reader.u16(), extra: reader.u16(), comment: reader.u16() };
  reader.skip(8);
  let offset = reader.u32();
  await reader.need(lengths.name + lengths.extra, end);
  const name = reader.text(lengths.name);
  const extraEnd = reader.position + lengths.extra;
  while (extraEnd - reader.position >= 4) {
    const tag = reader.u16();
    const fieldEnd = reader.position + 2 + reader.u16();
    if (fieldEnd > extraEnd) reader.fail('truncated', 'an extra field', start);
    if (tag === 1) {
      const wanted = [sizes.bytes, sizes.packed, offset].filter((value) => value === long32).length;
      if (fieldEnd - reader.position < 8 * wanted) reader.fail('truncated', 'a zip64 field', start);
      if (sizes.bytes === long32) sizes.bytes = reader.u64();
      if (sizes.packed === long32) sizes.packed = reader.u64();
      if (offset === long32) offset = reader.u64();
    }
    reader.position = fieldEnd;
  }
  reader.position = extraEnd;
  reader.skip(lengths.comment, end);
  if ((flags & 1) !== 0) reader.fail('otherFormat', 'encrypted zip', start);
  if (method !== 0) reader.fail('otherFormat', 'compressed zip', start);
  if (sizes.packed !== sizes.bytes) reader.fail('size', 'a stored record of two sizes', start);
  return { name, bytes: sizes.bytes, offset };
}

function checkPlaces(entries: readonly ZipEntry[], directory: number, reader: ByteReader): void {
  let free = 0;
  for (const { name, bytes, offset } of entries.toSorted((left, right) => left.offset - right.offset)) {
    if (offset < free) reader.fail('layout', `${name.slice(0, 200)} overlaps`, offset);
    free = offset + localBytes + bytes;
    if (free > directory)
      reader.fail('truncated', `${name.slice(0, 200)} reaches into the directory`, offset);
  }
}

/** Goes to a record's first byte; its local header must say the same name. */
export async function enterZipEntry(reader: ByteReader, { name, bytes, offset }: ZipEntry): Promise<void> {
  reader.position = offset;
  await reader.need(localBytes);
  if (reader.u32() !== signatures.local) reader.fail('structure', 'no record here', offset);
  reader.skip(22);
  const lengths = { name: reader.u16(), extra: reader.u16() };
  await reader.need(lengths.name);
  if (reader.text(lengths.name) !== name) reader.fail('structure', 'a record of two names', offset);
  reader.skip(lengths.extra);
  await reader.need(bytes);
}
