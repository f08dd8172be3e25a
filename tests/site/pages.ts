import { readdirSync } from 'node:fs';

/** Addresses of every built page, `/en/model-size/`, in one order. */
export function builtPages(folder = 'dist'): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

/** Slugs of the notes, read off the built English pages that carry an article. */
export function noteSlugs(): string[] {
  return readdirSync('content/notes/en')
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replace('.mdx', ''))
    .sort();
}
