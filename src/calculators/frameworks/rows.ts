import type { Framework, FrameworkColumn, Reference } from '../../collections/index.ts';
import { frameworkColumns, referenceAddress, sourcesOf } from '../../collections/index.ts';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { Cell, FrameworkRow, RowSource } from './state.ts';
import { words } from './words.ts';

/** Between the entries of a list in a cell. */
const listJoiner: Readonly<Record<Locale, string>> = { en: ', ', zh: '、' };

/**
 * The frameworks as the table shows them in one language, with the sources of each row.
 * @throws Error when a cell names a source that `references` lacks.
 */
export function frameworkRows(
  frameworks: ReadonlyMap<string, Framework>,
  references: ReadonlyMap<string, Reference>,
  locale: Locale,
): readonly FrameworkRow[] {
  return [...frameworks].map(([id, framework]) => ({
    id,
    name: framework.name,
    kinds: framework.kind.value ?? [],
    states: framework.status.value === null ? [] : [framework.status.value.state],
    hardware: framework.hardware.value ?? [],
    cells: cellsOf(framework, locale),
    sources: rowSources(id, framework, references, locale),
  }));
}

function cellsOf(framework: Framework, locale: Locale): Readonly<Record<FrameworkColumn, Cell>> {
  const { kinds, states, hardware, licences, answers, none, since, version, released } = words[locale];
  const joined = (entries: readonly string[] | null): Cell => {
    if (entries === null) return unknown;
    return plain(entries.length === 0 ? none : entries.join(listJoiner[locale]));
  };
  const supported = ({ value }: Framework['float16']): Cell =>
    value === null
      ? unknown
      : { text: answers[value.answer], names: value.through ?? [], sortKey: answerOrder[value.answer] };
  const status = framework.status.value;
  return {
    firstRelease: plain(framework.firstRelease.value),
    kind: joined(framework.kind.value?.map((kind) => kinds[kind]) ?? null),
    maker: plain(framework.maker.value?.[locale] ?? null),
    status:
      status === null
        ? unknown
        : {
            text: [
              states[status.state],
              status.since === undefined ? '' : since(status.since),
              status.version === undefined ? '' : version(status.version),
              status.released === undefined ? '' : released(status.released),
            ].join(''),
            names: [],
            sortKey: `${stateOrder[status.state]} ${status.released ?? status.since ?? ''}`,
          },
    licence: joined(framework.licence.value?.map((licence) => licences[licence] ?? licence) ?? null),
    hardware: joined(framework.hardware.value?.map((each) => hardware[each]) ?? null),
    formatsIn: joined(framework.formatsIn.value),
    formatsOut: joined(framework.formatsOut.value),
    float16: supported(framework.float16),
    int8: supported(framework.int8),
    dynamicShapes: supported(framework.dynamicShapes),
  };
}

const answerOrder = { yes: 0, partly: 1, no: 2 } as const;
const stateOrder = { active: 0, maintenance: 1, retired: 2 } as const;
const unknown: Cell = { text: null, names: [], sortKey: null };
const plain = (text: string | null): Cell => ({ text, names: [], sortKey: text });

/** Each source of a row once, with the columns it stands for and the day it was read. */
function rowSources(
  id: string,
  framework: Framework,
  references: ReadonlyMap<string, Reference>,
  locale: Locale,
): readonly RowSource[] {
  const { columns } = words[locale];
  const show = formatterFor(languageTag[locale]);
  const keys = new Set(frameworkColumns.flatMap((column) => sourcesOf(framework[column])));
  return [...keys].map((key) => {
    const reference = references.get(key);
    if (reference === undefined) throw new Error(`framework ${id} cites ${key}, which references.bib lacks`);
    const backed = frameworkColumns.filter((column) => sourcesOf(framework[column]).includes(key));
    const checked = backed.map((column) => framework[column].checked).sort()[0] ?? '';
    return {
      title: reference.title,
      address: referenceAddress(reference),
      backs: backed.map((column) => columns[column]).join(listJoiner[locale]),
      checked: show.date(checked),
    };
  });
}
