import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag, reconcileWords } from '../../i18n/index.ts';
import { CalculatorTools } from '../shared/CalculatorTools.tsx';
import { FieldSet } from '../shared/FieldSet.tsx';
import { usePainted } from '../shared/Later.tsx';
import { Results } from '../shared/Results.tsx';
import type { Keyed } from '../shared/use-on-demand.ts';
import { isAwaited } from '../shared/use-on-demand.ts';
import { useProgram } from '../shared/use-program.ts';
import { useTyped } from '../shared/use-typed.ts';
import type { KnownCounts } from './numbers.ts';
import type { Sides } from './sides.ts';
import type { Chosen, Pair } from './state.ts';
import { fields, ownNumber, pairKey, prefix, readReconciler } from './state.ts';
import type { Way } from './table.ts';
import { wayOf, wayTable } from './table.ts';
import { WayTable } from './WayTable.tsx';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly anchor: string;
  /** Names the networks and the tools are shown by. */
  readonly titles: Readonly<Record<string, string>>;
  readonly known: KnownCounts;
  /** The two numbers of the standard case, which the page was built with. */
  readonly standard: Keyed<Sides & { readonly pair: Pair }>;
}

/** Two counts of one network, and the named steps from one to the other. */
export function Reconciler({ locale, anchor, titles, known, standard }: Props): JSX.Element {
  const state = useTyped(prefix, fields);
  const { shown, checked, pair } = readReconciler(state.typed, known);
  const key = pair === undefined ? undefined : pairKey(pair);
  const answered = useProgram(
    key,
    standard,
    () => import('./sides.ts'),
    ({ sidesOf }) => (pair === undefined ? standard.value : { ...sidesOf(pair), pair }),
  );
  const latest = answered.latest.value;
  // Which numbers there are to choose from changes with the network, and follows the answer by a frame.
  const offered = usePainted(useMemo(() => shown, [state.typed.network, 'giga' in shown]));
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const own = words[locale];
  const { steps, undone } = reconcileWords[locale];
  const labels = new Map((known[state.typed.network ?? ''] ?? []).map(({ id, label }) => [id, label]));
  const choiceLabel = (choice: string): string => {
    if (choice === ownNumber) return own.own;
    const title = titles[choice];
    if (title === undefined) return labels.get(choice) ?? choice;
    return Object.hasOwn(known, choice) ? title : own.tool(title);
  };
  const nameOf = (chosen: Chosen): string => {
    switch (chosen.kind) {
      case 'tool':
        return titles[chosen.tool] ?? chosen.tool;
      case 'published':
        return chosen.count.label;
      case 'own':
        return own.ownDigits(chosen.printed.digits);
    }
  };
  const way = wayOf(latest);
  const [from, to] = [nameOf(latest.pair.from), nameOf(latest.pair.to)];
  const stepName: Parameters<typeof wayTable>[2] = (row) =>
    row.undone ? undone(steps[row.name]) : steps[row.name];
  return (
    <>
      <FieldSet
        fields={offered}
        labels={own.fields}
        state={{
          typed: state.typed,
          // Another network has other numbers in print; both fields start afresh.
          type: (name, text) => {
            if (name === 'network') state.fill({ network: text });
            else state.type(name, text);
          },
        }}
        checked={checked}
        words={shared}
        show={show}
        choiceLabel={choiceLabel}
      />
      <Results
        waiting={shared.incomplete}
        busy={isAwaited(key, answered)}
        answer={
          pair && (
            <>
              {answered.failed?.key === key && <p>{own.unavailable}</p>}
              <WayTable way={way} from={from} to={to} words={own} show={show} stepName={stepName} />
              {notes(way, latest, [from, to], own, (value) => show.integer(value)).map((note) => (
                <p key={note}>{note}</p>
              ))}
            </>
          )
        }
      />
      <CalculatorTools
        words={shared}
        anchor={anchor}
        onReset={state.reset}
        table={() => wayTable(way, own.columns, stepName, from)}
      />
    </>
  );
}

/** What is to be said of a number whose reading was found here, or of which something stays open. */
function notes(
  way: Way,
  sides: Sides,
  names: readonly [string, string],
  own: (typeof words)[Locale],
  integer: (value: number) => string,
): string[] {
  return [sides.from, sides.to].flatMap(({ found }, index) => {
    const name = names[index] ?? '';
    const gap = way.gaps[index] ?? 0;
    return [...(found ? [own.found(name)] : []), ...(gap === 0 ? [] : [own.open(name, integer(gap))])];
  });
}
