import { centresOf } from './centresOf';
import type { Split, Units } from './units';

/** Load ÷ target − 1 of the territory that a unit leaves and of the one that it joins; zero for none. */
export interface BothDeviations {
  readonly from: number;
  readonly to: number;
}

/** Why a unit moved: what it did for balance and for the way to it. Words are the reader's business. */
export interface MoveReason {
  readonly unit: number;
  /** −1 for none. */
  readonly from: number;
  readonly to: number;
  /** Of both before the split changed, and after. */
  readonly before: BothDeviations;
  readonly after: BothDeviations;
  /** Of both if all else had changed and this unit had stayed. */
  readonly without: BothDeviations;
  /** Km from the unit to the old territory's centre, and to the new one's. */
  readonly kmBefore: number;
  readonly kmAfter: number;
  /**
   * Whether the move evens the two out as they stood before, or, if not, as they stand after (each as the sum of both squared
   * deviations against that without the move); undefined where neither, and where one of both is none.
   */
  readonly evens?: 'before' | 'after';
  /** What it improved: the balance of both, the way to the unit, both; or neither, made to keep territories whole or balanced elsewhere. */
  readonly improved: 'balance' | 'distance' | 'both' | 'room for others';
  /** Whether territories may lie in pieces, so that nothing moved to hold them together. */
  readonly pieces?: boolean;
}

export interface ExplainOptions {
  /** Loads by territory before and after, where there is weight that is no unit's. */
  readonly loads?: { readonly before: Float64Array; readonly after: Float64Array };
  /** Whether territories may lie in pieces after. */
  readonly pieces?: boolean;
}

/** A reason for each unit that is in another territory than before, in the order of units. Cost: linear. */
export function explainMoves(
  units: Units,
  before: Split,
  after: Split,
  targets: Float64Array,
  { loads, pieces }: ExplainOptions = {},
): MoveReason[] {
  const old = centresOf(units, before, targets.length);
  const now = centresOf(units, after, targets.length);
  const deviation = (of: Float64Array, territory: number, less = 0) => {
    const target = targets[territory] ?? 0;
    return territory >= 0 && target > 0 ? ((of[territory] ?? 0) - less) / target - 1 : 0;
  };
  const distance = (centres: ReturnType<typeof centresOf>, unit: number, territory: number) => {
    const dx = (units.x[unit] ?? 0) - (centres.x[territory] ?? 0);
    const dy = (units.y[unit] ?? 0) - (centres.y[territory] ?? 0);
    return territory < 0 ? 0 : Math.sqrt(dx * dx + dy * dy);
  };
  const oldLoads = loads?.before ?? old.loads;
  const newLoads = loads?.after ?? now.loads;
  const reasons: MoveReason[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    const from = before[unit] ?? -1;
    const to = after[unit] ?? -1;
    if (from === to) continue;
    const own = units.weight[unit] ?? 0;
    const both = (of: Float64Array, moved: number): BothDeviations => ({
      from: deviation(of, from, moved),
      to: deviation(of, to, -moved),
    });
    const was = both(oldLoads, 0);
    const is = both(newLoads, 0);
    const without = both(newLoads, -own);
    const kmBefore = distance(old, unit, from);
    const kmAfter = distance(now, unit, to);
    const apart = from >= 0 && to >= 0;
    const evens = !apart
      ? undefined
      : spread(both(oldLoads, own)) < spread(was)
        ? 'before'
        : spread(is) < spread(without)
          ? 'after'
          : undefined;
    const nearer = apart && kmAfter < kmBefore;
    reasons.push({
      unit,
      from,
      to,
      before: was,
      after: is,
      without,
      kmBefore,
      kmAfter,
      ...(evens && { evens }),
      ...(pieces && { pieces }),
      improved: evens ? (nearer ? 'both' : 'balance') : nearer ? 'distance' : 'room for others',
    });
  }
  return reasons;
}

const spread = ({ from, to }: BothDeviations): number => from * from + to * to;
