import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A site being served on this machine. */
export interface ServedSite {
  readonly server: Server;
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
}

/**
 * Serves a built site below `base` as a host that reads `_headers` would: its headers on every answer, and 404.html
 * for what is missing.
 */
export async function serveSite(folder: string, base = '/', port = 0): Promise<ServedSite> {
  const headers = headersForAll(readFileSync(join(folder, '_headers'), 'utf8'));
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => {
      setAll(response, headers);
    },
  });
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const notFound = (): void => {
      setAll(response, headers);
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (!path.startsWith(base)) {
      notFound();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

type Header = readonly [name: string, value: string];

function setAll(
  response: { setHeader(name: string, value: string): unknown },
  headers: readonly Header[],
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
}

/** The headers under the first rule of `_headers`, which is for every file; upgrading to TLS is left out. */
function headersForAll(text: string): Header[] {
  const [rule = ''] = text.split('\n\n');
  return rule
    .split('\n')
    .slice(1)
    .map((line): Header => {
      const [name = '', ...value] = line.trim().split(': ');
      return [name, value.join(': ')];
    })
    .filter(([name]) => name !== '' && name !== 'Strict-Transport-Security');
}
