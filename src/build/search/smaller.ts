import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Scripts and sheets of the library's own interfaces, and its worker; none is used here. */
const unused = /^pagefind-(?!entry\.json).*\.(js|css)$/;

/** The library's files that are compressed already, the program apart, which is compressed as well as can be. */
const compressed = /\.pf_(?:meta|index|fragment)$/;

/**
 * Makes what the library has written smaller to load: of its script only what searches is kept, and its data is
 * compressed once more, with more patience.
 * @throws Error when its script has another form than it had.
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
  const script = join(bundle, 'pagefind.js');
  await writeFile(script, await searchingPart(await readFile(script, 'utf8')));
}

/**
 * The library's script with nothing but its search. It offers this only behind a switch between a worker and the page's
 * own thread, which together are a third of the script.
 */
async function searchingPart(script: string): Promise<string> {
  const modules: ReadonlyMap<string, string> = new Map([
    ['search', "export { Pagefind } from 'library';"],
    ['library', `${script}\nexport { Pagefind };`],
  ]);
  const bundle = await rolldown({
    input: 'search',
    plugins: [
      {
        name: 'library',
        resolveId: (id) => (modules.has(id) ? id : null),
        load: (id) => modules.get(id) ?? null,
      },
    ],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}
