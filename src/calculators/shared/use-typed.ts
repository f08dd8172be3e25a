import { useEffect, useState } from 'preact/hooks';
import type { Fields } from './fields.ts';
import { standardTyped, typedFromQuery, typedToQuery } from './fields.ts';

/** A calculator's state as a component sees it. */
export interface TypedState {
  readonly typed: Readonly<Record<string, string>>;
  /** The field changed last, to light the places it enters. */
  readonly changed: string | undefined;
  readonly type: (field: string, text: string) => void;
  /** Puts several fields at once; the others go back to their standard. */
  readonly fill: (values: Readonly<Record<string, string>>) => void;
  readonly reset: () => void;
}

/**
 * What the reader has typed, kept in the page's address: read from it once hydrated (the page was built with the
 * standard values), written back without a new history entry.
 */
export function useTyped(prefix: string, fields: Fields): TypedState {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => standardTyped(fields));
  const [changed, setChanged] = useState<string | undefined>(undefined);
  useEffect(() => {
    setTyped(typedFromQuery(prefix, fields, new URLSearchParams(location.search)));
  }, []);
  const update = (next: Readonly<Record<string, string>>, field: string | undefined): void => {
    setTyped(next);
    setChanged(field);
    const query = typedToQuery(prefix, fields, next, new URLSearchParams(location.search)).toString();
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`,
    );
  };
  return {
    typed,
    changed,
    type: (field, text) => {
      update({ ...typed, [field]: text }, field);
    },
    fill: (values) => {
      update({ ...standardTyped(fields), ...values }, undefined);
    },
    reset: () => {
      update(standardTyped(fields), undefined);
    },
  };
}
