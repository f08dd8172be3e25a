export * from './cost-parts.ts';
export * from './CostShares.tsx';
export * from './MultiplyAdds.tsx';
