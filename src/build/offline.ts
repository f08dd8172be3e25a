import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands in the service worker for the build's hash. */
const placeholder = 'BUILD`;';

/** Names the service worker's cache after the site's content, so that a new build starts a new one. */
export async function nameOfflineCache(folder: string): Promise<void> {
  const worker = join(folder, 'sw.js');
  const source = await readFile(worker, 'utf8');
  if (!source.includes(placeholder)) throw new Error('sw.js has no place for the build’s hash');
  await writeFile(worker, source.replace(placeholder, `${await hashOf(folder)}\`;`));
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 12);
}
