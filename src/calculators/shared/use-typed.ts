import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fields } from './fields.ts';
import { standardTyped, typedFromQuery, typedToQuery } from './fields.ts';

type Typed = Readonly<Record<string, string>>;

/** A calculator's state as a component sees it. */
export interface TypedState {
  readonly typed: Typed;
  /** The field changed last, to light the places it enters. */
  readonly changed: string | undefined;
  readonly type: (field: string, text: string) => void;
  /** Puts several fields at once; the others go back to their standard. */
  readonly fill: (values: Typed) => void;
  readonly reset: () => void;
}

/** Safari refuses more than 100 changes of the address in 30 seconds, which a dragged slider would pass. */
const millisecondsBetweenWrites = 350;

/** Long enough for the next picture to come first. */
const millisecondsToPaint = 50;

/**
 * What the reader has typed, kept in the page's address: read from it once hydrated (the page was built with the
 * standard values) and when the browser goes back or forward, written back without a new history entry.
 */
export function useTyped(prefix: string, fields: Fields): TypedState {
  const [state, setState] = useState<Pick<TypedState, 'typed' | 'changed'>>(() => ({
    typed: standardTyped(fields),
    changed: undefined,
  }));
  // Two inputs may arrive before the next rendering; the second must not forget the first.
  const latest = useRef(state.typed);
  const address = useRef<AddressWriter | undefined>(undefined);
  address.current ??= addressWriter((query) => typedToQuery(prefix, fields, latest.current, query));
  const show = (typed: Typed, changed: string | undefined): void => {
    latest.current = typed;
    setState({ typed, changed });
  };
  useEffect(() => {
    const read = (): void => {
      address.current?.drop();
      show(typedFromQuery(prefix, fields, new URLSearchParams(location.search)), undefined);
    };
    read();
    window.addEventListener('popstate', read);
    return () => {
      window.removeEventListener('popstate', read);
    };
  }, []);
  const update = (typed: Typed, changed: string | undefined): void => {
    show(typed, changed);
    address.current?.write();
  };
  return {
    ...state,
    type: (field, text) => {
      update({ ...latest.current, [field]: text }, field);
    },
    fill: (values) => {
      update({ ...standardTyped(fields), ...values }, undefined);
    },
    reset: () => {
      update(standardTyped(fields), undefined);
    },
  };
}

interface AddressWriter {
  /** Writes once the change is painted, or as soon as enough time has passed since the last time. */
  readonly write: () => void;
  /** Forgets a write that still waits. */
  readonly drop: () => void;
}

function addressWriter(change: (query: URLSearchParams) => URLSearchParams): AddressWriter {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let next = 0;
  const writeNow = (): void => {
    waiting = undefined;
    next = Date.now() + millisecondsBetweenWrites;
    const query = change(new URLSearchParams(location.search)).toString();
    const path = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
    history.replaceState(history.state, '', path);
  };
  return {
    write: () => {
      if (waiting !== undefined) return;
      waiting = setTimeout(writeNow, Math.max(millisecondsToPaint, next - Date.now()));
    },
    drop: () => {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
