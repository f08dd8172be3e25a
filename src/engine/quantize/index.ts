export * from './float-bits.ts';
export * from './float-formats.ts';
export * from './number-formats.ts';
export * from './rounding.ts';
