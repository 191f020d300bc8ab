import type { Period } from '../model/calendar';
import type { Plan } from '../model/plan';
import { columnOf } from './columns';
import { makeProbability, summariseSample } from './distribution';
import type { Levels } from './levels';
import type { RunTotals } from './mergeOutcomes';
import type { RankInterval } from './rankInterval';
import { readLevel } from './readLevel';
import { seatsTogether } from './seatsTogether';
import type { YearSummary } from './summary';

/** A fiscal year of the plan (`index` 0 for the first) beside its bookings, of which `bookings` holds one figure a trial. Cost: five sorts of the trials. */
export function summariseYear(
  plan: Plan,
  totals: RunTotals,
  levels: Levels,
  year: Period,
  index: number,
  bookings: Float64Array,
  ranks: readonly RankInterval[],
): YearSummary {
  const { trials, shape } = totals;
  const column = (row: 'cost' | 'vacancy' | 'atQuota' | 'withQuota') =>
    columnOf(totals[row], shape.years, index, trials);
  const cost = column('cost');
  const atQuota = column('atQuota');
  const withQuota = column('withQuota');
  const shares = atQuota.map((count, trial) => count / (withQuota[trial] ?? 0)).filter((share) => share >= 0);
  const budget = plan.budgets.find(({ period }) => period === year.id)?.amount;
  let within = 0;
  if (budget !== undefined) for (const each of cost) if (each <= budget) within++;
  const attainment = readLevel(levels, { kind: 'plan' }, year.id)?.year?.attainment;
  const seatAttainment = seatsTogether(totals, index);
  const contribution = bookings.map((booked, trial) => booked * plan.grossMargin - (cost[trial] ?? 0));
  return {
    cost: summariseSample(cost, ranks),
    contribution: summariseSample(contribution, ranks),
    ...(budget !== undefined && { budget, withinBudget: makeProbability(within, trials) }),
    vacancyMonths: summariseSample(column('vacancy'), ranks),
    seatsAtQuota: summariseSample(atQuota, ranks),
    ...(shares.length > 0 && { shareAtQuota: summariseSample(shares) }),
    ...(attainment && {
      attainment: { mean: attainment.mean, median: attainment.median, atQuota: attainment.atQuota },
    }),
    ...(seatAttainment && { seatAttainment }),
  };
}
