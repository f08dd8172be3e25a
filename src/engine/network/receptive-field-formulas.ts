import type { Formula } from '../formula/index.ts';
import { difference, sum, times } from '../formula/index.ts';

/**
 * What one layer does to the receptive field and the jump of the layer before it, per axis:
 * r = r_prev + (k_eff − 1)·j_prev and j = j_prev·s, starting from 1 and 1 at the input. `receptiveField` walks a whole
 * network with them.
 * Source: Araujo et al. 2019, "Computing Receptive Fields of Convolutional Neural Networks", equations 2–4.
 * @example evaluate(receptiveFieldFormulas.size.expression, { r_prev: 7, k_eff: 3, j_prev: 2 }) // 11
 */
export const receptiveFieldFormulas = {
  size: { result: 'r', expression: sum('r_prev', times(difference('k_eff', 1), 'j_prev')) },
  jump: { result: 'j', expression: times('j_prev', 's') },
} as const satisfies Record<string, Formula>;
