import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Operators that one family of networks brings with it (Swin's and MaxViT's windows, MViT's pooled attention). */
const familyOperators = ['windowed-attention', 'pooled-attention'];

/** Bytes of what an entry exports, bundled as for a browser and compressed with brotli. */
async function bundledBytes(entry: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-weight-'));
  const file = join(folder, 'entry.ts');
  writeFileSync(file, entry);
  const bundle = await rolldown({ input: file, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  rmSync(folder, { recursive: true });
  return brotliCompressSync(output[0].code).byteLength;
}

const engine = (path: string): string => JSON.stringify(resolve('src/engine', path));

/** The engine's core with every operator, formula and analysis, but without networks and their own operators. */
export async function coreBytes(operatorModules: readonly string[]): Promise<number> {
  const own = operatorModules.filter((name) => !familyOperators.some((family) => name.startsWith(family)));
  const modules = [
    'checks.ts',
    'units.ts',
    'dtype.ts',
    'formula/index.ts',
    'network/index.ts',
    ...own.map((name) => `ops/${name}`),
  ];
  return bundledBytes(modules.map((path) => `export * from ${engine(path)};`).join('\n'));
}

/** What one family of architectures adds to the core, at most over all families. */
export async function largestFamilyBytes(
  families: readonly string[],
): Promise<{ family: string; bytes: number }> {
  const summary = `export { summarize } from ${engine('network/index.ts')};`;
  const base = await bundledBytes(summary);
  const sizes = await Promise.all(
    families.map(async (family) => ({
      family,
      bytes: (await bundledBytes(`${summary}\nexport * from ${engine(`architectures/${family}`)};`)) - base,
    })),
  );
  return sizes.reduce((largest, each) => (each.bytes > largest.bytes ? each : largest));
}
