import type { ModelFileErrorCode } from './error.ts';
import { ModelFileError } from './error.ts';
import { limits } from './limits.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a pickle's numbers and texts in order. Source: python/cpython, Lib/pickletools.py, "ArgumentDescriptor". */
export class PickleCursor {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly start: number;
  private position = 0;

  /** @param start Byte of the file at which the pickle begins, for errors. */
  constructor(bytes: Uint8Array, start: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.start = start;
  }

  isAtEnd(): boolean {
    return this.position === this.bytes.length;
  }

  u8(): number {
    return this.view.getUint8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  /** The one number that pickles write with its high byte first. */
  f64(): number {
    return this.view.getFloat64(this.take(8));
  }

  /** Text up to the end of a line. */
  line(): string {
    const end = this.bytes.indexOf(0x0a, this.position);
    if (end === -1) this.fail('truncated', 'a name does not end');
    if (end - this.position > limits.keyBytes) this.fail('limit', 'a name is too long');
    const text = this.text(end - this.position);
    this.position++;
    return text;
  }

  /** A whole number of any length, as long as it is within 2^53. */
  long(): number {
    const length = this.u8();
    const at = this.take(length);
    let value = 0n;
    for (let index = length - 1; index >= 0; index--)
      value = (value << 8n) | BigInt(this.bytes[at + index] ?? 0);
    const signed = Number(BigInt.asIntN(8 * length, value));
    // Old checkpoints carry longer ones as markers; as a size they are refused where they are used.
    return Number.isSafeInteger(signed) ? signed : Number.NaN;
  }

  /** Text of `count` bytes; ModelFileError `text` when they are not UTF-8. */
  text(count: number): string {
    if (count > limits.textBytes) this.fail('limit', `a text of ${count} bytes`);
    const at = this.take(count);
    try {
      return utf8.decode(this.bytes.subarray(at, at + count));
    } catch {
      return this.fail('text', 'not UTF-8');
    }
  }

  private take(count: number): number {
    const at = this.position;
    if (count > this.bytes.length - at) this.fail('truncated', 'the pickle ends early');
    this.position += count;
    return at;
  }

  /** Throws a ModelFileError about this place. */
  fail(code: ModelFileErrorCode, detail: string): never {
    throw new ModelFileError(code, this.start + this.position, detail);
  }
}
