import type { ByteReader } from './byte-reader.ts';
import { limits } from './limits.ts';

/** How a field's value is written. */
export const wire = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 } as const;

export interface Field {
  readonly number: number;
  readonly wire: number;
  /** The number of a varint; beyond 2^53 only near it. */
  readonly value: number;
  /** Byte behind the field. */
  readonly end: number;
  /** Byte the field begins at. */
  readonly start: number;
}

/** Bytes of the longest varint: 64 bits, 7 in each byte. */
export const longestVarint = 10;

/**
 * Walks through protobuf messages field by field. Groups are refused: ONNX has none.
 * Source: protobuf.dev, "Encoding".
 */
export class ProtobufReader {
  readonly reader: ByteReader;
  private fields = 0;

  constructor(reader: ByteReader) {
    this.reader = reader;
  }

  /** The next field of the message that ends at `end`; undefined when there is none. */
  async next(end: number): Promise<Field | undefined> {
    const { reader } = this;
    const start = reader.position;
    if (start === end) return undefined;
    if (++this.fields > limits.fields) reader.fail('limit', `more than ${limits.fields} fields`);
    const tag = await this.varint(end);
    const number = Math.floor(tag / 8);
    if (number < 1 || number >= 2 ** 29) reader.fail('type', `field number ${number}`, start);
    const kind = tag % 8;
    switch (kind) {
      case wire.varint: {
        const value = await this.varint(end);
        return { number, wire: kind, value, start, end: reader.position };
      }
      case wire.fixed64:
      case wire.fixed32: {
        reader.skip(kind === wire.fixed64 ? 8 : 4, end);
        return { number, wire: kind, value: 0, start, end: reader.position };
      }
      case wire.delimited: {
        const length = await this.varint(end);
        if (length < 0 || length > end - reader.position) {
          reader.fail('truncated', `${length} bytes wanted, ${end - reader.position} left`, start);
        }
        return { number, wire: kind, value: length, start, end: reader.position + length };
      }
      default:
        return reader.fail('type', `wire type ${kind}`, start);
    }
  }

  /** Goes on behind the field, whatever of it was read. */
  leave(field: Field): void {
    this.reader.position = field.end;
  }

  /** Refuses a field that is written in another way than its message says. */
  expect(field: Field, kind: number): void {
    if (field.wire !== kind) {
      this.reader.fail('type', `field ${field.number} has wire type ${field.wire}`, field.start);
    }
  }

  /** The text of a field. */
  async text(field: Field): Promise<string> {
    this.expect(field, wire.delimited);
    if (field.value > limits.textBytes)
      this.reader.fail('limit', `a text of ${field.value} bytes`, field.start);
    await this.reader.need(field.value, field.end);
    return this.reader.text(field.value);
  }

  /** The numbers of a repeated field, packed into one or alone; `most` bounds how many are kept. */
  async numbers(field: Field, into: number[], most: number): Promise<void> {
    const add = (value: number): void => {
      if (into.length === most) this.reader.fail('limit', `more than ${most} numbers`, field.start);
      into.push(value);
    };
    if (field.wire === wire.varint) add(field.value);
    else {
      this.expect(field, wire.delimited);
      while (this.reader.position < field.end) add(await this.varint(field.end));
    }
  }

  /** A signed 64-bit number; beyond 2^53 only near it. */
  async varint(end: number): Promise<number> {
    const { reader } = this;
    const start = reader.position;
    await reader.need(Math.min(longestVarint, end - start) || 1, end);
    let low = 0;
    let scale = 1;
    let high = 0n;
    for (let index = 0; index < longestVarint; index++) {
      if (reader.position === end) reader.fail('truncated', 'a number does not end', start);
      const byte = reader.u8();
      if (index < 7) {
        low += (byte & 0x7f) * scale;
        scale *= 0x80;
      } else high |= BigInt(byte & 0x7f) << BigInt(7 * index);
      if (byte < 0x80) {
        if (index === longestVarint - 1 && byte > 1) break;
        return index < 7 ? low : Number(BigInt.asIntN(64, high | BigInt(low)));
      }
    }
    return reader.fail('number', 'a number of more than 64 bits', start);
  }
}
