export * from './error.ts';
export * from './limits.ts';
export * from './model-file.ts';
export * from './read-model.ts';
export type { ByteSource, ReadOptions } from './byte-reader.ts';
