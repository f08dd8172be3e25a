export * from './depthwise-separable.ts';
export * from './factorize.ts';
export type { FactorizationFormulas } from './formulas.ts';
export { middleChannelsThreshold } from './middle-width.ts';
export * from './residual-units.ts';
export * from './separable-kernel.ts';
export type { Matrix } from './singular-pairs.ts';
export type { Split } from './splits.ts';
