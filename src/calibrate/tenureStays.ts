import { isoDate } from '../model/units';
import type { SeenStay } from './kaplanMeier';
import { roundFigure } from './roundFigure';
import { daysBefore, SILENT_DAYS, type SeenSeller } from './sellerRecords';
import { monthPosition, type Timeline } from './timeline';

/**
 * The stays of those sellers whose date of joining is known, in months of tenure: from the first sign of activity (who
 * left before it is in no history, hence delayed entry) to the last one of those who left, or to 90 days before the
 * history's end, after which nobody can be seen to have left. Joined is the team table's date of hire; without one,
 * or with one after the first activity, the first activity itself, but not of those who were there when the history
 * began: since when, it cannot say.
 */
export function tenureStays(records: readonly SeenSeller[], timeline: Timeline): SeenStay[] {
  const blindFrom = monthPosition(isoDate(daysBefore(timeline.to, SILENT_DAYS)));
  return records.flatMap(({ seller, firstActivity, lastActivity, left, thereBefore }) => {
    const stated = seller.hired !== undefined && seller.hired <= firstActivity ? seller.hired : undefined;
    const joined = stated ?? (thereBefore ? undefined : firstActivity);
    if (joined === undefined) return [];
    const tenureAt = (position: number) => roundFigure(position - monthPosition(joined), 6);
    return [
      {
        entry: tenureAt(monthPosition(firstActivity)),
        exit: tenureAt(left ? monthPosition(lastActivity) : blindFrom),
        left,
      },
    ];
  });
}
