export * from './mdx.ts';
export * from './note-scope.ts';
export * from './reference-line.ts';
