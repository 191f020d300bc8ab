import type { Limit } from './limits';
import { SplitState } from './splitState';
import type { Split, Units } from './units';
import { wholenessOf } from './wholeness';

/**
 * Brings back what need not have moved: unit by unit, the heaviest first, as long as every territory that it touches stays
 * within the tolerance (or comes nearer to its target) and in one piece, unless it may lie in pieces. Cost: the moved units, for each of a few passes.
 */
export function bringHome(
  units: Units,
  moved: Split,
  home: Split,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    readonly locked?: Uint8Array;
    readonly limits?: readonly Limit[];
    readonly pieces?: boolean;
  },
): Split {
  const { targets, tolerance, locked, limits = [], pieces } = options;
  const { weight } = units;
  const state = new SplitState(units, moved, targets, limits);
  const whole = wholenessOf(units, state, pieces);
  const away = Array.from(moved.keys())
    .filter((unit) => moved[unit] !== home[unit] && (home[unit] ?? -1) >= 0 && !locked?.[unit])
    .sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
  const fits = (territory: number, change: number) => {
    const target = targets[territory] ?? 0;
    const load = state.loads[territory] ?? 0;
    const after = Math.abs(load + change - target);
    return after <= tolerance * target || after < Math.abs(load - target);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const unit of away) {
      const from = state.split[unit] ?? -1;
      const to = home[unit] ?? -1;
      const own = weight[unit] ?? 0;
      if (from === to || !whole.touches(unit, to) || !fits(from, -own) || !fits(to, own)) continue;
      // a limit that would be broken keeps it away
      if (state.limitChange(unit, to, 1) > 0 || !whole.staysWhole(unit)) continue;
      state.move(unit, to);
      changed = true;
    }
  }
  return state.split;
}
