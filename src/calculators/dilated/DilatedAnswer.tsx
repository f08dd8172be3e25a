import type { JSX } from 'preact';
import { at } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import { reachText } from './reach-text.ts';
import type { DilatedLayers } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly stack: DilatedLayers;
  readonly locale: Locale;
}

/** What the stack reaches and what it weighs. */
export function DilatedAnswer({ stack, locale }: Props): JSX.Element {
  const show = formatterFor(languageTag[locale]);
  const layerWeights = stack.kernel ** 2;
  const { receptiveField } = at(stack.layers, stack.layers.length - 1).reach;
  return (
    <p class="two-lines">
      <strong>{reachText(stack, locale)}</strong>
      {betweenSentences[locale]}
      {words[locale].weights(
        show.integer(stack.layers.length),
        show.integer(layerWeights),
        show.integer(stack.layers.length * layerWeights),
        show.integer(receptiveField ** 2),
      )}
    </p>
  );
}
