import { readFileSync } from 'node:fs';
import { evaluate as evaluateNote } from '@mdx-js/mdx';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { Fragment, h, isValidElement } from 'preact';
import * as runtime from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';
import remarkGfm from 'remark-gfm';
import { loadFacts } from '../../src/collections/index.ts';
import { noteScope } from '../../src/components/note-scope.ts';
import type { Bindings, Formula } from '../../src/engine/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { languageTag } from '../../src/i18n/index.ts';
import { catalog, notePlugins } from '../../src/markdown/index.ts';

/**
 * The text of a real note with every number worked out: its prose, tables and answers, the results of its worked
 * examples and its published figures. Other components give what stands between their tags.
 * @throws as the site's build does.
 */
export async function noteText(locale: Locale, slug: string): Promise<string> {
  const path = `content/notes/${locale}/${slug}.mdx`;
  const value = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---/, '');
  const { remarkPlugins, rehypePlugins, recmaPlugins } = notePlugins('/');
  const { default: Note }: { readonly default: unknown } = await evaluateNote(
    { value, path },
    { ...runtime, remarkPlugins: [remarkGfm, ...remarkPlugins], rehypePlugins, recmaPlugins },
  );
  if (typeof Note !== 'function') throw new TypeError(`${path} is no component`);
  const content: unknown = Reflect.apply(Note, undefined, [
    { components: componentsFor(locale), ...noteScope(locale) },
  ]);
  if (!isValidElement(content)) throw new TypeError(`${path} gives no element`);
  return render(content).replaceAll(/<annotation.*?<\/annotation>|<[^>]+>/g, '');
}

interface ArithmeticProps {
  readonly formula: Formula | readonly Formula[];
  readonly values: Bindings;
}

function componentsFor(locale: Locale): Record<string, FunctionComponent<never>> {
  const show = formatterFor(languageTag[locale]);
  const facts = loadFacts();
  const Children = ({ children }: { readonly children?: ComponentChildren }) => h(Fragment, {}, children);
  const Arithmetic = ({ formula, values }: ArithmeticProps) =>
    ('expression' in formula ? [formula] : formula).map(({ expression }) =>
      h('p', {}, show.trimmed(evaluate(expression, values), 3)),
    );
  const Fact = ({ id }: { readonly id: string }) => h('b', {}, show.trimmed(facts.get(id)?.value ?? NaN, 6));
  const Snippet = ({ code }: { readonly code: string }) => h('pre', {}, code);
  const plain = [...Object.keys(catalog), 'ReferenceList'].map((name) => [name, Children] as const);
  return { ...Object.fromEntries(plain), Arithmetic, Fact, Snippet };
}
