import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder writers edit. Builds and tests run in the project's root. */
const contentFolder = join(process.cwd(), 'content');

/** Path of a content file on this machine. */
export function contentPath(...parts: string[]): string {
  return join(contentFolder, ...parts);
}

/** Text of a content file. */
export function readContent(...parts: string[]): string {
  return readFileSync(contentPath(...parts), 'utf8');
}

/** Whether a content file exists. */
export function contentExists(...parts: string[]): boolean {
  return existsSync(contentPath(...parts));
}

/** Names of the files of a content folder with that ending, sorted so that every build sees one order. */
export function contentFiles(folder: string, ending: string): string[] {
  return readdirSync(contentPath(folder))
    .filter((name) => name.endsWith(ending))
    .sort();
}
