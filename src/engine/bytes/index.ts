export * from './block-quantized.ts';
export * from './block-types.ts';
export * from './file-bytes.ts';
export * from './float32-text.ts';
export * from './floating-dtype.ts';
export * from './formulas.ts';
export * from './quantized-weights.ts';
export * from './state-dict.ts';
