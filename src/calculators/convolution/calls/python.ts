import type { Bindings } from '../../../engine/index.ts';
import type { Part } from '../layer.ts';
import { axisBindings } from '../layer.ts';

/** Padding of one axis as numbers, whatever rule it came from. */
export interface AxisPads {
  readonly begin: number;
  readonly end: number;
  /** Output positions added after cropping, transposed only. */
  readonly extra: number;
}

/** The padding of every axis for the part's own input. */
export function padsOf(part: Part): readonly AxisPads[] {
  const value = (bindings: Bindings, name: 'p_begin' | 'p_end' | 'p_out'): number => bindings[name] ?? 0;
  return axisBindings(part).map((bindings) => ({
    begin: value(bindings, 'p_begin'),
    end: value(bindings, 'p_end'),
    extra: value(bindings, 'p_out'),
  }));
}

/** A Python tuple, with the comma that one entry needs. */
export function tuple(values: readonly (string | number)[]): string {
  return values.length === 1 ? `(${values.join('')},)` : `(${values.join(', ')})`;
}

/** One number for all axes where the call allows it, a tuple otherwise. */
export function perAxis(values: readonly number[]): string {
  const [first] = values;
  return values.every((value) => value === first) ? String(first) : tuple(values);
}

/** `name=value` for every argument that is not left at its default; undefined ones are left out. */
export function call(name: string, ...given: readonly (string | undefined)[]): string {
  return `${name}(${given.filter((each) => each !== undefined).join(', ')})`;
}

/** An argument that differs from the value on every axis that the framework takes by default. */
export function unlessAll(name: string, values: readonly number[], standard: number): string | undefined {
  return values.every((value) => value === standard) ? undefined : `${name}=${perAxis(values)}`;
}

/** Several layers one after the other, or the one there is. */
export function inSeries(opening: string, layers: readonly string[], closing: string): string {
  const [first] = layers;
  if (layers.length === 1 && first !== undefined) return first;
  return [opening, ...layers.map((layer) => `    ${layer},`), closing].join('\n');
}
