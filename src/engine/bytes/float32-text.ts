/**
 * float32 values stored little-endian in base64, as trained weights travel inside JSON.
 * @throws RangeError when the text is no base64 or its bytes are not a whole number of float32 values.
 * @example float32FromBase64('AACAPwAAAMA=') // [1, -2]
 */
export function float32FromBase64(text: string): Float32Array {
  const bytes = Uint8Array.from(decoded(text), (character) => character.charCodeAt(0));
  if (bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new RangeError(`text must hold whole float32 values, not ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / Float32Array.BYTES_PER_ELEMENT }, (_, index) =>
    view.getFloat32(index * Float32Array.BYTES_PER_ELEMENT, true),
  );
}

/** `atob`'s error is a DOMException that names neither the parameter nor what is wrong with it. */
function decoded(text: string): string {
  try {
    return atob(text);
  } catch {
    throw new RangeError('text must be base64');
  }
}
