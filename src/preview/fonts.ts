import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'satori';

const packages = join(process.cwd(), 'node_modules', '@fontsource');

/**
 * Faces for drawing `text`: the site's Latin family, and those pieces of Noto Sans SC (it comes in about a hundred)
 * that hold the text's other characters.
 */
export function fontsFor(text: string): Font[] {
  const latin = ([400, 600] as const).map((weight) => ({
    name: 'Source Serif 4',
    weight,
    style: 'normal' as const,
    data: readFileSync(join(packages, `source-serif-4/files/source-serif-4-latin-${weight}-normal.woff`)),
  }));
  const han = hanPiecesOf(text).flatMap((piece) =>
    ([400, 700] as const).map((weight) => ({
      // A name of its own for each piece: satori falls back from family to family, not within one.
      name: `Noto Sans SC ${piece}`,
      weight: weight === 700 ? (600 as const) : weight,
      style: 'normal' as const,
      data: readFileSync(join(packages, `noto-sans-sc/files/noto-sans-sc-${piece}-${weight}-normal.woff`)),
    })),
  );
  return [...latin, ...han];
}

function hanPiecesOf(text: string): string[] {
  const characters = [...new Set(text)]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => code > 0xff);
  return hanPieces()
    .filter(({ ranges }) =>
      characters.some((code) => ranges.some(([first, last]) => code >= first && code <= last)),
    )
    .map(({ piece }) => piece);
}

/** A file of the Han family and the code points it holds. */
interface HanPiece {
  readonly piece: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

let pieces: readonly HanPiece[] | undefined;

function hanPieces(): readonly HanPiece[] {
  pieces ??= readHanPieces();
  return pieces;
}

function readHanPieces(): HanPiece[] {
  const read: unknown = JSON.parse(readFileSync(join(packages, 'noto-sans-sc/unicode.json'), 'utf8'));
  if (typeof read !== 'object' || read === null) throw new TypeError('noto-sans-sc/unicode.json is no map');
  return Object.entries(read)
    .map(([key, ranges]) => ({
      piece: key.replaceAll(/[[\]]/g, ''),
      ranges: String(ranges)
        .split(',')
        .map((range) => {
          const [first = '', last = first] = range.replace('U+', '').split('-');
          return [parseInt(first, 16), parseInt(last, 16)] as const;
        }),
    }))
    .filter(({ piece }) => /^\d+$/.test(piece));
}
