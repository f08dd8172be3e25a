import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readContent } from './files.ts';

/** The layers of software between a network and the hardware, from the training side to the serving side. */
export const frameworkKinds = ['training', 'format', 'compiler', 'runtime', 'serving'] as const;

/** Hardware a framework runs on. `gpu` is a GPU whose maker the source leaves open, `backend` what its backend runs on. */
export const hardwareKinds = [
  'cpu',
  'nvidia-gpu',
  'amd-gpu',
  'intel-gpu',
  'apple-gpu',
  'mobile-gpu',
  'gpu',
  'tpu',
  'npu',
  'backend',
] as const;

export const frameworkStates = ['active', 'maintenance', 'retired'] as const;

/** How far something is supported. */
export const supports = ['yes', 'partly', 'no'] as const;

/** The cells of a framework in the order the table shows them. */
export const frameworkColumns = [
  'firstRelease',
  'kind',
  'status',
  'hardware',
  'formatsIn',
  'formatsOut',
  'float16',
  'int8',
  'dynamicShapes',
  'licence',
  'maker',
] as const;

const text = z.string().min(1);
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const support = z.strictObject({
  answer: z.enum(supports),
  /** The names the framework's interface has for it. */
  through: z.array(text).optional(),
});

/** A cell: its value with the sources and the day they were read, or `null` when no source could be read for it. */
const cell = <Value extends z.ZodType>(value: Value) =>
  z.union([
    z.strictObject({ value, sources: z.array(text).min(1), checked: z.iso.date() }),
    z.strictObject({ value: z.null(), checked: z.iso.date() }),
  ]);

const frameworkSchema = z.strictObject({
  name: text,
  /** Year, month or day of the first public release, as exact as the source is. */
  firstRelease: cell(partialDate),
  kind: cell(z.array(z.enum(frameworkKinds)).min(1)),
  maker: cell(z.strictObject({ en: text, zh: text })),
  status: cell(
    z.strictObject({
      state: z.enum(frameworkStates),
      /** The latest version seen, with the month it came out. */
      version: text.optional(),
      released: partialDate.optional(),
      /** When it was retired. */
      since: partialDate.optional(),
    }),
  ),
  /** SPDX identifiers; `closed-core` when only parts are open. */
  licence: cell(z.array(text).min(1)),
  /** Empty for a file format, which runs on nothing. */
  hardware: cell(z.array(z.enum(hardwareKinds))),
  /** What it or its converter reads and writes; empty when it writes none. */
  formatsIn: cell(z.array(text)),
  formatsOut: cell(z.array(text)),
  float16: cell(support),
  int8: cell(support),
  dynamicShapes: cell(support),
});

/** A framework of `content/facts/frameworks.yaml`. */
export type Framework = z.infer<typeof frameworkSchema>;
export type FrameworkColumn = (typeof frameworkColumns)[number];

/** The file of facts that is a table of frameworks instead of single figures. */
export const frameworksFile = 'frameworks.yaml';

/**
 * All frameworks by id, in the order of the file.
 * @throws Error naming the framework and cell that break the schema.
 */
export function loadFrameworks(yaml = readContent('facts', frameworksFile)): ReadonlyMap<string, Framework> {
  const rows: unknown = parse(yaml);
  const result = z.record(z.string().regex(/^[a-z0-9-]+$/), frameworkSchema).safeParse(rows);
  if (!result.success) throw new Error(`facts/${frameworksFile}: ${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
}

/** Keys of a cell's sources; none when nothing was found. */
export function sourcesOf(own: Framework[FrameworkColumn]): readonly string[] {
  return 'sources' in own ? own.sources : [];
}

/** Keys of every source the frameworks' cells name. */
export function frameworkSources(frameworks: ReadonlyMap<string, Framework>): ReadonlySet<string> {
  return new Set(
    [...frameworks.values()].flatMap((framework) =>
      frameworkColumns.flatMap((column) => sourcesOf(framework[column])),
    ),
  );
}
