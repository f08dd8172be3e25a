import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { CalculatorTools, FieldSet, useOnDemand, useTyped } from '../../calculators/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import type { Account } from '../account.ts';
import type { Heads } from '../Explorer.tsx';
import { chosenIn, compareFields, nobody, places, standardChoice } from './chosen.ts';
import { CompareResult } from './CompareResult.tsx';
import { compareWords } from './words.ts';

/** The accounts of the networks compared, by the engine's names. */
export type Accounts = Readonly<Record<string, Account>>;

interface Props {
  readonly locale: Locale;
  /** What every network is called, by the engine's name. */
  readonly titles: Readonly<Record<string, string>>;
  /** Accounts of the standard choice, which the page was built with. */
  readonly standard: Accounts;
  /** Address of the networks' pages, to which an id and a slash are put. */
  readonly address: string;
  readonly heads: Heads;
}

/** Two to four networks side by side, chosen in the address. */
export function Compare({ locale, titles, standard, address, heads }: Props): JSX.Element {
  const ids = useMemo(() => Object.keys(titles), [titles]);
  const fields = useMemo(() => compareFields(ids), [ids]);
  const { typed, type, reset } = useTyped('', fields);
  const chosen = chosenIn(typed, ids);
  const key = chosen.join(',');
  const built = { key: standardChoice.join(','), value: standard };
  const { latest, failed } = useOnDemand<Accounts>(key, built, loadAccounts);
  const show = formatterFor(languageTag[locale]);
  const shared = calculatorWords[locale];
  const words = compareWords[locale];
  const shown = latest.key.split(',').flatMap((id) => {
    const account = latest.value[id];
    return account === undefined ? [] : [{ id, title: titles[id] ?? id, account }];
  });
  return (
    <>
      <section class="calculator" id="choice" aria-label={words.choose}>
        <FieldSet
          fields={fields}
          shown={places}
          labels={words.places}
          legend={words.choose}
          state={{ typed, type }}
          checked={{}}
          words={shared}
          show={show}
          choiceLabel={(choice) => (choice === nobody ? words.nobody : (titles[choice] ?? choice))}
        />
        <p aria-live="polite">
          {failed?.key === key ? words.unavailable : latest.key === key ? '' : words.loading}
        </p>
        <CalculatorTools words={shared} anchor="choice" onReset={reset} />
      </section>
      <CompareResult networks={shown} locale={locale} address={address} heads={heads} show={show} />
    </>
  );
}

async function loadAccounts(key: string): Promise<Accounts> {
  const { accountOf } = await import('../account.ts');
  return Object.fromEntries(key.split(',').map((id) => [id, accountOf(id).account]));
}
