import type { ByteSource, ModelFileErrorCode } from '../../src/model-files/index.ts';
import { ModelFileError, readModel } from '../../src/model-files/index.ts';

/** Bytes in memory as a file; faster to slice than a Blob. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    slice: (start, end) => ({
      arrayBuffer: () => {
        const copy = new ArrayBuffer(end - start);
        new Uint8Array(copy).set(bytes.subarray(start, end));
        return Promise.resolve(copy);
      },
    }),
  };
}

/** A file of `size` bytes: pieces at their places, zeros between, and a count of what is read of it. */
export function sparseSource(
  pieces: readonly { readonly at: number; readonly bytes: Uint8Array }[],
  size: number,
): { source: ByteSource; bytesRead: () => number } {
  let read = 0;
  const source: ByteSource = {
    size,
    slice: (start, end) => ({
      arrayBuffer: () => {
        read += end - start;
        const copy = new Uint8Array(end - start);
        for (const { at, bytes } of pieces) {
          const [from, to] = [Math.max(at, start), Math.min(at + bytes.length, end)];
          if (from < to) copy.set(bytes.subarray(from - at, to - at), from - start);
        }
        return Promise.resolve(copy.buffer);
      },
    }),
  };
  return { source, bytesRead: () => read };
}

/** The code a file is refused with; `read` when it is not. Other errors are passed on: they are mistakes. */
export async function outcomeOf(bytes: Uint8Array): Promise<ModelFileErrorCode | 'read'> {
  try {
    await readModel(sourceOf(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof ModelFileError) return error.code;
    throw error;
  }
}
