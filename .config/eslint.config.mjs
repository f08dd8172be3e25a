import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'public/', 'tests/fixtures/'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    // Scripts inside .astro files have no types of their own; `astro check` reads them.
    ignores: ['**/*.astro/**'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers are what this project prints; `${count}` needs no wrapping.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // 'type' aliases are used for unions and operator kinds, interfaces for everything else.
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/format/**/*.ts', 'src/model-files/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  ...astro.configs.recommended,
);
