import type { JSX } from 'preact';
import { blockWords } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { BlocksAnswer } from './BlocksAnswer.tsx';
import { BlockShapes } from './BlockShapes.tsx';
import { fields, prefix, readBlocks } from './state.ts';
import { blockTable } from './table.ts';
import { words } from './words.ts';

/** Blocks with a shortcut side by side at the reader's widths. */
export function BlockComparer({
  locale,
  anchor,
}: {
  readonly locale: Locale;
  readonly anchor: string;
}): JSX.Element {
  const state = useTyped(prefix, fields);
  const { checked, blocks } = readBlocks(state.typed);
  const shared = calculatorWords[locale];
  const own = words[locale];
  return (
    <>
      <FieldSet
        fields={fields}
        labels={own.fields}
        state={state}
        checked={checked}
        words={shared}
        show={formatterFor(languageTag[locale])}
      />
      <Results
        waiting={shared.incomplete}
        answer={blocks && <BlocksAnswer blocks={blocks} locale={locale} />}
      >
        {blocks && (() => <BlockShapes blocks={blocks} locale={locale} />)}
      </Results>
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={blocks && (() => blockTable(blocks, own, blockWords[locale]))}
      />
    </>
  );
}
