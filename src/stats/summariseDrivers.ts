import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import type { PeriodId } from '../model/units';
import { columnOf, sumOfMonths } from './columns';
import { makeProbability } from './distribution';
import { DRIVER_NAMES, type DriverGroup, type DriverName, type DriverSummary } from './drivers';
import type { RunTotals } from './mergeOutcomes';
import { outerTenths } from './outerTenths';
import type { Mean } from './summary';

/** What sets the worst and the best tenth of trials apart, for each fiscal year and the horizon. Cost: a sort of the trials for each. */
export function summariseDrivers(plan: Plan, totals: RunTotals): DriverSummary[] {
  const years = planPeriods(plan.calendar).filter(({ kind }) => kind === 'year');
  const { months } = totals.shape;
  return [
    ...years.map(({ id, firstMonth, endMonth }, year) =>
      summarisePeriod(plan, totals, id, [firstMonth, endMonth], [year, year + 1]),
    ),
    summarisePeriod(plan, totals, 'horizon', [0, months], [0, years.length]),
  ];
}

type Span = readonly [first: number, end: number];

function summarisePeriod(
  plan: Plan,
  totals: RunTotals,
  period: PeriodId | 'horizon',
  months: Span,
  years: Span,
): DriverSummary {
  const { trials } = totals;
  const bookings = sumOfMonths(totals, 'bookings', ...months);
  const features = featuresOf(totals, months, years);
  const { worst, best } = outerTenths(bookings);
  const all = Uint32Array.from({ length: trials }, (_, trial) => trial);
  const group = (members: Uint32Array) => describe(plan, totals, members, bookings, features);
  return { period, all: group(all), worst: group(worst), best: group(best) };
}

/** Each feature, one value a trial. */
function featuresOf(totals: RunTotals, months: Span, years: Span): Record<DriverName, Float64Array> {
  const { trials, shape } = totals;
  const overall = (row: 'leavers' | 'starters' | 'market' | 'deals' | 'largestDeal') =>
    columnOf(totals[row], 1, 0, trials);
  const ofYears = (row: 'vacancy' | 'atQuota') => {
    const sums = new Float64Array(trials);
    for (let year = years[0]; year < years[1]; year++)
      columnOf(totals[row], shape.years, year, trials).forEach(
        (value, trial) => (sums[trial] = (sums[trial] ?? 0) + value),
      );
    return sums;
  };
  return {
    leavers: overall('leavers'),
    starters: overall('starters'),
    vacancyMonths: ofYears('vacancy'),
    rampedMonths: sumOfMonths(totals, 'rampedEquivalents', ...months),
    market: overall('market'),
    deals: overall('deals'),
    largestDeal: overall('largestDeal'),
    seatsAtQuota: ofYears('atQuota'),
  };
}

function describe(
  plan: Plan,
  totals: RunTotals,
  members: Uint32Array,
  bookings: Float64Array,
  features: Readonly<Record<DriverName, Float64Array>>,
): DriverGroup {
  const { eventWords } = totals.shape;
  const means = DRIVER_NAMES.map((name) => [name, meanOf(features[name], members)] as const);
  return {
    trials: members.length,
    bookings: meanOf(bookings, members),
    features: Object.fromEntries(means) as Record<DriverName, Mean>,
    events: plan.events.map(({ id }, event) => {
      let happened = 0;
      for (const trial of members)
        happened += ((totals.events[trial * eventWords + (event >> 5)] ?? 0) >>> (event & 31)) & 1;
      return { eventId: id, share: makeProbability(happened, members.length) };
    }),
  };
}

function meanOf(values: Float64Array, members: Uint32Array): Mean {
  const n = members.length;
  if (n === 0) return { mean: 0, standardError: 0 };
  let sum = 0;
  for (const trial of members) sum += values[trial] ?? 0;
  const mean = sum / n;
  let squares = 0;
  for (const trial of members) squares += ((values[trial] ?? 0) - mean) * ((values[trial] ?? 0) - mean);
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
