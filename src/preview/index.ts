export * from './preview-image.ts';
