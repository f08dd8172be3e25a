import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hoistStyles } from '../../src/build/hoist-styles.ts';

describe('hoistStyles', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoist-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const page = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;
  const written = async (name: string, body: string): Promise<string> => {
    await writeFile(join(folder, name), page(body));
    await hoistStyles(folder, '/');
    return readFile(join(folder, name), 'utf8');
  };

  it('turns every style attribute into a class of one sheet, keeping the element’s own classes', async () => {
    const html = await written(
      'a.html',
      '<i style="top:1em">x</i><b class="own" style="height:2em">y</b><u style="top:1em" class="own">z</u>',
    );
    expect(html).not.toContain('style=');
    expect(html).toMatch(
      /<i class="k1">x<\/i><b class="own k0" ?>y<\/b><u +class="own k1">z<\/u><\/body><\/html>$/,
    );
    const [sheet = ''] = await readdir(join(folder, '_astro'));
    expect(html).toContain(`/_astro/${sheet}`);
    expect(await readFile(join(folder, '_astro', sheet), 'utf8')).toBe(
      '.k0{height:2em!important}\n.k1{top:1em!important}\n',
    );
  });

  it('leaves a page without style attributes as it was', async () => {
    expect(await written('plain.html', '<p class="own">x</p>')).toBe(page('<p class="own">x</p>'));
  });
});
