import { planPeriods, type Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import type { PlanSample } from '../../stats/planSample';

/** A column of an export by trial. */
export interface SampleColumn {
  readonly heading: string;
  readonly read: (trial: number) => number;
}

/** What an export says of each trial: bookings by quarter and year, what each year costs and who is there, and what explains it. */
export function sampleColumns(plan: Plan, sample: PlanSample): SampleColumn[] {
  const { months, years: yearCount, eventWords } = sample.shape;
  const periods = planPeriods(plan.calendar);
  const years = periods.filter(({ kind }) => kind === 'year');
  const bookings = ({ firstMonth, endMonth }: Period, trial: number): number => {
    let sum = 0;
    for (let month = firstMonth; month < endMonth; month++)
      sum += sample.bookings[trial * months + month] ?? 0;
    return sum;
  };
  const byYear = (name: string, read: (trial: number, year: number) => number): SampleColumn[] =>
    years.map(({ id }, year) => ({ heading: `${name} ${id}`, read: (trial) => read(trial, year) }));
  const ofYear = (row: 'cost' | 'vacancy' | 'withQuota' | 'atQuota') => (trial: number, year: number) =>
    sample[row][trial * yearCount + year] ?? 0;
  const ofTrial = (
    heading: string,
    row: 'leavers' | 'starters' | 'market' | 'largestDeal' | 'deals',
  ): SampleColumn => ({ heading, read: (trial) => sample[row][trial] ?? 0 });
  return unlike([
    { heading: 'trial', read: (trial) => trial },
    ...periods.map((period) => ({
      heading: `bookings ${period.id}`,
      read: (trial: number) => bookings(period, trial),
    })),
    ...byYear('cost', ofYear('cost')),
    ...byYear(
      'headcount at the end of',
      (trial, year) => sample.headcount[trial * months + (years[year]?.endMonth ?? 1) - 1] ?? 0,
    ),
    ...byYear('vacancy months', ofYear('vacancy')),
    ...byYear('seats with quota', ofYear('withQuota')),
    ...byYear('seats at quota', ofYear('atQuota')),
    ofTrial('leavers', 'leavers'),
    ofTrial('starters', 'starters'),
    ofTrial('deals', 'deals'),
    ofTrial('largest deal', 'largestDeal'),
    ofTrial('market factor', 'market'),
    ...plan.events.map((event, place) => ({
      heading: `event: ${event.name}`,
      read: (trial: number) => ((sample.events[trial * eventWords + (place >> 5)] ?? 0) >>> (place & 31)) & 1,
    })),
  ]);
}

/** No two columns of one heading, though two events may have one name. */
function unlike(columns: readonly SampleColumn[]): SampleColumn[] {
  const taken = new Map<string, number>();
  return columns.map((column) => {
    const count = (taken.get(column.heading) ?? 0) + 1;
    taken.set(column.heading, count);
    return count === 1 ? column : { ...column, heading: `${column.heading} (${count})` };
  });
}
