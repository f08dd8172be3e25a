// Builds what the site tests look at: the site itself into `dist`, once more from a copy in another folder (to compare
// byte by byte), and once below a sub-path.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { secondBuild, subPath, subPathBuild } from './variants.ts';

function build(folder: string, target: string, environment: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['astro', 'build', '--force', '--outDir', resolve(target)],
    {
      cwd: folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
      encoding: 'utf8',
    },
  );
  // A build's long report is of interest only when it fails.
  if (status !== 0) throw new Error(`the build into ${target} failed\n${stdout}\n${stderr}`);
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'field-notes-'));
  for (const name of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'content', 'public']) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

build('.', 'dist');
const copy = copyOfProject();
build(copy, secondBuild, { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8' });
build(copy, subPathBuild, { BASE_PATH: subPath, SITE_URL: 'https://example.org' });
rmSync(copy, { recursive: true });
