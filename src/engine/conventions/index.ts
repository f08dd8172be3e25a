export * from './count.ts';
export * from './flops-formula.ts';
export * from './probes.ts';
export * from './reconcile/index.ts';
export type * from './tool.ts';
export * from './tools/index.ts';
