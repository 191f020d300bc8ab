import type { ReplayEvent } from '../../sim/replay';
import type { Moment } from './story';

/** How many deals of a year are told one by one. */
const TOLD = 10;

type Deal = Extract<ReplayEvent, { readonly kind: 'deal' | 'wonOpen' }>;

export const isDeal = (event: ReplayEvent): event is Deal =>
  event.kind === 'deal' || event.kind === 'wonOpen';

/** The largest deals of a year, by the month they closed in, the largest first; of equal ones those that closed first. */
export function dealMoments(events: readonly ReplayEvent[]): ReadonlyMap<number, readonly Moment[]> {
  const largest = events
    .filter(isDeal)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, TOLD);
  const byMonth = new Map<number, Moment[]>();
  largest.forEach(({ kind, month, seatId, amount }, index) => {
    const moment: Moment = { kind: 'deal', seatId, amount, open: kind === 'wonOpen', rank: index + 1 };
    byMonth.set(month, [...(byMonth.get(month) ?? []), moment]);
  });
  return byMonth;
}
