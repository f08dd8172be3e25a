import type { ModelFileErrorCode } from './error.ts';
import { ModelFileError } from './error.ts';

/** What bytes are read from; a `Blob` is one. */
export interface ByteSource {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How a reading is followed and ended. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the place in the file reached and the file's size, both in bytes. */
  readonly onProgress?: ((position: number, size: number) => void) | undefined;
}

/** Bytes fetched after a jump: enough for a tensor's description, little to waste when its data is jumped over. */
const firstWindow = 4096;
/** Bytes fetched at once when reading on without jumps. */
const largestWindow = 262_144;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a file's numbers and texts in order through one window, so that memory stays small whatever the file's size.
 *
 * `need` fetches, the others take what it fetched. All numbers are little-endian.
 */
export class ByteReader {
  readonly size: number;
  position = 0;
  private readonly source: ByteSource;
  private readonly options: ReadOptions;
  private view = new DataView(new ArrayBuffer(0));
  private start = 0;
  private window = firstWindow;

  constructor(source: ByteSource, options: ReadOptions = {}) {
    this.source = source;
    this.size = source.size;
    this.options = options;
  }

  /** Makes the next `count` bytes available. ModelFileError `truncated` when `end` comes before. */
  async need(count: number, end: number = this.size): Promise<void> {
    if (count > end - this.position)
      this.fail('truncated', `${count} bytes wanted, ${end - this.position} left`);
    const windowEnd = this.start + this.view.byteLength;
    if (this.position >= this.start && this.position + count <= windowEnd) return;
    this.checkSignal();
    const readsOn = this.position >= this.start && this.position <= windowEnd;
    this.window = readsOn ? Math.min(this.window * 2, largestWindow) : firstWindow;
    const stop = Math.min(this.size, this.position + Math.max(count, this.window));
    this.view = new DataView(await this.fetch(this.position, stop));
    this.start = this.position;
    if (this.view.byteLength !== stop - this.position) this.fail('unreadable', 'the file changed its size');
    this.options.onProgress?.(this.position, this.size);
  }

  private async fetch(start: number, end: number): Promise<ArrayBuffer> {
    try {
      return await this.source.slice(start, end).arrayBuffer();
    } catch (reason) {
      return this.fail('unreadable', reason instanceof Error ? reason.name : 'unknown reason');
    }
  }

  /** ModelFileError `cancelled` once the caller's signal is given; long loops without fetching ask here. */
  checkSignal(): void {
    if (this.options.signal?.aborted === true) this.fail('cancelled', 'the caller ended it');
  }

  u8(): number {
    return this.view.getUint8(this.advance(1));
  }

  u16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  /** A 64-bit number; ModelFileError `number` above 2^53, where a double would lose digits. */
  u64(): number {
    const value = this.view.getBigUint64(this.advance(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      this.fail('number', `${value} is above 2^53`, this.position - 8);
    return Number(value);
  }

  /** A copy of the next bytes. */
  bytes(count: number): Uint8Array {
    const at = this.advance(count);
    return new Uint8Array(this.view.buffer.slice(at, at + count));
  }

  /** Text of `count` bytes; ModelFileError `text` when they are not UTF-8. */
  text(count: number): string {
    const at = this.advance(count);
    try {
      return utf8.decode(new Uint8Array(this.view.buffer, at, count));
    } catch {
      return this.fail('text', 'not UTF-8', this.position - count);
    }
  }

  /** Passes over bytes without fetching them; ModelFileError `truncated` when `end` comes before. */
  skip(count: number, end: number = this.size): void {
    if (count > end - this.position)
      this.fail('truncated', `${count} bytes wanted, ${end - this.position} left`);
    this.position += count;
  }

  /** Throws a ModelFileError about this place, or `offset`. */
  fail(code: ModelFileErrorCode, detail: string, offset: number = this.position): never {
    throw new ModelFileError(code, offset, detail);
  }

  private advance(count: number): number {
    const at = this.position - this.start;
    this.position += count;
    return at;
  }
}
