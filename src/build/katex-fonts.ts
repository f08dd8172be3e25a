import type { Plugin } from 'vite';

/**
 * Leaves only the woff2 files in KaTeX's sheet: every browser that can show the site reads them, and the other two
 * formats would double the size of a deployment.
 */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => code.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, ''),
    },
  };
}
