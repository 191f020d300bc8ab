import { bookingSketch } from './bookingSketch';
import { groupOf } from './groupOf';
import type { Level, Levels } from './levels';
import { sdOfSums } from './sdOfSums';
import { summariseSketch } from './summariseSketch';
import type { Distribution, Moments } from './summary';

/**
 * A group's bookings in a month of the plan (0 for the first): their distribution for the plan, its regions and roles,
 * mean and spread alone for managers and territories. Undefined where there is no such group or month.
 */
export function readLevelMonth(
  levels: Levels,
  level: Level,
  month: number,
): Moments | Distribution | undefined {
  const group = groupOf(levels, level);
  const { months, quarters, years } = levels.shape;
  if (group === undefined || !(month >= 0 && month < months)) return undefined;
  const place = 2 * (group * (months + quarters + years) + month);
  const sum = levels.bookings[place] ?? 0;
  const squares = levels.bookings[place + 1] ?? 0;
  const sketch = bookingSketch(levels, group, month);
  if (sketch) return summariseSketch({ sum, squares }, sketch);
  const { trials } = levels;
  const sd = sdOfSums(trials, sum, squares);
  return {
    mean: trials > 0 ? sum / trials : 0,
    sd,
    standardError: trials > 0 ? sd / Math.sqrt(trials) : 0,
  };
}
