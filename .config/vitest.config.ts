import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // By itself Vitest leaves a core to others, which of two is half.
    maxWorkers: 2,
    projects: [
      // Needs nothing but the sources.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/site/**'],
          // The engine is pure: what one file of tests has loaded serves the next, in half the time.
          isolate: false,
        },
      },
      // Looks at the built site: `npm run test:site` builds it first.
      { extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
    ],
  },
});
