import type { JSX } from 'preact';
import { BlockShape, blockOutline, blockWords, widestOf } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { ComparedBlock } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly blocks: readonly ComparedBlock[];
  readonly locale: Locale;
}

/** The blocks' shapes to one scale. */
export function BlockShapes({ blocks, locale }: Props): JSX.Element {
  const own = words[locale];
  const drawing = blockWords[locale];
  const show = formatterFor(languageTag[locale]);
  const widest = widestOf(
    blocks.flatMap(({ sizes, block }) =>
      block === undefined ? [] : [blockOutline(sizes.inChannels, block)],
    ),
  );
  return (
    <>
      <p class="part">{own.shapes}</p>
      <div>
        {blocks.map(({ name, sizes, block }) =>
          block === undefined ? (
            // The others keep their places when this one has no shape.
            <div key={name} class="block-shape absent">
              {drawing.name[name]}: {own.noShuffle[sizes.stride ?? 1]}
            </div>
          ) : (
            <BlockShape
              key={name}
              name={name}
              inChannels={sizes.inChannels}
              plan={block}
              widest={widest}
              words={drawing}
              show={show}
            />
          ),
        )}
      </div>
      <p>{own.counted}</p>
    </>
  );
}
