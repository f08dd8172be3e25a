import BlockComparer from './blocks/index.astro';
import BatchSchedule from './batch-schedule/index.astro';
import Convolution from './convolution/index.astro';
import ConvolutionCost from './convolution-cost/index.astro';
import ConvolutionWalk from './convolution-walk/index.astro';
import DilatedConvolution from './dilated/index.astro';
import EagerGraph from './eager-graph/index.astro';
import FactorizationCost from './factorization/index.astro';
import VolumeFactorizationCost from './factorization/volume.astro';
import KindsOfConvolution from './kinds/index.astro';
import MemoryCost from './memory/index.astro';
import GroupedCost from './grouped/index.astro';
import ModelSize from './model-size/index.astro';
import NumberFormats from './number-formats/index.astro';
import QuantizationLab from './quantization-lab/index.astro';
import Reconciler from './reconciler/index.astro';
import RooflineTime from './roofline/index.astro';
import SeparableCost from './separable/index.astro';
import ShuffleNetUnit from './shufflenet-unit/index.astro';
import TrainingRun from './training-run/index.astro';
import TransposedConvolution from './transposed/index.astro';

/** Every calculator a note may place, by name. */
export const calculators = {
  'batch-schedule': BatchSchedule,
  blocks: BlockComparer,
  convolution: Convolution,
  'convolution-cost': ConvolutionCost,
  'convolution-walk': ConvolutionWalk,
  dilated: DilatedConvolution,
  'eager-graph': EagerGraph,
  factorization: FactorizationCost,
  'factorization-volume': VolumeFactorizationCost,
  kinds: KindsOfConvolution,
  memory: MemoryCost,
  grouped: GroupedCost,
  'model-size': ModelSize,
  reconciler: Reconciler,
  roofline: RooflineTime,
  separable: SeparableCost,
  'shufflenet-unit': ShuffleNetUnit,
  'number-formats': NumberFormats,
  'quantization-lab': QuantizationLab,
  'training-run': TrainingRun,
  transposed: TransposedConvolution,
} as const;

/** The table of frameworks, which has a component of its own. */
export { default as FrameworkTableIsland } from './frameworks/index.astro';
