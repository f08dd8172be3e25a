import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BuildOptions } from '../engine/index.ts';
import { CalculatorTools, FieldSet, toCsv, useOnDemand, useTyped } from '../calculators/index.ts';
import { formatterFor } from '../format/index.ts';
import type { Locale } from '../i18n/index.ts';
import { calculatorWords, languageTag } from '../i18n/index.ts';
import type { Account, FullAccount } from './account.ts';
import type { DocumentHead } from './data/network-document.ts';
import { saveFile } from './save-file.ts';
import { FileSizes } from './FileSizes.tsx';
import { LayerTable } from './LayerTable.tsx';
import { LayerFilters } from './LayerFilters.tsx';
import type { OptionFields } from './network-options.ts';
import { readOptions } from './network-options.ts';
import { KindShares, StageShares } from './Shares.tsx';
import { csvRows, readTable, tableFields } from './table-state.ts';
import { Totals } from './Totals.tsx';
import { catalogueWords } from './words/index.ts';

/** Column heads, from the site's own words. */
export type Heads = Readonly<Record<'macs' | 'parameters' | 'activations' | 'module' | 'output', string>>;

interface Props {
  readonly locale: Locale;
  readonly id: string;
  readonly title: string;
  readonly fields: OptionFields;
  /** The account under standard options, which the page was built with. */
  readonly standard: Account;
  readonly heads: Heads;
  readonly family: string;
  /** Address of the data files' schema. */
  readonly schema: string;
}

/** What is known of a network: its layers come after the page. */
interface Known {
  readonly account: Account;
  readonly layers: FullAccount['layers'] | undefined;
}

/** Everything about one network that its options change, worked out again in the reader's browser. */
export function Explorer({ locale, id, title, fields, standard, heads, family, schema }: Props): JSX.Element {
  const { typed, type, fill, reset } = useTyped('net', { ...fields, ...tableFields });
  const read = readOptions(fields, typed);
  const standardKey = JSON.stringify(readOptions(fields, standardOf(fields)).options);
  const load = async (key: string): Promise<Known> => {
    const { accountOf, layersOf } = await import('./account.ts');
    if (key === standardKey) return { account: standard, layers: layersOf(id, read.options) };
    return accountOf(id, read.options);
  };
  const key = read.options === undefined ? undefined : JSON.stringify(read.options);
  const { latest, failed } = useOnDemand<Known>(
    key,
    { key: '', value: { account: standard, layers: undefined } },
    load,
  );
  const hasFailed = failed !== undefined && failed.key === key;
  const refused = hasFailed && failed.reason instanceof RangeError;
  const sizeField = 'tokens' in fields ? 'tokens' : 'size';
  const checked = refused
    ? { ...read.checked, [sizeField]: { error: { key: 'cannotRun' as const } } }
    : read.checked;
  const { account, layers } = latest.value;
  const choice = readTable(typed);
  const show = useMemo(() => formatterFor(languageTag[locale]), [locale]);
  const shared = calculatorWords[locale];
  const words = catalogueWords[locale];
  // What the table's choices do not change is not drawn again with every key.
  const unmoved = useMemo(() => {
    const view = { account, title, words, show, heads, languageTag: languageTag[locale] };
    return {
      totals: <Totals account={account} words={words} show={show} />,
      shares: [<StageShares key="stages" {...view} />, <KindShares key="kinds" {...view} />],
      sizes: <FileSizes account={account} words={words} show={show} />,
    };
  }, [account, title, words, show, heads, locale]);
  return (
    <>
      <section aria-labelledby="totals" class="calculator">
        <h2 id="totals">{words.totals.heading}</h2>
        <FieldSet
          fields={fields}
          labels={words.options}
          state={{ typed, type }}
          checked={checked}
          words={shared}
          show={show}
          choiceLabel={(choice) => words.choices[choice] ?? choice}
        />
        <div aria-live="polite">
          {(read.options === undefined || refused) && <p>{shared.incomplete}</p>}
          {hasFailed && !refused && <p>{words.unavailable}</p>}
        </div>
        {unmoved.totals}
        <CalculatorTools words={shared} anchor="totals" onReset={reset} />
      </section>
      {unmoved.shares}
      <section aria-labelledby="layers">
        <h2 id="layers">{words.table.heading}</h2>
        <p class="without-script">{words.table.noScript}</p>
        <div class="needs-script">
          <p>{words.table.lead}</p>
          {layers === undefined ? (
            <p>{words.table.loading}</p>
          ) : (
            <>
              <LayerFilters layers={layers} typed={typed} onType={type} words={words} />
              <LayerTable
                layers={layers}
                choice={choice}
                words={words}
                heads={heads}
                show={show}
                onSort={(sort, direction) => {
                  fill({ ...typed, sort, direction });
                }}
              />
              <p class="tools">
                <button
                  type="button"
                  class="plain-button"
                  onClick={() => {
                    saveFile(`${id}.csv`, 'text/csv', toCsv(csvRows(layers, choice)));
                  }}
                >
                  {words.table.csv}
                </button>
                <button
                  type="button"
                  class="plain-button"
                  onClick={() => void saveDocument({ id, family, schema }, { account, layers }, read.options)}
                >
                  {words.table.json}
                </button>
              </p>
            </>
          )}
        </div>
      </section>
      {unmoved.sizes}
    </>
  );
}

async function saveDocument(
  head: DocumentHead,
  { account, layers }: FullAccount,
  options: BuildOptions | undefined,
): Promise<void> {
  const { networkDocument } = await import('./data/network-document.ts');
  const document = networkDocument(head, { account, layers }, options);
  saveFile(`${head.id}.json`, 'application/json', JSON.stringify(document, undefined, 1));
}

function standardOf(fields: OptionFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, { standard }]) => [name, String(standard)]));
}
