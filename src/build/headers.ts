import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetPath } from '../i18n/index.ts';
import { htmlFiles } from './pages.ts';

/** Hashed files never change under their name. Everything else is left to the host, which asks again. */
const forever = 'public, max-age=31536000, immutable';

/**
 * Writes `_headers` (read by Netlify, Cloudflare Pages and others): the pages' policy once more as a header, with what
 * a meta element cannot say, and how long each kind of file may be kept.
 */
export async function writeHeaders(folder: string, base: string): Promise<void> {
  const policies = await Promise.all(
    (await htmlFiles(folder)).map(async (path) => policyOf(await readFile(path, 'utf8'))),
  );
  const policy = `${mergePolicies(policies)}; frame-ancestors 'none'`;
  const everywhere = [
    `Content-Security-Policy: ${policy}`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Permissions-Policy: camera=(), microphone=(), geolocation=()',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Strict-Transport-Security: max-age=63072000',
  ];
  const rules = [
    [assetPath(base, '*'), everywhere],
    [assetPath(base, '_astro/*'), [`Cache-Control: ${forever}`]],
  ] as const;
  await writeFile(
    join(folder, '_headers'),
    rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n'),
  );
}

/** The policy a page carries in its meta element. */
function policyOf(page: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(page)?.[1];
  if (policy === undefined) throw new Error('a page has no content-security-policy');
  return policy.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}

/** One policy that allows what any page's allows: pages differ only in the hashes of their island loaders. */
function mergePolicies(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...values] = directive.trim().split(/\s+/);
      if (name === undefined || name === '') continue;
      const merged = directives.get(name) ?? new Set();
      for (const value of values) merged.add(value);
      directives.set(name, merged);
    }
  }
  return [...directives].map(([name, values]) => [name, ...[...values].sort()].join(' ')).join('; ');
}
