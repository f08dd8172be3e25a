import { parse } from 'yaml';
import { z } from 'astro/zod';
import type { PrintedCount, Reading, ToolName } from '../engine/index.ts';
import { countingTools } from '../engine/index.ts';
import { contentFiles, readContent } from './files.ts';

/** What a printed number is multiplied by. */
const scales = { one: 1, mega: 1e6, giga: 1e9 } as const;

const isToolName = (name: unknown): name is ToolName =>
  typeof name === 'string' && Object.hasOwn(countingTools, name);

/** A row: one number as printed, and what the source says of the network and of how it was run. */
const rowSchema = z.strictObject({
  /** Architecture of the engine. */
  of: z.string().min(1),
  /** Digits as printed. */
  printed: z.string().regex(/^\d+(\.\d+)?$/),
  /** Where in the source: row, line, section. */
  at: z.string().min(1),
  input: z.array(z.int().positive()).optional(),
  width: z.number().positive().optional(),
  strideInFirst: z.literal(true).optional(),
  batch: z.int().positive().optional(),
  backward: z.literal(true).optional(),
  /** Step the source rounds to, in printed units, where the digits do not say it. */
  roundedTo: z.number().positive().optional(),
});

/** Rows that share a source and a way of counting. */
const groupSchema = z.strictObject({
  /** Key of `references.bib`. */
  source: z.string().min(1),
  /** File or table of the source that all rows are from. */
  place: z.string().optional(),
  /** By whose rules the source counts: a counting tool, or `macs` for multiply-adds alone. */
  counter: z.union([z.literal('macs'), z.custom<ToolName>(isToolName)]),
  /** `macs` for the MACs that the tool prints beside its FLOPs. */
  number: z.literal('macs').optional(),
  /** The word printed beside the number. */
  word: z.string().min(1),
  scale: z.enum(['one', 'mega', 'giga']),
  /** Decimals the source rounds to, where it leaves zeros at the end out. */
  decimals: z.int().nonnegative().optional(),
  /** ISO date at which the source was read. */
  checked: z.iso.date(),
  rows: z.array(rowSchema).min(1),
});

/** A count that somebody published for a network. */
export interface PublishedCount {
  /** Names it among the counts of its network: `he2016:3.8`, `timm-results:2.1@160`. */
  readonly id: string;
  readonly architecture: string;
  readonly printed: PrintedCount;
  /** How it was counted, as far as the source says. */
  readonly reading: Reading;
  readonly word: string;
  readonly source: string;
  readonly at: string;
  readonly checked: string;
}

type Group = z.infer<typeof groupSchema>;

/**
 * All published counts of `content/published-counts/*.yaml`.
 * @throws Error naming file and row when a row breaks the schema.
 */
export function loadPublishedCounts(): readonly PublishedCount[] {
  loaded ??= readPublishedCounts();
  return loaded;
}

/** Read once: every page of a network asks for them. */
let loaded: readonly PublishedCount[] | undefined;

function readPublishedCounts(): readonly PublishedCount[] {
  return contentFiles('published-counts', '.yaml').flatMap((file) => {
    const groups: unknown = parse(readContent('published-counts', file));
    const result = z.array(groupSchema).safeParse(groups);
    if (!result.success) throw new Error(`published-counts/${file}: ${z.prettifyError(result.error)}`);
    return result.data.flatMap((group) => group.rows.map((row) => publishedCount(group, row)));
  });
}

/** The published counts of one architecture of the engine. */
export function publishedCountsOf(architecture: string): readonly PublishedCount[] {
  return loadPublishedCounts().filter((count) => count.architecture === architecture);
}

function publishedCount(group: Group, row: Group['rows'][number]): PublishedCount {
  const { source, place, counter, number, word, checked, decimals } = group;
  const { of, printed, at, input, width, strideInFirst, batch, backward, roundedTo } = row;
  const scale = scales[group.scale];
  const step = roundedTo ?? (decimals === undefined ? undefined : 10 ** -decimals);
  const setup = [
    ...(input === undefined ? [] : [`@${input.at(-1) ?? ''}`]),
    ...(width === undefined ? [] : [`*${width}`]),
  ];
  return {
    id: `${source}:${printed}${setup.join('')}`,
    architecture: of,
    printed: { digits: printed, scale, ...(step === undefined ? {} : { lastPlace: step * scale }) },
    reading: {
      counter,
      ...(number === undefined ? {} : { number }),
      ...(input === undefined ? {} : { input }),
      ...(width === undefined ? {} : { widthMultiplier: width }),
      ...(strideInFirst === undefined ? {} : { strideInFirst }),
      ...(batch === undefined ? {} : { batch }),
      ...(backward === undefined ? {} : { backward }),
    },
    word,
    source,
    at: place === undefined ? at : `${place}, ${at}`,
    checked,
  };
}
