// Cuts the site's one Latin family down to the letters and weights it uses: `npm run font`. The result is committed,
// so a build needs neither this step nor its packages.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const source = new URL('../../node_modules/@fontsource-variable/source-serif-4/files/', import.meta.url);
const target = new URL('../styles/fonts/', import.meta.url);

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

const letters = range(0x20, 0x7e);
const accented = 'ÁÄÅÉÖÜßáäåçéèêíñóöøúü';
const punctuation = '\u00a0\u202f–—‘’“”…•·×÷−±≈≤≥→←↔§°²³µ';

const faces = [
  {
    from: 'source-serif-4-latin-wght-normal.woff2',
    to: 'source-serif-4-roman.woff2',
    text: letters + accented + punctuation,
    wght: { min: 400, max: 600 },
  },
  {
    from: 'source-serif-4-latin-wght-italic.woff2',
    to: 'source-serif-4-italic.woff2',
    text: letters + '–—‘’“”…×−',
    wght: 400,
  },
];

for (const { from, to, text, wght } of faces) {
  const subset = await subsetFont(await readFile(new URL(from, source)), text, {
    targetFormat: 'woff2',
    variationAxes: { wght },
  });
  await writeFile(new URL(to, target), subset);
  console.log(`${to}: ${subset.byteLength} bytes`);
}
