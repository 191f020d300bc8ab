import { sketchEdges } from './sketchEdges';
import type { Sketch } from './sketch';
import type { Levels } from './levels';
import { unpackSketch } from './unpackSketch';

/**
 * The sketch of a group's bookings of a period, counted over months, quarters and years; undefined of months of managers
 * and territories, which have none.
 */
export function bookingSketch(levels: Levels, group: number, period: number): Sketch | undefined {
  const { months, quarters, years } = levels.shape;
  const { region, manager, territory } = levels.ids;
  const firstNarrow = 1 + region.length;
  const endNarrow = firstNarrow + manager.length + territory.length;
  const narrow = group >= firstNarrow && group < endNarrow;
  if (narrow && period < months) return undefined;
  const periods = months + quarters + years;
  // groups without months lie in one stretch, after the plan and its regions and before the roles
  const narrowBefore = Math.max(0, Math.min(group, endNarrow) - firstNarrow);
  const index = group * periods - narrowBefore * months + period - (narrow ? months : 0);
  const { floors } = levels;
  const floor = period < months ? floors.month : period < months + quarters ? floors.quarter : floors.year;
  return { counts: unpackSketch(levels.bookingSketches, index), edges: sketchEdges(floor[group] ?? 0) };
}
