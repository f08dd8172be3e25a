import satori from 'satori';
import sharp from 'sharp';
import { fontsFor } from './fonts.ts';

/** What a preview picture says. */
export interface PreviewText {
  readonly kicker: string;
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
}

/**
 * The picture shown where a page is shared: 1200×630, PNG. Letters are drawn as paths from fonts of the build's own
 * packages, so the same text gives the same bytes on every machine.
 */
export async function previewImage(text: PreviewText): Promise<Uint8Array<ArrayBuffer>> {
  const { kicker, title, description, siteName } = text;
  const fonts = fontsFor(Object.values(text).join(''));
  const svg = await satori(
    box(
      {
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: 1200,
        height: 630,
        padding: '72px',
        boxSizing: 'border-box',
        backgroundColor: '#fdfcf8',
        color: '#1f1d19',
        fontFamily: fonts.map(({ name }) => `"${name}"`).join(', '),
      },
      [
        box({ fontSize: 30, color: '#5d584d' }, kicker),
        box({ flexDirection: 'column' }, [
          box({ fontSize: 72, fontWeight: 600, lineHeight: 1.15 }, title),
          box({ marginTop: 28, fontSize: 34, lineHeight: 1.45, color: '#5d584d' }, description),
        ]),
        box({ justifyContent: 'space-between', alignItems: 'center', fontSize: 30, fontWeight: 600 }, [
          box({}, siteName),
          box(
            {},
            ['#1c5a9e', '#9c3d09', '#0b6650', '#74348a'].map((colour) =>
              box({ width: 56, height: 10, marginLeft: 12, backgroundColor: colour }, ''),
            ),
          ),
        ]),
      ],
    ),
    { width: 1200, height: 630, fonts },
  );
  return new Uint8Array(
    await sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, effort: 1 }).toBuffer(),
  );
}

/** An element as satori reads it. */
interface Box {
  readonly type: 'div';
  readonly key: null;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children: string | readonly Box[];
  };
}

function box(style: Readonly<Record<string, string | number>>, children: string | readonly Box[]): Box {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}
