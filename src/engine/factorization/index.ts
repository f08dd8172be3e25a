export * from './factorize.ts';
export type { FactorizationFormulas } from './formulas.ts';
export { middleChannelsThreshold } from './middle-width.ts';
export type { Split } from './splits.ts';
