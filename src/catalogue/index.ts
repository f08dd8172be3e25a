export * from './data/index.ts';
export * from './standard-accounts.ts';
export * from './network-options.ts';
export * from './published.ts';
export * from './techniques.ts';
export * from './words/index.ts';
export type { Account, Reach } from './account.ts';
export type { Layer } from './layers.ts';
