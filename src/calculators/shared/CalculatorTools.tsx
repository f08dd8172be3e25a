import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalculatorWords } from '../../i18n/index.ts';
import type { Table } from './csv.ts';
import { toCsv } from './csv.ts';

interface Props {
  readonly words: CalculatorWords;
  /** Anchor of the calculator on its page. */
  readonly anchor: string;
  readonly onReset: () => void;
  /** Rows of the result's table as it stands, for a calculator that has one; asked for when they are copied. */
  readonly table?: (() => Table) | undefined;
}

/** Reset, a link to the numbers as they stand, and the result's table as CSV. */
export function CalculatorTools({ words, anchor, onReset, table }: Props): JSX.Element {
  const [copied, setCopied] = useState<'link' | 'table' | undefined>(undefined);
  const copy = async (what: 'link' | 'table', text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(what);
    setTimeout(() => {
      setCopied(undefined);
    }, 1500);
  };
  const address = (): string => {
    const url = new URL(location.href);
    url.hash = anchor;
    return url.href;
  };
  return (
    <div class="tools needs-script" data-pagefind-ignore>
      <button type="button" class="plain-button" onClick={onReset}>
        {words.reset}
      </button>
      <button type="button" class="plain-button" onClick={() => void copy('link', address())}>
        {copied === 'link' ? words.copied : words.copyLink}
      </button>
      {table !== undefined && (
        <button type="button" class="plain-button" onClick={() => void copy('table', toCsv(table()))}>
          {copied === 'table' ? words.copied : words.copyCsv}
        </button>
      )}
    </div>
  );
}
