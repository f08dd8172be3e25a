export * from './block-plan.ts';
export * from './formulas.ts';
export * from './residual-block.ts';
