import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: [
      'tests/{engine,format,i18n,collections,markdown,calculators,figures,content,structure,search,model-files}/**/*.test.{ts,tsx}',
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
