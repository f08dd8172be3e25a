/** Joins pieces of bytes: numbers are single bytes, texts UTF-8. */
export function joined(...pieces: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array {
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? new TextEncoder().encode(piece) : Uint8Array.from(piece),
  );
  const all = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
}

/** A little-endian number of `count` bytes. */
export function little(value: number | bigint, count: 1 | 2 | 4 | 8): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  return Uint8Array.from({ length: count }, () => {
    const byte = Number(rest & 0xffn);
    rest >>= 8n;
    return byte;
  });
}

export function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}

/** Zeros up to the next multiple of `alignment`. */
export function padding(length: number, alignment: number): Uint8Array {
  return zeros((alignment - (length % alignment)) % alignment);
}
