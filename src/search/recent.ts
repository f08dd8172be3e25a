const key = 'recent-searches';
const most = 5;

/** The last queries that led somewhere, newest first; none where the browser keeps nothing. */
export function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a query; the oldest gives way. */
export function rememberQuery(query: string): void {
  keep([query, ...recentQueries().filter((each) => each !== query)].slice(0, most));
}

/** Forgets all queries. */
export function forgetQueries(): void {
  keep([]);
}

function keep(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // Without storage nothing is remembered.
  }
}
