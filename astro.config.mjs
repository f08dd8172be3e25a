import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { finishSite } from './src/build/index.ts';
import { katexFonts } from './src/build/katex-fonts.ts';
import { contentSecurityPolicy } from './src/build/security-policy.ts';
import { languageTag } from './src/i18n/index.ts';
import { notePlugins } from './src/markdown/index.ts';

// Where the site is served: `SITE_URL=https://example.org BASE_PATH=/notes npm run build`.
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Every file name and byte of a build depends on its content alone, so two builds of one commit are the same.
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_astro' },
  devToolbar: { enabled: false },
  vite: { plugins: [katexFonts()], build: { assetsInlineLimit: 0 } },
  security: { csp: contentSecurityPolicy },
  markdown: {
    syntaxHighlight: 'prism',
    processor: unified({ smartypants: false, ...notePlugins(base) }),
  },
  integrations: [
    mdx(),
    // Babel for what holds JSX alone: it would read every file of the engine, twice.
    preact({ include: ['**/*.tsx'] }),
    sitemap({
      i18n: { defaultLocale: 'en', locales: languageTag },
      filter: (page) => !/\/(404|search)\/?$/.test(page),
    }),
    finishSite(),
  ],
});
