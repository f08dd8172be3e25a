import type { JSX } from 'preact';
import {
  ConvolutionWalk,
  isInside,
  outputPositions,
  positionsRead,
  positionsUnread,
  walkWords,
} from '../../figures/index.ts';
import type { Walk } from '../../figures/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences, calculatorWords, languageTag } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { Results } from '../shared/Results.tsx';
import { useTyped } from '../shared/use-typed.ts';
import { fields, prefix, readWalk } from './state.ts';
import { useWalking } from './use-walking.ts';
import { words } from './words.ts';

const fieldNames = ['input', 'kernel', 'stride', 'padding', 'dilation'] as const;

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
}

/** A convolution walking over its input: point at an output, or step through them, to see what it reads. */
export function ConvolutionWalker({ locale, anchor }: Props): JSX.Element {
  const { typed, type, reset } = useTyped(prefix, fields);
  const { checked, result } = readWalk(typed);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const choose = (output: number): void => {
    type('output', String(output));
  };
  const { chosen, outputs } = result ?? { chosen: 0, outputs: 1 };
  const { offered, walking, toggle } = useWalking(chosen, outputs, choose);
  return (
    <>
      <FieldSet
        fields={fields}
        shown={fieldNames}
        labels={own.fields}
        state={{ typed, type }}
        checked={checked}
        words={shared}
        show={show}
      />
      <Results
        waiting={shared.incomplete}
        answer={result && <p class="reads">{sentence(result.walk, chosen, locale)}</p>}
      >
        {result &&
          (() => (
            <ConvolutionWalk
              walk={result.walk}
              chosen={chosen}
              words={walkWords[locale]}
              show={show}
              onChoose={choose}
            />
          ))}
      </Results>
      <div class="tools needs-script" data-pagefind-ignore>
        <button
          type="button"
          class="plain-button"
          disabled={chosen === 0}
          onClick={() => {
            choose(chosen - 1);
          }}
        >
          {own.back}
        </button>
        <button
          type="button"
          class="plain-button"
          disabled={chosen >= outputs - 1}
          onClick={() => {
            choose(chosen + 1);
          }}
        >
          {own.next}
        </button>
        {offered && (
          <button type="button" class="plain-button" onClick={toggle}>
            {walking ? own.pause : own.play}
          </button>
        )}
      </div>
      <CalculatorTools words={shared} anchor={anchor} onReset={reset} />
    </>
  );
}

/** What the chosen output reads, in words. */
function sentence(walk: Walk, chosen: number, locale: Locale): string {
  const own = walkWords[locale];
  const outputs = outputPositions(walk);
  const [row, column] = [Math.floor(chosen / outputs), chosen % outputs];
  const [rows, columns] = [positionsRead(walk, row), positionsRead(walk, column)];
  const list = (positions: readonly number[]): string =>
    positions.map((position) => String(position).replace('-', '\u2212')).join(locale === 'zh' ? '、' : ', ');
  const inside = (positions: readonly number[]): number =>
    positions.filter((position) => isInside(walk, position)).length;
  const all = walk.kernel ** 2;
  const parts = [
    own.reads(String(row), String(column), list(rows), list(columns)),
    own.zeros(String(all - inside(rows) * inside(columns)), String(all)),
    own.unread(list(positionsUnread(walk))),
  ];
  return parts.join(betweenSentences[locale]);
}
