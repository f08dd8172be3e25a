import type { Locale } from '../i18n/index.ts';
import { searchWords } from '../i18n/index.ts';
import { button, element } from './elements.ts';
import type { Kind } from './names-file.ts';

/** What a reader does in the search view. */
export interface SearchActions {
  /** The text has changed, and no input method is still composing it. */
  typed(query: string): void;
  /** A result is being followed. */
  followed(): void;
  /** Only one kind is to be shown, or all. */
  filtered(kind: Kind | undefined): void;
}

/**
 * The input and the list it owns (the combobox pattern with a listbox): arrows move the mark, Enter follows it, with
 * Ctrl in a new tab. While Chinese is being composed, keys and text belong to the input method.
 */
export class SearchView {
  readonly input: HTMLInputElement;
  /** Everything below the input, to be placed where the search is. */
  readonly below: readonly HTMLElement[];
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly hints: HTMLElement;
  private readonly filters: HTMLElement;
  private readonly actions: SearchActions;
  private readonly words;
  private current = -1;
  private hasMoved = false;

  constructor(locale: Locale, actions: SearchActions) {
    this.actions = actions;
    this.words = searchWords[locale];
    this.input = element('input', {
      // Not a search field: there Escape empties the text before it closes the dialog.
      type: 'text',
      name: 'q',
      enterkeyhint: 'search',
      role: 'combobox',
      'aria-label': this.words.label,
      'aria-expanded': 'false',
      'aria-controls': 'search-results',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      placeholder: this.words.placeholder,
    });
    this.list = element('div', { role: 'listbox', id: 'search-results', 'aria-label': this.words.list });
    this.status = element('p', { role: 'status', class: 'search-status' });
    this.hints = element('div', { class: 'search-hints' });
    this.filters = element('div', {
      role: 'group',
      class: 'search-filters',
      'aria-label': this.words.filter,
    });
    this.below = [this.status, this.hints, this.filters, this.list];
    this.input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.actions.typed(this.input.value);
    });
    this.input.addEventListener('compositionend', () => {
      this.actions.typed(this.input.value);
    });
    this.input.addEventListener('keydown', (event) => {
      if (!event.isComposing) this.onKey(event);
    });
    this.list.addEventListener('click', () => {
      this.actions.followed();
    });
  }

  /** Place of the result that the mark is in, if it has been moved by hand, else 0. */
  get passed(): number {
    if (!this.hasMoved) return 0;
    const results = this.options.slice(0, this.current + 1).filter((option) => !option.matches('.more'));
    return results.length - 1;
  }

  /** One line that is also read out: how much was found, or what is the matter. */
  say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** What stands between the line and the results: recent queries, examples, advice. */
  hint(...nodes: readonly Node[]): void {
    this.hints.replaceChildren(...nodes);
  }

  /** A row of queries that can be chosen. */
  queryRow(
    label: string,
    queries: readonly string[],
    onChoose: (query: string) => void,
    ...more: Node[]
  ): HTMLElement {
    const buttons = queries.map((query) =>
      button(query, () => {
        onChoose(query);
      }),
    );
    return element('p', {}, element('span', {}, label), ...buttons, ...more);
  }

  /** Offers the kinds among the results, where there are two or more, and what else there is to do with them. */
  offerKinds(kinds: readonly Kind[], chosen: Kind | undefined, ...more: readonly Node[]): void {
    const choice = (kind: Kind | undefined, text: string): HTMLButtonElement =>
      button(
        text,
        () => {
          this.actions.filtered(kind);
          this.input.focus();
        },
        { 'aria-pressed': String(kind === chosen) },
      );
    const all = choice(undefined, this.words.everyKind);
    this.filters.replaceChildren(
      ...(kinds.length < 2 ? [] : [all, ...kinds.map((kind) => choice(kind, this.words.kinds[kind]))]),
      ...more,
    );
  }

  /** Shows options. The mark is on the first, or stays where it was moved to if the list only goes on behind it. */
  show(options: readonly HTMLAnchorElement[], keepMark: boolean): void {
    const mark = keepMark && this.hasMoved ? this.current : 0;
    this.hasMoved &&= keepMark;
    this.list.replaceChildren(...options);
    options.forEach((option, index) => {
      option.id = `search-result-${index}`;
    });
    this.input.setAttribute('aria-expanded', String(options.length > 0));
    this.select(options.length > 0 ? Math.min(mark, options.length - 1) : -1, false);
  }

  private get options(): HTMLAnchorElement[] {
    return [...this.list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    if (last < 0) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(this.current + 1, last),
      ArrowUp: Math.max(this.current - 1, 0),
      // Until the mark has been moved, these two belong to the text.
      ...(this.hasMoved ? { Home: 0, End: last } : {}),
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.hasMoved = true;
      this.select(to, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      this.options[this.current]?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    }
  }

  private select(index: number, scroll: boolean): void {
    this.current = index;
    this.options.forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
    });
    const selected = this.options[index];
    if (selected === undefined) this.input.removeAttribute('aria-activedescendant');
    else {
      this.input.setAttribute('aria-activedescendant', selected.id);
      if (scroll) selected.scrollIntoView({ block: 'nearest' });
    }
  }
}
