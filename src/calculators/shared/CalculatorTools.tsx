import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalculatorWords } from '../../i18n/index.ts';

interface Props {
  readonly words: CalculatorWords;
  /** Anchor of the calculator on its page. */
  readonly anchor: string;
  readonly onReset: () => void;
}

/** Reset, and a link to the numbers as they stand. */
export function CalculatorTools({ words, anchor, onReset }: Props): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const address = new URL(location.href);
    address.hash = anchor;
    await navigator.clipboard.writeText(address.href);
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, 1500);
  };
  return (
    <div class="tools needs-script" data-pagefind-ignore>
      <button type="button" class="plain-button" onClick={onReset}>
        {words.reset}
      </button>
      <button type="button" class="plain-button" onClick={() => void copy()}>
        {copied ? words.copied : words.copyLink}
      </button>
    </div>
  );
}
