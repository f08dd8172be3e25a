import { at, product } from '../checks.ts';

/** Objects a dictionary's entries are written in at a time (`_BATCHSIZE` of pickle). */
const batchEntries = 1000;

const utf8 = new TextEncoder();

/**
 * Adds up the bytes of a pickle of protocol 2, as Python's C pickler writes it.
 *
 * Every string, tuple of one or more and object is put into a memo, at 2 bytes up to entry 255 and 5 beyond; taking it
 * out again costs the same. Source: CPython, Modules/_pickle.c.
 */
export class PickleSize {
  /** Bytes so far. */
  bytes = 0;
  private memoEntries = 0;
  private readonly memo = new Map<string, number>();

  /** Opcodes and constants of a fixed length. */
  fixed(bytes: number): void {
    this.bytes += bytes;
  }

  /** Puts the object just written into the memo; under `name` when it will be written again. */
  put(name?: string): void {
    if (name !== undefined) this.memo.set(name, this.memoEntries);
    this.bytes += memoBytes(this.memoEntries);
    this.memoEntries += 1;
  }

  /** Takes the object of that name out of the memo, or writes it and puts it there. */
  once(name: string, write: () => void): void {
    const entry = this.memo.get(name);
    if (entry !== undefined) {
      this.bytes += memoBytes(entry);
      return;
    }
    write();
    this.put(name);
  }

  /** A string that is written once: opcode, length of 4 bytes, UTF-8. */
  text(value: string): void {
    this.bytes += 5 + utf8.encode(value).length;
    this.put();
  }

  /** A string that the same object stands for every time (interned, or a key kept in a table). */
  sharedText(value: string): void {
    this.once(`text ${value}`, () => {
      this.bytes += 5 + value.length;
    });
  }

  /** A class or function by module and name: opcode and two lines. */
  global(module: string, name: string): void {
    this.once(`global ${module} ${name}`, () => {
      this.bytes += 3 + module.length + name.length;
    });
  }

  /** A whole number that is not negative, in the shortest form: 1, 2 or 4 bytes, or its length and as many as it needs. */
  integer(value: number): void {
    const limits = [0x100, 0x1_0000, 0x8000_0000];
    const form = limits.findIndex((limit) => value < limit);
    const longBytes = Math.floor((Math.floor(Math.log2(value)) + 1) / 8) + 1;
    this.bytes += form === -1 ? 2 + longBytes : at([2, 3, 5], form);
  }

  /** A tuple of whole numbers; empty tuples have an opcode of their own and are not put into the memo. */
  integers(values: readonly number[]): void {
    this.tuple(values.length, () => {
      for (const value of values) this.integer(value);
    });
  }

  /** A tuple whose items `write` writes. Up to three items have opcodes without a mark. */
  tuple(items: number, write: () => void): void {
    write();
    if (items === 0) {
      this.bytes += 1;
      return;
    }
    this.bytes += items > 3 ? 2 : 1;
    this.put();
  }

  /** Marks and opcodes around a dictionary's entries: batches of 1000, a single entry without a mark. */
  entries(count: number): void {
    const full = Math.floor(count / batchEntries);
    const rest = count % batchEntries;
    this.bytes += 2 * full + (rest === 0 ? 0 : rest === 1 ? 1 : 2);
  }
}

function memoBytes(entry: number): number {
  return entry < 256 ? 2 : 5;
}

/** Strides of a contiguous tensor, in elements. */
export function contiguousStrides(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => product(shape.slice(axis + 1)));
}
