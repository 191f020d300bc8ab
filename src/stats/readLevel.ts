import { money, type Money, type PeriodId } from '../model/units';
import { MEASURES } from '../sim/outcome';
import { bookingSketch } from './bookingSketch';
import { makeProbability } from './distribution';
import { groupOf } from './groupOf';
import { NO_TARGET, MEASURE_NAMES, type Level, type Levels, type MeasureName } from './levels';
import { measureSketch } from './measureSketch';
import { quantileOfSketch } from './quantileOfSketch';
import { shareFrom } from './shareFrom';
import { sketchSize } from './sketch';
import { summariseSketch } from './summariseSketch';
import type { Attainment, Distribution, Probability } from './summary';

/** A group's fiscal quarter or year. */
export interface LevelPeriod {
  readonly period: PeriodId;
  readonly bookings: Distribution;
  /** The plan's target, or the group's quota for the period; absent without one. */
  readonly target?: Money;
  /** Chance of bookings at or above it. */
  readonly chance?: Probability;
  /** Of years. */
  readonly year?: LevelYear;
}

/** A group's fiscal year. Headcount is at its end; ramped rep equivalents are its months' mean; seats at quota are of those that had one and were filled a month or more. */
export interface LevelYear extends Readonly<Record<Exclude<MeasureName, 'attainment'>, Distribution>> {
  /** The group's bookings ÷ the quotas that its filled seats carried, over the trials in which any did; absent where none did. */
  readonly attainment?: Attainment & Distribution;
}

/**
 * What the run found for a group in a fiscal quarter or year; undefined where there is no such group or period. Means and
 * standard deviations are those of the trials, percentiles within a bin of the sketch (1/16 of an octave; contribution
 * 1/8). Cost: a few hundred bins for each figure, made anew with every call.
 */
export function readLevel(levels: Levels, level: Level, period: PeriodId): LevelPeriod | undefined {
  const group = groupOf(levels, level);
  const place = levels.periods.findIndex(({ id }) => id === period);
  if (group === undefined || place < 0) return undefined;
  const { months, quarters, years } = levels.shape;
  const sketch = bookingSketch(levels, group, months + place);
  if (!sketch) return undefined;
  const sums = 2 * (group * (months + quarters + years) + months + place);
  const cell = group * (quarters + years) + place;
  const target = levels.targets[cell] ?? NO_TARGET;
  return {
    period,
    bookings: summariseSketch(
      { sum: levels.bookings[sums] ?? 0, squares: levels.bookings[sums + 1] ?? 0 },
      sketch,
    ),
    ...(target !== NO_TARGET && {
      target: money(target),
      chance: makeProbability(levels.hits[cell] ?? 0, levels.trials),
    }),
    ...(place >= quarters && { year: readYear(levels, group, place - quarters) }),
  };
}

function readYear(levels: Levels, group: number, year: number): LevelYear {
  const read = (name: MeasureName): Distribution => {
    const place = 2 * ((group * levels.shape.years + year) * MEASURES + MEASURE_NAMES.indexOf(name));
    return summariseSketch(
      { sum: levels.measures[place] ?? 0, squares: levels.measures[place + 1] ?? 0 },
      measureSketch(levels, group, year, name),
    );
  };
  const attainment = measureSketch(levels, group, year, 'attainment');
  return {
    ...(sketchSize(attainment) > 0 && {
      attainment: {
        ...read('attainment'),
        median: quantileOfSketch(attainment, 0.5),
        atQuota: shareFrom(attainment, 1),
      },
    }),
    cost: read('cost'),
    contribution: read('contribution'),
    leavers: read('leavers'),
    vacancyMonths: read('vacancyMonths'),
    headcount: read('headcount'),
    rampedEquivalents: read('rampedEquivalents'),
    seatsAtQuota: read('seatsAtQuota'),
    shareAtQuota: read('shareAtQuota'),
  };
}
