import { at } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { DilatedLayers } from './state.ts';
import { words } from './words.ts';

/** How many positions the stack reaches on each axis, and its widest hole. */
export function reachText({ layers }: DilatedLayers, locale: Locale): string {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const { receptiveField, reachedPositions, widestHole } = at(layers, layers.length - 1).reach;
  const positions = show.integer(receptiveField);
  return widestHole === 0
    ? own.full(positions)
    : own.holes(
        show.integer(reachedPositions),
        positions,
        show.percent((reachedPositions / receptiveField) ** 2, 1),
        show.integer(widestHole),
      );
}
