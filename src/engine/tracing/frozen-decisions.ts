import { at } from '../checks.ts';
import type { Decision, Recording } from './record.ts';

/** A decision of Python's in a traced run, and what another run decides at the same place. */
export interface FrozenDecision extends Pick<Decision, 'statement' | 'about'> {
  /** As it is in the graph. */
  readonly frozen: number;
  /** As the other call would have it; undefined when that never comes to this place. */
  readonly wanted: number | undefined;
}

/**
 * What a trace has fixed, decision by decision, against what another call needs: what guards would have to check.
 * @example frozenDecisions(first, second).map(({ frozen, wanted }) => [frozen, wanted]) // [[1, 0], [2, 3], [2, 3]]
 */
export function frozenDecisions(trace: Recording, call: Recording): readonly FrozenDecision[] {
  return trace.decisions.map(({ statement, about, value }, index) => {
    const same = (each: Decision): boolean => each.statement === statement && each.about === about;
    const before = trace.decisions.slice(0, index).filter(same).length;
    const others = call.decisions.filter(same);
    return {
      statement,
      about,
      frozen: value,
      wanted: before < others.length ? at(others, before).value : undefined,
    };
  });
}
