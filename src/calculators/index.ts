export * from './shared/ArithmeticSteps.tsx';
export * from './shared/CalculatorTools.tsx';
export * from './shared/FieldSet.tsx';
export * from './shared/csv.ts';
export * from './shared/fields.ts';
export * from './shared/use-on-demand.ts';
export * from './shared/use-typed.ts';
