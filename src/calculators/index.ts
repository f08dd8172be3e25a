export * from './shared/ArithmeticSteps.tsx';
