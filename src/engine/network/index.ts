export * from './builder.ts';
export * from './composites.ts';
export * from './network.ts';
export * from './summary.ts';
