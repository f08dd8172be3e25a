import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { secondBuild, subPath, subPathBuild } from './variants.ts';

function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

describe('the build', { timeout: 60_000 }, () => {
  it('gives the same bytes in another folder, time zone and language', () => {
    const first = digests('dist');
    expect(Object.keys(first).length).toBeGreaterThan(50);
    expect(digests(secondBuild)).toEqual(first);
  });

  it('works below a sub-path: every link stays in it and leads somewhere', () => {
    const { checked, broken } = brokenLinks(subPathBuild, 'https://example.org', subPath);
    expect(checked).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });
});
