import { strainOf, type Limit } from './limits';
import type { SplitState } from './splitState';
import type { Units } from './units';

/** Units and where they go, one after the other; each is moved once. */
export type Moves = readonly (readonly [unit: number, to: number])[];

/**
 * How much less the squared deviations of all loads come to when these moves are made, a limit's strain counting as the
 * tolerance's share: what is asked of the territories touched alone.
 */
export function gainOfMoves(
  { weight }: Units,
  state: SplitState,
  moves: Moves,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    readonly limits: readonly Limit[];
  },
): number {
  const { targets, tolerance, limits } = options;
  const touched: number[] = [];
  const changes: number[] = [];
  const add = (territory: number, change: number) => {
    const place = touched.indexOf(territory);
    if (place >= 0) changes[place] = (changes[place] ?? 0) + change;
    else {
      touched.push(territory);
      changes.push(change);
    }
  };
  /** Sums what the moves change of these values, and then what squares come to. */
  const squares = (values: Float64Array, off: (territory: number, change: number) => number) => {
    touched.length = changes.length = 0;
    for (const [unit, to] of moves) {
      const own = values[unit] ?? 0;
      add(state.split[unit] ?? -1, -own);
      add(to, own);
    }
    let gain = 0;
    touched.forEach((territory, place) => {
      const [before, after] = [off(territory, 0), off(territory, changes[place] ?? 0)];
      gain += before * before - after * after;
    });
    return gain;
  };
  const balance = squares(weight, (territory, change) => {
    const target = targets[territory] ?? 0;
    return target > 0 ? ((state.loads[territory] ?? 0) + change) / target - 1 : 0;
  });
  return limits.reduce(
    (gain, limit, index) =>
      gain +
      squares(
        limit.values,
        (territory, change) =>
          tolerance * strainOf(limit, territory, (state.limitLoads[index]?.[territory] ?? 0) + change),
      ),
    balance,
  );
}
