import type { JSX } from 'preact';
import { slidingPositions } from '../../engine/index.ts';
import { CountStrip } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, languageTag } from '../../i18n/index.ts';
import type { TransposedAxis } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly axis: TransposedAxis;
  readonly locale: Locale;
}

/** More sizes than this are given as a range. */
const mostListed = 4;

/** The sizes it restores, and how the kernels overlap. */
export function TransposedWorking({ axis, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const overlap = overlapText(axis, locale);
  return (
    <>
      <p class="part">{own.restores}</p>
      <p class="two-lines">{restoredText(axis, locale)}</p>
      <p class="part">{own.overlap}</p>
      <CountStrip counts={axis.overlap} sentence={overlap} quantity="macs" />
      <p class="two-lines">{overlap}</p>
      <p class="two-lines">
        {axis.keras === undefined
          ? own.kerasRefuses
          : own.keras(show.integer(axis.keras.same), show.integer(axis.keras.valid))}
      </p>
    </>
  );
}

function restoredText(axis: TransposedAxis, locale: Locale): string {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const { inputSize, window, padding, outputPadding, outputSize, mappedSizes } = axis;
  const sentences: string[] = [];
  if (mappedSizes.length > 0) {
    const sizes = mappedSizes.map((size) => show.integer(size));
    const paddings = sizes.map((_, index) => show.integer(window.stride - sizes.length + index));
    const together = (texts: readonly string[]): string =>
      texts.length > mostListed ? own.range(texts[0] ?? '', texts.at(-1) ?? '') : own.sizes(texts);
    sentences.push(
      own.mapped(together(sizes), sizes.length > 1, show.integer(inputSize)),
      own.choices(together(paddings), together(sizes)),
    );
  }
  if (outputPadding >= window.stride) {
    const back = slidingPositions(outputSize, { ...window, begin: padding, end: padding });
    sentences.push(own.beyond(show.integer(outputSize), show.integer(back)));
  }
  return sentences.join(betweenSentences[locale]);
}

function overlapText({ overlap, outputSize, pattern }: TransposedAxis, locale: Locale): string {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const kinds = new Set(pattern);
  const shown = pattern.slice(0, 8).map((products) => show.integer(products));
  const [first = ''] = shown;
  const sentences = [
    kinds.size === 1
      ? own.even(first)
      : own.uneven(`${shown.join(locale === 'zh' ? '、' : ', ')}${pattern.length > shown.length ? '…' : ''}`),
  ];
  if (kinds.has(0)) sentences.push(own.holes);
  if (outputSize > overlap.length) sentences.push(own.firstOnly(show.integer(overlap.length)));
  return sentences.join(betweenSentences[locale]);
}
