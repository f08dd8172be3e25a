import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { Account } from '../account.ts';
import type { Heads } from '../Explorer.tsx';
import { StagePicture } from '../Shares.tsx';
import { bothUnits } from '../Totals.tsx';
import { catalogueWords } from '../words/index.ts';
import type { Quantity } from './quantities.ts';
import { kindShares, quantities } from './quantities.ts';
import { compareWords } from './words.ts';

/** A network of the comparison. */
export interface Compared {
  readonly id: string;
  readonly title: string;
  readonly account: Account;
}

interface Props {
  readonly networks: readonly Compared[];
  readonly locale: Locale;
  readonly address: string;
  readonly heads: Heads;
  readonly show: Formatter;
}

/** Totals with their ratios to the first network, where the multiply-adds are, and every network's stages. */
export function CompareResult({ networks, locale, address, heads, show }: Props): JSX.Element {
  const words = compareWords[locale];
  const names = catalogueWords[locale];
  const [first] = networks;
  const columns = networks.map(({ id, title }) => (
    <th key={id} scope="col" class="align-right">
      <a href={`${address}${id}/`}>{title}</a>
    </th>
  ));
  return (
    <>
      <section class="scroll-box" aria-label={words.quantity}>
        <table class="compare-table">
          <caption>{words.caption(first?.title ?? '')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.quantity}</th>
              {columns}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.input}</th>
              {networks.map(({ id, account }) => (
                <td key={id} class="align-right">
                  {show.shape(account.input)}
                </td>
              ))}
            </tr>
            {quantities.map((quantity) => (
              <tr key={quantity.name}>
                <th scope="row">{words.names[quantity.name]}</th>
                {networks.map(({ id, account }, index) => (
                  <td key={id} class={`align-right ${quantity.hue}`}>
                    {textOf(quantity, account, show)}
                    {index > 0 && first !== undefined && (
                      <span>{show.factor(quantity.of(account) / quantity.of(first.account), 2)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 id="kinds">{words.kinds}</h2>
      <section class="scroll-box" aria-label={words.kinds}>
        <table class="compare-table">
          <caption>{words.kindsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              {columns}
            </tr>
          </thead>
          <tbody>
            {kindShares(networks.map(({ account }) => account)).map(({ kind, shares }) => (
              <tr key={kind}>
                <th scope="row">{names.kindNames[kind] ?? kind}</th>
                {shares.map((share, index) => (
                  <td key={index} class="align-right q-macs">
                    {show.percent(share, 1)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 id="stages">{words.stages}</h2>
      <div class="side-by-side">
        {networks.map(({ id, title, account }) => (
          <section key={id} aria-label={title}>
            <h3>{title}</h3>
            <StagePicture
              account={account}
              title={title}
              words={names}
              heads={heads}
              show={show}
              languageTag={languageTag[locale]}
            />
          </section>
        ))}
      </div>
    </>
  );
}

function textOf({ unit, of }: Quantity, account: Account, show: Formatter): string {
  const value = of(account);
  switch (unit) {
    case 'count':
      return show.integer(value);
    case 'bytes':
      return bothUnits(value, show);
    case 'ratio':
      return show.decimal(value, 1);
  }
}
