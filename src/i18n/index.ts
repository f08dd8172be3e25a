export * from './initials.ts';
export * from './locales.ts';
export * from './paths.ts';
export * from './sources.ts';
export * from './strings/index.ts';
export * from './symbols.ts';
export * from './strings/calculator.ts';
