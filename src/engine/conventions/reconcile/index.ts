export type { StatedReading } from './candidates.ts';
export * from './explain.ts';
export * from './path.ts';
export * from './printed.ts';
export type { LeftOut, PathStep, Reading, ScaleStep, SetupStep } from './reading.ts';
export { readingSteps } from './reading.ts';
export { readingsOf } from './readings.ts';
