import ConvolutionCost from './convolution-cost/index.astro';
import FactorizationCost from './factorization/index.astro';
import VolumeFactorizationCost from './factorization/volume.astro';
import ModelSize from './model-size/index.astro';

/** Every calculator a note may place, by name. */
export const calculators = {
  'convolution-cost': ConvolutionCost,
  factorization: FactorizationCost,
  'factorization-volume': VolumeFactorizationCost,
  'model-size': ModelSize,
} as const;
