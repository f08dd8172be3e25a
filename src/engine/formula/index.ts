export * from './expression.ts';
export * from './symbols.ts';
export * from './tex.ts';
export * from './text.ts';
