export * from './architectures/index.ts';
export * from './bytes/index.ts';
export * from './checks.ts';
export * from './factorization/index.ts';
export * from './formula/index.ts';
export * from './network/index.ts';
export * from './ops/index.ts';
export * from './units.ts';
