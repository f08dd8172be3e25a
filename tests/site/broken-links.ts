import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { builtPages } from './pages.ts';

/** A page's links and anchors. */
interface PageLinks {
  readonly path: string;
  readonly links: readonly { href: string; language: string | undefined }[];
  readonly ids: ReadonlySet<string>;
}

function readPage(folder: string, path: string): PageLinks {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const links: { href: string; language: string | undefined }[] = [];
  const ids = new Set<string>();
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const attribute = (name: string): string | undefined =>
        node.attrs.find((each) => each.name === name)?.value;
      const id = attribute('id');
      if (id !== undefined) ids.add(id);
      const address = attribute('href') ?? attribute('src');
      if (address !== undefined) links.push({ href: address, language: attribute('hreflang') });
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(readFileSync(join(folder, file), 'utf8')));
  return { path, links, ids };
}

/** Links of a built site that lead nowhere, or into the other language without saying so. */
export function brokenLinks(
  folder: string,
  site: string,
  base: string,
): { checked: number; broken: string[] } {
  const pages = new Map(builtPages(folder).map((path) => [path, readPage(folder, path)]));
  const broken: string[] = [];
  let checked = 0;
  for (const { path, links } of pages.values()) {
    for (const { href, language } of links) {
      const url = new URL(href, `${site}${base}${path.slice(1)}`);
      if (url.origin !== site) continue;
      checked++;
      const where = `${path} -> ${href}`;
      if (!url.pathname.startsWith(base)) {
        broken.push(`${where}: outside of ${base}`);
        continue;
      }
      const target = `/${decodeURIComponent(url.pathname.slice(base.length))}`;
      const page = pages.get(target);
      if (page === undefined && !existsSync(join(folder, target)))
        broken.push(`${where}: no such page or file`);
      if (url.hash !== '' && page?.ids.has(decodeURIComponent(url.hash.slice(1))) === false)
        broken.push(`${where}: no such anchor`);
      const own = path.split('/')[1];
      const other = own === 'en' ? '/zh/' : '/en/';
      if ((own === 'en' || own === 'zh') && target.startsWith(other) && language === undefined)
        broken.push(`${where}: other language`);
    }
  }
  return { checked, broken };
}
