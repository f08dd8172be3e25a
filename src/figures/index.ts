export * from './checkpoint-parts.ts';
export * from './checkpoint-words.ts';
export * from './CheckpointBytes.tsx';
export * from './cost-parts.ts';
export * from './CostShares.tsx';
export * from './MultiplyAdds.tsx';
export * from './split/SplitFigure.tsx';
export * from './split/words.ts';
