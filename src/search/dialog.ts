import type { Locale } from '../i18n/index.ts';
import { isLocale, languageTag, strings } from '../i18n/index.ts';
import { element, excerptNodes } from './elements.ts';
import type { SearchResult } from './pagefind.ts';

/** Results of one query, those of the page's language first. */
export interface FoundResults {
  readonly own: readonly SearchResult[];
  readonly other: readonly SearchResult[];
}

/**
 * The search dialog: an input that owns a list of results (the combobox pattern). Arrows move, Enter follows,
 * Escape closes; the text is kept for the next opening.
 */
export class SearchDialog {
  private readonly dialog: HTMLDialogElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly locale: Locale;
  private current = -1;

  constructor(locale: Locale, onQuery: (query: string) => void) {
    this.locale = locale;
    const words = strings[locale].searchPage;
    this.input = element('input', {
      // Not a search field: there Escape empties the text before it closes the dialog.
      type: 'text',
      enterkeyhint: 'search',
      role: 'combobox',
      'aria-label': words.label,
      'aria-expanded': 'false',
      'aria-controls': 'search-results',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: words.placeholder,
    });
    this.list = element('div', { role: 'listbox', id: 'search-results', 'aria-label': words.label });
    this.status = element('p', { role: 'status', class: 'search-status' });
    const close = element('button', { type: 'button', class: 'plain-button' }, words.close);
    this.dialog = element(
      'dialog',
      { class: 'search-dialog', 'aria-label': words.label },
      element('div', { class: 'search-line' }, this.input, close),
      this.status,
      this.list,
    );
    close.addEventListener('click', () => {
      this.dialog.close();
    });
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    // A link within the page does not leave it, so the dialog has to go.
    this.list.addEventListener('click', () => {
      this.dialog.close();
    });
    this.input.addEventListener('input', () => {
      onQuery(this.input.value);
    });
    this.input.addEventListener('keydown', (event) => {
      // Enter and arrows belong to the input method while Chinese is being composed.
      if (!event.isComposing) this.onKey(event);
    });
    document.body.append(this.dialog);
  }

  open(query?: string): void {
    if (query !== undefined) this.input.value = query;
    if (!this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
  }

  get query(): string {
    return this.input.value;
  }

  /** One line under the input: what is happening, or how much was found. */
  say(text: string): void {
    this.status.textContent = text;
  }

  /** Shows example queries while nothing is typed. */
  suggest(queries: readonly string[], onChoose: (query: string) => void): void {
    const words = strings[this.locale].searchPage;
    const buttons = queries.map((query) => {
      const button = element('button', { type: 'button', class: 'plain-button' }, query);
      button.addEventListener('click', () => {
        onChoose(query);
      });
      return button;
    });
    this.replace([]);
    this.status.replaceChildren(`${words.tryThese} `, ...buttons);
  }

  /** Shows results; the list keeps the pattern's one selected option. */
  show({ own, other }: FoundResults): void {
    const options = own.map((result) => this.option(result));
    const others = other.map((result) => this.option(result));
    const label = strings[this.locale].searchPage.otherLanguages;
    const group =
      others.length === 0
        ? []
        : [
            element(
              'div',
              { role: 'group', 'aria-label': label },
              element('p', { class: 'search-group', 'aria-hidden': 'true' }, label),
              ...others,
            ),
          ];
    this.replace([...options, ...group]);
    this.select(options.length + others.length > 0 ? 0 : -1);
  }

  private option(result: SearchResult): HTMLElement {
    const language = new URL(result.url, location.href).pathname
      .split('/')
      .find((segment) => isLocale(segment));
    const heading =
      result.section === undefined ? [] : [element('span', { class: 'section' }, result.section)];
    return element(
      'a',
      {
        role: 'option',
        'aria-selected': 'false',
        tabindex: '-1',
        href: result.url,
        ...(language === undefined ? {} : { lang: languageTag[language] }),
      },
      element('span', { class: 'title' }, result.title),
      ...heading,
      element('span', { class: 'excerpt' }, ...excerptNodes(result.excerpt)),
    );
  }

  private replace(children: readonly Node[]): void {
    this.list.replaceChildren(...children);
    this.options.forEach((option, index) => {
      option.id = `search-result-${index}`;
    });
    this.input.setAttribute('aria-expanded', String(children.length > 0));
    this.select(-1);
  }

  private get options(): HTMLAnchorElement[] {
    return [...this.list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(this.current + 1, last),
      ArrowUp: Math.max(this.current - 1, 0),
    };
    const to = moves[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.select(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.options[this.current]?.click();
    }
  }

  private select(index: number): void {
    this.current = index;
    this.options.forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
    });
    const selected = this.options[index];
    if (selected === undefined) this.input.removeAttribute('aria-activedescendant');
    else {
      this.input.setAttribute('aria-activedescendant', selected.id);
      selected.scrollIntoView({ block: 'nearest' });
    }
  }
}
