export * from './count.ts';
export type * from './tool.ts';
export * from './tools/index.ts';
