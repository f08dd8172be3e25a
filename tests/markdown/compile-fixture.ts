import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { anchorsIn, loadGlossary, loadReferences } from '../../src/collections/index.ts';
import { notePlugins } from '../../src/markdown/index.ts';

const folder = 'tests/fixtures/notes';

const sources = () => ({
  references: loadReferences(
    '@misc{known2020, author = {Known, Ann}, title = {A source}, year = {2020}, url = {https://example.org/known}}',
  ),
  glossary: loadGlossary(
    'known-term: { name: { en: known, zh: 已知 }, sentence: { en: It is known., zh: 它是已知的。 }, aliases: { en: [], zh: [] } }',
  ),
  facts: new Map([
    [
      'known-fact',
      { value: 1, unit: 'MACs', what: { en: 'one', zh: '一' }, source: 'known2020', checked: '2026-11-24' },
    ],
    [
      'unsourced-fact',
      { value: 1, unit: 'MACs', what: { en: 'one', zh: '一' }, source: 'nobody1999', checked: '2026-11-24' },
    ],
  ]),
});

/**
 * Compiles a sample note as the site does, and returns its code.
 * @throws as the site's build does, with file and line in the message.
 */
export async function compileFixture(name: string, language = 'en'): Promise<string> {
  const path = join(folder, language, `${name}.mdx`);
  // Frontmatter is blanked, not cut, so that lines keep their numbers; Astro does the same.
  const value = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---/, (matter) =>
    matter.replaceAll(/[^\n]/g, ' '),
  );
  const { remarkPlugins, rehypePlugins, recmaPlugins } = notePlugins(
    '/notes/',
    {
      base: '/notes/',
      anchorsOf: (locale, slug) => {
        const file = join(folder, locale, `${slug}.mdx`);
        return existsSync(file) ? new Set(anchorsIn(readFileSync(file, 'utf8'))) : undefined;
      },
    },
    sources,
  );
  const result = await compile(
    { value, path },
    { remarkPlugins: [remarkGfm, ...remarkPlugins], rehypePlugins, recmaPlugins },
  );
  return String(result);
}
