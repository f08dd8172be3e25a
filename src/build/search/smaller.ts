import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';

/** The library's script, its own interfaces and its list of languages, which the names say; none is used here. */
const unused = /^pagefind.*\.(js|css|json)$/;

/** The library's files that are compressed already, the program apart, which is compressed as well as can be. */
const compressed = /\.pf_(?:meta|index|fragment)$/;

/**
 * Makes what the library has written smaller: what is not used is removed, and its data is compressed once more, with
 * more patience.
 */
export async function makeSmaller(bundle: string): Promise<void> {
  const names = await readdir(bundle, { recursive: true });
  await Promise.all(names.filter((name) => unused.test(name)).map((name) => rm(join(bundle, name))));
  // One after another: a site of thousands of texts would have more files open than the system allows.
  for (const name of names.filter((each) => compressed.test(each))) {
    const path = join(bundle, name);
    const content = await readFile(path);
    const again = gzipSync(gunzipSync(content), { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
    if (again.byteLength < content.byteLength) await writeFile(path, again);
  }
}
