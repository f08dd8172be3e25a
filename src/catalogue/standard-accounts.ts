// For the build alone: a network is worked out once for the pages of all languages, the lists and the data files.
import { architectures } from '../engine/index.ts';
import type { FullAccount } from './account.ts';
import { accountOf } from './account.ts';

const known = new Map<string, FullAccount>();

/** The account of an architecture under its standard options. Throws as `accountOf` does. */
export function standardAccount(id: string): FullAccount {
  const worked = known.get(id) ?? accountOf(id);
  known.set(id, worked);
  return worked;
}

/** The engine's names of all architectures. */
export const architectureIds: readonly string[] = Object.keys(architectures);
