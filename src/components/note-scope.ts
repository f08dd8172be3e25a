import type { TrainedLayer } from '../collections/index.ts';
import { loadFacts, loadStoredLayers, trainedLayer } from '../collections/index.ts';
import * as engine from '../engine/index.ts';
import type { Formatter } from '../format/index.ts';
import { formatterFor } from '../format/index.ts';
import type { Locale } from '../i18n/index.ts';
import { languageTag } from '../i18n/index.ts';

/** What a note's expressions see: the engine, the language's number formats, published figures, trained weights. */
export interface NoteScope {
  readonly engine: typeof engine;
  readonly show: Formatter;
  /** Value of a row of content/facts. */
  readonly fact: (id: string) => number;
  /** A layer of content/weights, by the name of its file. */
  readonly trained: (name: string) => TrainedLayer;
  /** Runs an expression and adds the note's file and line to an error in it. */
  readonly at: <T>(place: string, expression: () => T) => T;
}

/** The scope of a note in `locale`. */
export function noteScope(locale: Locale): NoteScope {
  const facts = loadFacts();
  // Decoding weights takes time that most notes have no need to spend.
  let layers: ReadonlyMap<string, TrainedLayer> | undefined;
  return {
    engine,
    show: formatterFor(languageTag[locale]),
    fact: (id) => {
      const row = facts.get(id);
      if (row === undefined) throw new Error(`no row of content/facts is called ${id}`);
      return row.value;
    },
    trained: (name) => {
      layers ??= new Map([...loadStoredLayers()].map(([own, layer]) => [own, trainedLayer(layer)]));
      const layer = layers.get(name);
      if (layer === undefined) throw new Error(`no file of content/weights is called ${name}`);
      return layer;
    },
    at: (place, expression) => {
      try {
        return expression();
      } catch (error) {
        throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    },
  };
}
