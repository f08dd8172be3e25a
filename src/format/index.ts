export * from './formatter.ts';
