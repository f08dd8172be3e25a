import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { anchorsIn, anchorsOfNote } from '../collections/index.ts';
import type { Locale } from '../i18n/index.ts';
import { isLocale, otherLocales, pagePath } from '../i18n/index.ts';
import type { Complaint } from './mdx-tree.ts';
import { failOn, noteFile } from './mdx-tree.ts';

/** How links find other notes; tests hand in their own. */
export interface LinkOptions {
  readonly base: string;
  readonly anchorsOf: (locale: Locale, slug: string) => ReadonlySet<string> | undefined;
}

/** Pages that are no notes and that a note may lead to, as `page:your-model`. */
const linkedPages: ReadonlySet<string> = new Set(['your-model']);

/**
 * Remark plugin: resolves `note:slug#anchor`, `page:name` and `#anchor` links and checks that they lead somewhere; refuses bare
 * addresses (a claim's source is a citation); and checks that every anchor of the note exists in its translation.
 */
export function remarkCheckLinks({ base, anchorsOf }: LinkOptions) {
  return (tree: Root, file: VFile): void => {
    const { locale, slug } = identityOf(file);
    const source = String(file.value);
    const own = new Set(anchorsIn(source));
    const complaints: Complaint[] = [];
    visit(tree, 'link', (link) => {
      const problem = resolve(link.url);
      if (problem !== undefined) complaints.push({ reason: problem, node: link });
    });
    visit(tree, 'link', (link) => {
      if (link.url.startsWith('note:')) {
        const [target = '', anchor] = link.url.slice('note:'.length).split('#');
        link.url = pagePath(base, locale, target) + (anchor === undefined ? '' : `#${anchor}`);
      } else if (link.url.startsWith('page:'))
        link.url = pagePath(base, locale, link.url.slice('page:'.length));
    });
    const untranslated = otherLocales(locale).flatMap((other) =>
      missingInTranslation(source, anchorsOf(other, slug), other),
    );
    failOn(file, [...complaints, ...untranslated]);

    function resolve(url: string): string | undefined {
      if (url.startsWith('#'))
        return own.has(url.slice(1)) ? undefined : `no heading or example here has the id ${url.slice(1)}`;
      if (url.startsWith('page:')) {
        const page = url.slice('page:'.length);
        return linkedPages.has(page) ? undefined : `${page} is no page that notes lead to`;
      }
      if (!url.startsWith('note:'))
        return `a note links with note:slug#anchor, or cites a source; not ${url}`;
      const [target = '', anchor] = url.slice('note:'.length).split('#');
      const anchors = anchorsOf(locale, target);
      if (anchors === undefined) return `there is no note ${target} in ${locale}`;
      return anchor === undefined || anchors.has(anchor)
        ? undefined
        : `the note ${target} has no anchor ${anchor}`;
    }
  };
}

/** The checks that wire to real files: `identityOf` reads language and slug off `…/notes/<language>/<slug>.mdx`. */
function identityOf(file: VFile): { locale: Locale; slug: string } {
  const [, locale, slug] = /([a-z]+)\/([a-z0-9-]+)\.mdx$/.exec(noteFile(file)) ?? [];
  if (!isLocale(locale) || slug === undefined) throw new Error(`${file.path} is not <language>/<slug>.mdx`);
  return { locale, slug };
}

function missingInTranslation(
  source: string,
  translated: ReadonlySet<string> | undefined,
  language: Locale,
): Complaint[] {
  const lines = source.split('\n');
  const lineOf = (anchor: string): number =>
    lines.findIndex((line) => line.includes(`/* ${anchor} */`) || line.includes(`id="${anchor}"`)) + 1;
  if (translated === undefined) {
    return [{ reason: `the note has no translation in ${language}`, node: atLine(1) }];
  }
  return anchorsIn(source)
    .filter((anchor) => !translated.has(anchor))
    .map((anchor) => ({
      reason: `the ${language} note has no anchor ${anchor}`,
      node: atLine(lineOf(anchor)),
    }));
}

function atLine(line: number): Complaint['node'] {
  return { position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}

/** Link options of the real site. */
export function siteLinks(base: string): LinkOptions {
  return { base, anchorsOf: anchorsOfNote };
}
