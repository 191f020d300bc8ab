import { centresOf } from './centresOf';
import type { Limit } from './limits';
import { mendPieces } from './mendPieces';
import { rebalanceSplit } from './rebalanceSplit';
import type { Split, Units } from './units';

/**
 * Mends a split that was edited by hand: pieces that hang together with nothing are joined to their neighbours, and loads
 * brought within the tolerance with as few moves as can be. Where territories may lie in pieces nothing is joined. Locked units, those that the hand has placed, stay.
 */
export function healSplit(
  units: Units,
  edited: Split,
  options: {
    readonly targets: Float64Array;
    readonly tolerance: number;
    readonly seed: number;
    readonly locked: Uint8Array;
    readonly limits?: readonly Limit[];
    readonly pieces?: boolean;
    /** Where units belong (see `RebalanceOptions`). */
    readonly home?: Split;
  },
): Split {
  if (options.pieces) return rebalanceSplit(units, edited, { ...options, stickiness: 1 });
  const k = options.targets.length;
  const centres = centresOf(units, edited, k);
  const whole = mendPieces(units, edited, centres, new Float64Array(k), options.locked);
  return rebalanceSplit(units, whole, { ...options, stickiness: 1 });
}
