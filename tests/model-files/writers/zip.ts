import { joined, little } from './bytes.ts';

export interface ZipRecord {
  readonly name: string;
  readonly data: Uint8Array;
  /** Default 0: stored as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** Default: where it lies. */
  readonly offset?: number;
  /** Default: the data's length. */
  readonly size?: number;
  readonly localName?: string;
}

/** A zip archive of stored records; `long` adds the zip64 directory, as PyTorch's writer always does. */
export function zip(records: readonly ZipRecord[], long = false): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const {
    name,
    data,
    method = 0,
    flags = 0,
    offset = position,
    size = data.length,
    localName = name,
  } of records) {
    const sizes = joined(little(0, 4), little(data.length, 4), little(size, 4));
    const inLocal = joined(localName);
    const inDirectory = joined(name);
    const about = joined(little(20, 2), little(flags, 2), little(method, 2), little(0, 4), sizes);
    const body = joined('PK\x03\x04', about, little(inLocal.length, 2), little(0, 2), inLocal, data);
    const lengths = joined(little(inDirectory.length, 2), little(0, 2), little(0, 2));
    directory.push(
      joined('PK\x01\x02', little(20, 2), about, lengths, little(0, 8), little(offset, 4), inDirectory),
    );
    bodies.push(body);
    position += body.length;
  }
  const central = joined(...directory);
  const [count, bytes] = [records.length, central.length];
  const longEnd = joined(
    'PK\x06\x06',
    little(44, 8),
    little(20, 2),
    little(20, 2),
    little(0, 8),
    little(count, 8),
    little(count, 8),
    little(bytes, 8),
    little(position, 8),
  );
  const locator = joined('PK\x06\x07', little(0, 4), little(position + bytes, 8), little(1, 4));
  const end = long
    ? joined(little(0xffff, 2), little(0xffff, 2), little(0xffffffff, 4), little(0xffffffff, 4))
    : joined(little(count, 2), little(count, 2), little(bytes, 4), little(position, 4));
  return joined(
    ...bodies,
    central,
    ...(long ? [longEnd, locator] : []),
    'PK\x05\x06',
    little(0, 4),
    end,
    little(0, 2),
  );
}
