export * from './errata-values.ts';
export * from './mdx.ts';
export * from './note-scope.ts';
export * from './reference-line.ts';
export { default as NetworkCounts } from './NetworkCounts.astro';
export { default as NetworkTechniques } from './NetworkTechniques.astro';
export { default as PublishedCheckpoints } from './PublishedCheckpoints.astro';
export { default as PlainCite } from './Cite.astro';
export { default as ReferenceList } from './ReferenceList.astro';
