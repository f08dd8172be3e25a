import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** Where Debian puts the browser the tests use. */
export const chromiumPath = '/usr/bin/chromium';

/** Flags that keep the browser from looking for anything on the network, and let it run as root. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Installs Debian's Chromium, and Han fonts for the pictures, where they are missing.
 * @throws Error saying what to install when this is not Debian or not root.
 */
export function ensureBrowser(): void {
  if (existsSync(chromiumPath)) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'The browser tests need Chromium at /usr/bin/chromium. Install it: sudo apt-get install chromium',
    );
  }
  const apt = (...words: string[]): void => {
    execFileSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}
