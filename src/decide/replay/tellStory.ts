import { planMonth, planPeriods, targetOf, type Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import type { Replay } from '../../sim/replay';
import { dealMoments, isDeal } from './dealMoments';
import { lifeMoments } from './lifeMoments';
import type { Moment, MonthStory, QuarterStory, Story, YearStory } from './story';

/**
 * A replayed trial as the years, quarters and months that its reader knows: who came late, who left and for how long the seat
 * stood empty, which risks happened, which large deals closed. Its sums are taken month by month, as a run takes them,
 * so a year's bookings are the run's figure of that trial to the bit.
 */
export function tellStory(plan: Plan, replay: Replay): Story {
  const periods = planPeriods(plan.calendar);
  const lives = lifeMoments(plan, replay.events);
  const years = periods.filter(({ kind }) => kind === 'year');
  return {
    trial: replay.trial,
    years: years.map((year, place) => yearStory(plan, replay, periods, year, place, lives)),
  };
}

const sum = (values: ArrayLike<number>, first: number, end: number): number => {
  let total = 0;
  for (let at = first; at < end; at++) total += values[at] ?? 0;
  return total;
};

function yearStory(
  plan: Plan,
  { events, row }: Replay,
  periods: readonly Period[],
  year: Period,
  place: number,
  lives: ReadonlyMap<number, readonly Moment[]>,
): YearStory {
  const within = ({ month }: { readonly month: number }) => {
    const at = Math.max(0, Math.floor(month));
    return at >= year.firstMonth && at < year.endMonth;
  };
  const inYear = events.filter(within);
  const large = dealMoments(inYear);
  const monthStory = (month: number): MonthStory => ({
    month: planMonth(plan.calendar, month),
    bookings: row.bookings[month] ?? 0,
    yearToDate: sum(row.bookings, year.firstMonth, month + 1),
    people: row.headcount[month] ?? 0,
    deals: inYear.filter((event) => isDeal(event) && event.month === month).length,
    moments: [...(lives.get(month) ?? []), ...(large.get(month) ?? [])],
  });
  const quarterStory = (quarter: Period): QuarterStory => ({
    ...figures(quarter),
    months: Array.from({ length: quarter.endMonth - quarter.firstMonth }, (_, index) =>
      monthStory(quarter.firstMonth + index),
    ),
  });
  const figures = (period: Period) => {
    const target = targetOf(plan, period);
    return {
      period: period.id,
      whole: period.whole,
      bookings: sum(row.bookings, period.firstMonth, period.endMonth),
      ...(target !== undefined && { target }),
    };
  };
  const quarters = periods.filter(
    ({ kind, firstMonth, endMonth }) =>
      kind === 'quarter' && firstMonth >= year.firstMonth && endMonth <= year.endMonth,
  );
  return {
    ...figures(year),
    cost: row.cost[place] ?? 0,
    atQuota: row.atQuota[place] ?? 0,
    withQuota: row.withQuota[place] ?? 0,
    vacancyMonths: row.vacancy[place] ?? 0,
    deals: inYear.filter(isDeal).length,
    starters: inYear.filter(({ kind }) => kind === 'started').length,
    leavers: inYear.filter(({ kind }) => kind === 'left').length,
    quarters: quarters.map(quarterStory),
  };
}
