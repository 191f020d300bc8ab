import { centresOf } from './centresOf';
import type { Split, Units } from './units';

/** Why a unit moved: what it did for balance and for the way to it. Words are the reader's business. */
export interface MoveReason {
  readonly unit: number;
  /** −1 for none. */
  readonly from: number;
  readonly to: number;
  /** Load ÷ target − 1 of both before the split changed, and after. */
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
  /** Km from the unit to the old territory's centre, and to the new one's. */
  readonly kmBefore: number;
  readonly kmAfter: number;
  /** What it improved: the balance of both, the way to the unit, both; or neither, made to keep territories whole or balanced elsewhere. */
  readonly improved: 'balance' | 'distance' | 'both' | 'room for others';
}

/** A reason for each unit that is in another territory than before, in the order of units. Cost: linear. */
export function explainMoves(units: Units, before: Split, after: Split, targets: Float64Array): MoveReason[] {
  const old = centresOf(units, before, targets.length);
  const now = centresOf(units, after, targets.length);
  const deviation = (loads: Float64Array, territory: number) => {
    const target = targets[territory] ?? 0;
    return territory >= 0 && target > 0 ? (loads[territory] ?? 0) / target - 1 : 0;
  };
  const distance = (centres: ReturnType<typeof centresOf>, unit: number, territory: number) => {
    const dx = (units.x[unit] ?? 0) - (centres.x[territory] ?? 0);
    const dy = (units.y[unit] ?? 0) - (centres.y[territory] ?? 0);
    return territory < 0 ? 0 : Math.sqrt(dx * dx + dy * dy);
  };
  const reasons: MoveReason[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    const from = before[unit] ?? -1;
    const to = after[unit] ?? -1;
    if (from === to) continue;
    const was = { from: deviation(old.loads, from), to: deviation(old.loads, to) };
    const kmBefore = distance(old, unit, from);
    const kmAfter = distance(now, unit, to);
    const balances = was.from > was.to;
    const nearer = from >= 0 && to >= 0 && kmAfter < kmBefore;
    reasons.push({
      unit,
      from,
      to,
      before: was,
      after: { from: deviation(now.loads, from), to: deviation(now.loads, to) },
      kmBefore,
      kmAfter,
      improved: balances ? (nearer ? 'both' : 'balance') : nearer ? 'distance' : 'room for others',
    });
  }
  return reasons;
}
