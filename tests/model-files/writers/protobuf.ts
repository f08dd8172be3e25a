import { joined } from './bytes.ts';

/** A protobuf number. */
export function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

/** A field with a number. */
export function numberField(field: number, value: number | bigint): Uint8Array {
  return joined(varint(field * 8), varint(value));
}

/** A field with a length and content. */
export function contentField(field: number, ...content: readonly (Uint8Array | string)[]): Uint8Array {
  const inside = joined(...content);
  return joined(varint(field * 8 + 2), varint(inside.length), inside);
}
