// Builds what the site tests look at: the site itself into `dist`, once more from a copy in another folder (to compare
// byte by byte), and once below a sub-path.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { secondBuild, subPath, subPathBuild } from './variants.ts';

/** A build's long report is of interest only when it fails: it is in the error then. */
async function build(
  folder: string,
  target: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)('npx', ['astro', 'build', '--force', '--outDir', resolve(target)], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    maxBuffer: 2 ** 26,
  });
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'field-notes-'));
  for (const name of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'content', 'public']) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  // The packages themselves, not what a build leaves beside them: three builds at once would take it from each other.
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name));
  }
  return copy;
}

const copies = [copyOfProject(), copyOfProject()] as const;
await Promise.all([
  build('.', 'dist'),
  build(copies[0], secondBuild, { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8' }),
  build(copies[1], subPathBuild, { BASE_PATH: subPath, SITE_URL: 'https://example.org' }),
]);
for (const copy of copies) rmSync(copy, { recursive: true });
