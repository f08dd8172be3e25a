import ConvolutionCost from './convolution-cost/index.astro';

/** Every calculator a note may place, by name. */
export const calculators = {
  'convolution-cost': ConvolutionCost,
} as const;
