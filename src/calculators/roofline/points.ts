import type { RooflinePoint } from '../../figures/index.ts';
import type { RooflineResult } from './result.ts';
import { longestLayers } from './result.ts';

const named = 2;

/** The layers a plot can show, those with multiply-adds, the longest of them named. */
export function pointsOf(result: RooflineResult): readonly RooflinePoint[] {
  const shown = result.layers.filter(({ flops }) => flops > 0);
  const longest = longestLayers({ ...result, layers: shown }, named);
  return shown.map((layer) => ({
    name: layer.path,
    intensity: layer.intensity,
    share: layer.seconds / result.seconds,
    bound: layer.bound,
    labelled: longest.includes(layer),
  }));
}
