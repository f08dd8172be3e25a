import type { Locale } from '../i18n/index.ts';
import type { TextData, TextHit, TextIndex } from './full-text.ts';
import type { NamesFile } from './names-file.ts';
import type { OpenedIndex } from './program.ts';
import { startProgram } from './program.ts';

/** An index that can take up that of another language; results of both then come from `search`. */
export interface GrowingIndex extends TextIndex {
  add(locale: Locale, names: NamesFile): Promise<void>;
  /** The text at a place in the list of a language. */
  at(locale: Locale, place: number): TextHit | undefined;
}

/** What every unpacked file of the library begins with. */
const signature = 'pagefind_dcd';

/**
 * Opens the index of a language.
 * @param bundle Address of its folder, with a slash at the end.
 * @param names Those of the same language, which say what its files are called.
 */
export async function openIndex(bundle: string, locale: Locale, names: NamesFile): Promise<GrowingIndex> {
  const listOf = (of: NamesFile): Promise<Uint8Array> => unpacked(`${bundle}pagefind.${of.index}.pf_meta`);
  const [code, list] = await Promise.all([
    loaded(`${bundle}search.${names.program}.wasm`).then((response) => response.arrayBuffer()),
    listOf(names),
  ]);
  const open = await startProgram(code);
  const parts: { readonly of: OpenedIndex; readonly taken: Map<string, Promise<void>> }[] = [];
  const texts = new Map<string, TextHit>();
  const listed = new Map<Locale, readonly TextHit[]>();
  const take = (of: OpenedIndex, locale: Locale): void => {
    const hits = of.search('', false).map(({ id, score }, place): TextHit => ({
      id,
      score,
      locale,
      place,
      data: once(async () => textIn(await unpacked(`${bundle}fragment/${id}.pf_fragment`))),
    }));
    for (const hit of hits) texts.set(hit.id, hit);
    listed.set(locale, hits);
    parts.push({ of, taken: new Map() });
  };
  take(open(list), locale);
  return {
    search: async (query) => {
      const words = inLibrarySpelling(query);
      if (words === '') return [];
      const found = await Promise.all(
        parts.map(async ({ of, taken }) => {
          await Promise.all(
            of.partsFor(words).map(async (name) => {
              const part =
                taken.get(name) ??
                unpacked(`${bundle}index/${name}.pf_index`).then((bytes) => {
                  of.take(bytes);
                });
              taken.set(name, part);
              // Without a connection what there is is searched, and the rest asked for next time.
              await part.catch(() => taken.delete(name));
            }),
          );
          return of.search(words, query.startsWith('"'));
        }),
      );
      return found
        .flat()
        .sort((left, right) => right.score - left.score)
        .flatMap(({ id, score }) => {
          const text = texts.get(id);
          return text === undefined ? [] : [{ ...text, score }];
        });
    },
    add: async (other, otherNames) => {
      take(open(await listOf(otherNames)), other);
    },
    at: (of, place) => listed.get(of)?.[place],
  };
}

/** A query as the library stores words: in lower case, without accents, and without punctuation but underscores. */
function inLibrarySpelling(query: string): string {
  return query
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function loaded(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}: ${address}`);
  return response;
}

/** Loads a file of the library's data and unpacks it. */
async function unpacked(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await (await loaded(address)).blob();
  const plain = new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')));
  return new Uint8Array(await plain.arrayBuffer(), signature.length);
}

function textIn(file: Uint8Array): TextData {
  const text: unknown = JSON.parse(new TextDecoder().decode(file));
  if (!isText(text)) throw new TypeError('a text of the search index has an unknown form');
  // Where a word ends within a run of Chinese, the library puts a space of no width.
  return { ...text, content: text.content.replaceAll('\u200B', '') };
}

function isText(text: unknown): text is TextData {
  return typeof text === 'object' && text !== null && 'url' in text && 'content' in text && 'meta' in text;
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}
