import { Contiguity } from './contiguity';
import type { SplitState } from './splitState';
import type { Units } from './units';

/** What a move must leave as it is: territories in one piece, or where they may lie in pieces, none without a unit. */
export interface Wholeness {
  /** Whether the unit's territory may go without it. */
  staysWhole(unit: number): boolean;
  /** Whether the unit may join that territory. */
  touches(unit: number, territory: number): boolean;
}

/** What moves of a split that is being changed must leave as it is, looked at as it is whenever asked. */
export function wholenessOf({ graph }: Units, state: SplitState, pieces = false): Wholeness {
  if (!pieces) return new Contiguity(graph, state.split);
  return {
    staysWhole: (unit) => state.members(state.split[unit] ?? -1) > 1,
    touches: () => true,
  };
}
