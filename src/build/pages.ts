import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of all HTML files below a folder, sorted so that every build treats them in one order. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => join(folder, name));
}
