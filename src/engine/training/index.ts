export * from './formulas.ts';
export * from './memory-formulas.ts';
export * from './schedule.ts';
export * from './state-bytes.ts';
export * from './training-flops.ts';
