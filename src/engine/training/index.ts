export * from './formulas.ts';
export * from './memory-formulas.ts';
export * from './perceptron.ts';
export * from './schedule.ts';
export * from './seeded-random.ts';
export * from './state-bytes.ts';
export * from './train-perceptron.ts';
export * from './training-flops.ts';
