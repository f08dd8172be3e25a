import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadArchitectureFamilies, loadChanges, loadFacts, loadGlossary } from '../../src/collections/index.ts';
import { blocksOf } from './notes/blocks.ts';
import { discouraged, discouragedTerms } from './notes/chinese-terms.ts';
import { typographyFindings } from './notes/chinese-typography.ts';
import { frontmatterOf } from './notes/frontmatter.ts';
import { noteSource, noteTree, slugs } from './notes/note-tree.ts';

const glossary = loadGlossary();
const withTerms = (text: string): string =>
  text.replaceAll(/⟨term ([a-z0-9-]+)⟩/g, (_, id: string) => glossary.get(id)?.name.zh ?? '');

/** Stands where a value is put into a text, which may be of either script. */
const anyValue = '\u0001';

/** Quoted texts with Han in them. */
function chineseLiterals(source: string): string[] {
  const literals = source.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|>[^<>{}=]*\p{Script=Han}[^<>{}=]*</gu) ?? [];
  return literals
    .map((literal) => literal.slice(1, -1).replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, anyValue))
    .filter((literal) => /\p{Script=Han}/u.test(literal));
}

const families = loadArchitectureFamilies().map(({ id, introduced }) => [id, introduced.zh] as const);

const sources = readdirSync('src', { recursive: true })
  .map(String)
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && !/engine\/|initials/.test(file))
  .sort();

describe('the Chinese', () => {
  it.each(slugs)('of the note %s is set as Chinese is', (slug) => {
    const { title, description, questions } = frontmatterOf('zh', slug);
    const own = [title, description, ...questions.map(({ ask }) => ask)].flatMap(typographyFindings);
    const blocks = blocksOf(noteTree(noteSource('zh', slug))).flatMap(({ line, text }) =>
      typographyFindings(withTerms(text)).map((finding) => `${line} ${finding}`),
    );
    expect([...own, ...blocks]).toEqual([]);
  });

  it.each(slugs)('of the note %s ends the small heading of a list item with a colon', (slug) => {
    expect(noteSource('zh', slug).match(/^- \*\*[^*\n]+(?:\*\*。|。\*\*)/gm) ?? []).toEqual([]);
  });

  it('of terms, facts, changes and families of networks is set as Chinese is', () => {
    const texts = [
      ...families,
      ...[...glossary].map(([id, { sentence }]) => [id, sentence.zh] as const),
      ...[...loadFacts()].map(([id, { what }]) => [id, what.zh] as const),
      ...loadChanges().map(({ date, what }) => [date, what.zh] as const),
    ];
    expect(texts.flatMap(([id, text]) => typographyFindings(text).map((finding) => `${id} ${finding}`))).toEqual([]);
  });

  it('of the interface, the calculators and the figures is set as Chinese is', () => {
    const found = sources.flatMap((file) =>
      chineseLiterals(readFileSync(`src/${file}`, 'utf8')).flatMap((text) =>
        typographyFindings(text).map((finding) => `${file} ${finding}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('the Chinese, in its terms,', () => {
  // The names of a thing are what this section of the overview is about.
  const isAboutNames = (slug: string, line: number, source: string): boolean =>
    slug === 'kinds-of-convolution' &&
    line > source.slice(0, source.indexOf('/* names */')).split('\n').length - 1 &&
    line < source.slice(0, source.indexOf('/* not-saved */')).split('\n').length;

  it.each(slugs)('keeps to the glossary in the note %s', (slug) => {
    const source = noteSource('zh', slug);
    const found = blocksOf(noteTree(source))
      .filter(({ kind, line }) => kind !== 'misreading' && !isAboutNames(slug, line, source))
      .flatMap(({ line, text }) => discouragedTerms(text).map((finding) => `${line} ${finding}`));
    expect(found).toEqual([]);
  });

  it('keeps to the glossary in the interface, the calculators, the figures, the families and the glossary itself', () => {
    const found = sources.flatMap((file) =>
      chineseLiterals(readFileSync(`src/${file}`, 'utf8')).flatMap((text) =>
        discouragedTerms(text).map((finding) => `${file} ${finding}`),
      ),
    );
    const terms = [...glossary].flatMap(([id, { name, sentence }]) =>
      id === 'deconvolution' ? [] : discouragedTerms(`${name.zh}。${sentence.zh}`).map((finding) => `${id} ${finding}`),
    );
    const introduced = families.flatMap(([id, text]) => discouragedTerms(text).map((finding) => `${id} ${finding}`));
    expect([...found, ...terms, ...introduced]).toEqual([]);
  });

  it('discourages words that are no term’s name, for terms that exist', () => {
    for (const [id, words] of Object.entries(discouraged)) {
      expect(glossary.has(id), id).toBe(true);
      for (const [own, { name }] of glossary) {
        if (own !== 'deconvolution') expect(name.zh.match(words) ?? [], own).toEqual([]);
      }
    }
  });

  it('finds a discouraged word, and lets a sentence say that it is one', () => {
    expect(discouragedTerms('步幅为 2。')).toEqual(['步幅 → stride']);
    expect(discouragedTerms('步长也叫步幅。')).toEqual([]);
  });
});

describe('typographyFindings', () => {
  it.each([
    ['卷积conv', 'a blank between Han and Latin'],
    ['共⟨=⟩ 个', 'a blank between Han and Latin'],
    ['卷 积', 'no blank between Han'],
    ['好。 再', 'no blank beside a full-width mark'],
    ['卷积,池化', 'full-width marks beside Han'],
    ['“"卷积"”', 'curved quotation marks'],
    ['等等...', 'an ellipsis of six points'],
    ['好，。', 'one mark at a time'],
    ['２ 个', 'half-width letters and digits'],
  ])('finds in %s that it breaks “%s”', (text, rule) => {
    expect(typographyFindings(text).join()).toContain(rule);
  });

  it('finds nothing in Chinese as it should be', () => {
    expect(typographyFindings('输入 224×224 的图像（float32），共 ⟨=⟩ 个值 ⟨cite⟩；填充为 (2, 0)……')).toEqual([]);
  });
});
