import type { ComponentChildren, JSX } from 'preact';
import type { Shape } from '../../engine/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import { words } from './words.ts';

/** The trained layer as the page hands it over. */
export interface LabLayer {
  /** Which layer of which network, in the page's language. */
  readonly of: string;
  readonly copyright: string;
  readonly licence: string;
  /** Address of the licence's text. */
  readonly licenceAddress: string;
  readonly shape: Shape;
  /** Little-endian values in base64. */
  readonly float32: string;
}

interface Props {
  readonly layer: LabLayer;
  /** The field for numbers of one's own. */
  readonly numbers: ComponentChildren;
  readonly isPasted: boolean;
  readonly locale: Locale;
}

/**
 * Where the weights come from: the layer and its licence, or a field for the reader's own numbers. Both lie in one place and
 * one of them is seen, so that nothing moves and nothing else is painted anew.
 */
export function LabSource({ layer, numbers, isPasted, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  return (
    <div class="lab-source">
      <p class={isPasted ? 'part unseen' : 'part'}>
        {own.layer(layer.of, show.shape(layer.shape))}
        {betweenSentences[locale]}
        <a href={layer.licenceAddress}>{own.licence(layer.copyright, layer.licence)}</a>
      </p>
      <div class={isPasted ? undefined : 'unseen'} data-pagefind-ignore>
        {numbers}
      </div>
    </div>
  );
}
