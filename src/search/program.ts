/**
 * Pagefind's compiled program, driven by hand. The library's own script is seven times as long: it also filters, sorts,
 * makes excerpts, unpacks by itself what browsers unpack, and cuts Chinese otherwise than the index has it.
 */

/** A text that holds the words of a query, as the program gives it. */
export interface ProgramHit {
  readonly id: string;
  readonly score: number;
}

/** An index of texts that the program has taken up. */
export interface OpenedIndex {
  /** Names of the parts of the index that a query needs. */
  partsFor(query: string): readonly string[];
  /** Takes up one of those parts. */
  take(part: Uint8Array): void;
  /** Texts with all words of the query, one after another if `phrase`; all texts, in the order of the list, for none. */
  search(query: string, phrase: boolean): readonly ProgramHit[];
}

/** What the program offers, as its compiler writes it: texts go in and come out as a place in its memory and a length. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  __wbindgen_malloc(length: number, align: number): number;
  __wbindgen_free(start: number, length: number, align: number): void;
  init_pagefind(start: number, length: number): number;
  request_indexes(index: number, start: number, length: number): readonly [start: number, length: number];
  load_index_chunk(index: number, start: number, length: number): number;
  search(
    ...given: readonly [index: number, ...texts: number[], phrase: number, exactAccents: number]
  ): readonly [start: number, length: number];
}

/**
 * Starts the program.
 * @param code The program as compiled.
 * @returns What opens an index, given its unpacked list of texts; indexes of several languages may be open at once.
 * @throws TypeError when it is another program.
 */
export async function startProgram(code: ArrayBuffer): Promise<(list: Uint8Array) => OpenedIndex> {
  // It asks for a table of the page's values to be filled, and is never given such a value.
  const { instance } = await WebAssembly.instantiate(code, {
    './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => undefined },
  });
  const { exports } = instance;
  if (!isSearch(exports)) throw new TypeError('the search program has an unknown form');
  const program = exports;

  const given = (bytes: Uint8Array): [start: number, length: number] => {
    const start = program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(program.memory.buffer).set(bytes, start);
    return [start, bytes.length];
  };
  const text = (value: string): [start: number, length: number] => given(new TextEncoder().encode(value));
  const answer = ([start, length]: readonly [start: number, length: number]): unknown => {
    const json = new TextDecoder().decode(new Uint8Array(program.memory.buffer, start >>> 0, length));
    program.__wbindgen_free(start, length, 1);
    return JSON.parse(json);
  };

  return (list) => {
    let index = program.init_pagefind(...given(list));
    return {
      partsFor: (query) => stringsIn(answer(program.request_indexes(index, ...text(query)))),
      take: (part) => {
        index = program.load_index_chunk(index, ...given(part));
      },
      search: (query, phrase) => {
        const texts = [...text(query), ...text(query), ...text('{}'), ...text('')];
        return hitsIn(answer(program.search(index, ...texts, Number(phrase), 0)));
      },
    };
  };
}

function isSearch(exports: WebAssembly.Exports): exports is WebAssembly.Exports & Exports {
  const called = [
    '__wbindgen_malloc',
    '__wbindgen_free',
    'init_pagefind',
    'request_indexes',
    'load_index_chunk',
    'search',
  ];
  return (
    exports.memory instanceof WebAssembly.Memory &&
    called.every((name) => typeof exports[name] === 'function')
  );
}

function stringsIn(parts: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  return list.filter((part) => typeof part === 'string').filter((part) => part !== '');
}

function hitsIn(found: unknown): ProgramHit[] {
  const hits: unknown =
    typeof found === 'object' && found !== null && 'results' in found ? found.results : [];
  return Array.isArray(hits) ? hits.filter(isHit).map(({ p, s }) => ({ id: p, score: s })) : [];
}

/** `p` is what the library calls the text, `s` its score. */
const isHit = (hit: unknown): hit is { readonly p: string; readonly s: number } =>
  typeof hit === 'object' &&
  hit !== null &&
  'p' in hit &&
  typeof hit.p === 'string' &&
  's' in hit &&
  typeof hit.s === 'number';
