import type { Table } from '../../calculators/index.ts';
import type { ModelTensor } from '../../model-files/index.ts';
import { cellText } from './shown-name.ts';

/** Columns a table of tensors sorts by; `order` is the file's. */
export const tensorSortKeys = ['order', 'name', 'dtype', 'elements', 'bytes'] as const;
export type TensorSortKey = (typeof tensorSortKeys)[number];

/** Which tensors are listed, and how. */
export interface TensorChoice {
  readonly sort: TensorSortKey;
  readonly descending: boolean;
  /** Part of a name, in any case; empty for all. */
  readonly find: string;
  /** Undefined for all. */
  readonly dtype: string | undefined;
}

export const standardChoice: TensorChoice = { sort: 'order', descending: false, find: '', dtype: undefined };

/** What a click on a column's head asks for: numbers from the largest, then from the smallest, then the file's order. */
export function sortedBy(choice: TensorChoice, clicked: Exclude<TensorSortKey, 'order'>): TensorChoice {
  const firstDown = clicked === 'elements' || clicked === 'bytes';
  if (choice.sort !== clicked) return { ...choice, sort: clicked, descending: firstDown };
  if (choice.descending === firstDown) return { ...choice, descending: !firstDown };
  return { ...choice, sort: 'order', descending: false };
}

/** The tensors a choice keeps, in its order. Stable, so that equal ones stay in the file's order. */
export function listedTensors(tensors: readonly ModelTensor[], choice: TensorChoice): readonly ModelTensor[] {
  const { sort, descending, dtype } = choice;
  const find = choice.find.trim().toLowerCase();
  const kept = tensors.filter(
    (tensor) =>
      (dtype === undefined || tensor.dtype === dtype) &&
      (find === '' || tensor.name.toLowerCase().includes(find)),
  );
  if (sort === 'order') return kept;
  const sign = descending ? -1 : 1;
  const valueOf = (tensor: ModelTensor): string | number => tensor[sort] ?? -1;
  return kept.sort((left, right) => {
    const [one, other] = [valueOf(left), valueOf(right)];
    return sign * (one < other ? -1 : one > other ? 1 : 0);
  });
}

/** Tensors as rows for a spreadsheet; an unknown size is left empty. */
export function tensorCsv(tensors: readonly ModelTensor[]): Table {
  const rows = tensors.map(({ name, dtype, shape, elements, bytes, role }) => [
    cellText(name),
    cellText(dtype),
    shape.join('×'),
    elements,
    bytes ?? '',
    role,
  ]);
  return [['name', 'dtype', 'shape', 'elements', 'bytes', 'role'], ...rows];
}
