import { monthNumber } from '../model/calendar';
import type { SeenSeller } from './sellerRecords';
import { fiscalMonth, monthPosition, seasonedMonths, type Timeline } from './timeline';

/**
 * Months that sellers were there in each fiscal quarter, summed, by the quarter's label; each month times its season's
 * weight. From first activity on, and to the last one of those who left.
 */
export function sellerMonths(
  timeline: Timeline,
  sellers: readonly SeenSeller[],
  weights: readonly number[],
): Map<string, number> {
  const spans = sellers.map(({ firstActivity, lastActivity, left }) => ({
    start: monthPosition(firstActivity),
    end: left ? monthPosition(lastActivity) : Infinity,
  }));
  const sums = new Map<string, number>();
  for (const { month: label } of timeline.months) {
    const month = monthNumber(label);
    const active = spans.reduce(
      (sum, { start, end }) =>
        sum + seasonedMonths(Math.max(start, month), Math.min(end, month + 1), weights),
      0,
    );
    const quarter = fiscalMonth(month, timeline.fiscalYearStart).label;
    sums.set(quarter, (sums.get(quarter) ?? 0) + active);
  }
  return sums;
}
