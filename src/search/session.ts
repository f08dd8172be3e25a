import type { Locale } from '../i18n/index.ts';
import { pagePath, searchWords } from '../i18n/index.ts';
import { button, element } from './elements.ts';
import type { Kind } from './names-file.ts';
import { resultOption, sectionOptions } from './option.ts';
import { forgetQueries, recentQueries, rememberQuery } from './recent.ts';
import type { RankedResult } from './rank.ts';
import type { Found, Searcher } from './searcher.ts';
import { kindsAmong, keepPassed, shownResults } from './shown.ts';
import { SearchView } from './view.ts';

/** How long to wait for more typing before the full text is searched; names are searched at once. */
const pauseMilliseconds = 150;

/** What a session runs on. */
export interface SessionParts {
  readonly locale: Locale;
  readonly base: string;
  readonly searcher: Searcher;
  /** Called when a result is followed, and with every new query. */
  readonly onFollow: () => void;
  readonly onQuery: (query: string) => void;
}

/** One search box at work: it takes what is typed to the searcher and what is found to the view. */
export class SearchSession {
  readonly view: SearchView;
  private readonly parts: SessionParts;
  private readonly words;
  private shown: readonly RankedResult[] = [];
  private found: Found = { results: [] };
  private kind: Kind | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.words = searchWords[parts.locale];
    this.view = new SearchView(parts.locale, {
      typed: (query) => {
        this.kind = undefined;
        this.parts.onQuery(query.trim());
        this.search(query.trim());
      },
      followed: () => {
        rememberQuery(this.query);
        this.parts.onFollow();
      },
      filtered: (kind) => {
        this.kind = kind;
        this.show(false);
      },
    });
    this.search('');
  }

  private get query(): string {
    return this.view.input.value.trim();
  }

  /** Puts a query into the box and searches it at once. */
  ask(query: string): void {
    this.view.input.value = query;
    this.kind = undefined;
    this.parts.onQuery(query);
    this.search(query, 0);
  }

  private search(query: string, pause = pauseMilliseconds, verbatim = false): void {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    this.found = { results: [] };
    if (query === '') {
      this.welcome();
      return;
    }
    if (this.shown.length === 0) this.view.say(this.words.loading);
    const { searcher } = this.parts;
    const take = (found: Found, isLast: boolean): void => {
      if (turn !== this.turn) return;
      this.found = found;
      this.show(isLast);
      if (isLast) this.report(query);
    };
    void searcher.byName(query, verbatim).then(
      (found) => {
        if (found.results.length > 0 && this.found.results.length === 0) take(found, false);
      },
      () => undefined,
    );
    this.timer = setTimeout(() => {
      void searcher.byAll(query, verbatim).then(
        (found) => {
          take(found, true);
        },
        () => {
          if (turn !== this.turn) return;
          // Without a network the names, once loaded, still find most things.
          if (this.found.results.length > 0) this.report(query);
          else this.view.say(import.meta.env.DEV ? this.words.devOnly : this.words.failed);
        },
      );
    }, pause);
  }

  /** Shows what was found; with `keepMark` nothing moves that the reader has gone through with the keyboard. */
  private show(keepMark: boolean): void {
    const { locale, base, searcher } = this.parts;
    const context = {
      locale,
      base,
      query: this.found.corrected ?? this.query,
      textOf: (result: RankedResult) => searcher.textOf(result),
    };
    const chosen = shownResults(this.found.results, this.kind);
    this.shown = keepMark ? keepPassed(this.shown, chosen, this.view.passed) : chosen;
    this.view.hint();
    this.view.offerKinds(
      kindsAmong(this.found.results),
      this.kind,
      ...(chosen.length > 0 ? [this.shareLink()] : []),
    );
    this.view.show(
      this.shown.flatMap((result, place) => [
        resultOption(result, context),
        ...(place === 0 ? sectionOptions(result, context) : []),
      ]),
      keepMark,
    );
  }

  private report(query: string): void {
    const { locale, base } = this.parts;
    const page = pagePath(base, locale, 'search');
    const count = this.shown.length;
    this.view.say(count === 0 ? this.words.none(query) : this.words.results(count));
    if (count === 0) {
      const everything = element('a', { href: page }, this.words.everything);
      this.view.hint(element('p', {}, `${this.words.advice} `, everything), this.exampleRow());
      return;
    }
    const { corrected } = this.found;
    if (corrected === undefined) return;
    const asTyped = button(this.words.insteadOf(query), () => {
      this.search(query, 0, true);
    });
    this.view.hint(element('p', {}, element('span', {}, this.words.correctedTo(corrected)), asTyped));
  }

  /** A link to this search, to be sent to others. */
  private shareLink(): HTMLElement {
    const page = pagePath(this.parts.base, this.parts.locale, 'search');
    const href = `${page}?q=${encodeURIComponent(this.query)}`;
    return element('a', { class: 'share', href }, this.words.share);
  }

  /** What an empty box offers: the last queries and some to try. */
  private welcome(): void {
    this.shown = [];
    this.view.say('');
    this.view.offerKinds([], undefined);
    this.view.show([], false);
    const recent = recentQueries();
    const forget = button(this.words.forget, () => {
      forgetQueries();
      this.welcome();
      this.view.input.focus();
    });
    const rows =
      recent.length === 0 ? [] : [this.view.queryRow(this.words.recent, recent, this.choose, forget)];
    this.view.hint(...rows, this.exampleRow());
  }

  private exampleRow(): HTMLElement {
    return this.view.queryRow(this.words.tryThese, this.words.examples, this.choose);
  }

  private readonly choose = (query: string): void => {
    this.ask(query);
    this.view.input.focus();
  };
}
