export * from './anchors.ts';
export * from './facts.ts';
export * from './files.ts';
export * from './glossary.ts';
export * from './note-schema.ts';
export * from './published-counts.ts';
export * from './references.ts';
export * from './trained-weights.ts';
