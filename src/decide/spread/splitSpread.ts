import type { PeriodId } from '../../model/units';
import { attainmentMoments } from '../../stats/attainmentMoments';
import type { Levels } from '../../stats/levels';

/** What made attainment differ, in the order in which it is told. */
export const SPREAD_CAUSES = ['territory', 'timing', 'ability', 'luck'] as const;
export type SpreadCause = (typeof SPREAD_CAUSES)[number];

/** Variances of attainment (1 is 100 % of quota); the causes add up to the total. */
export interface SpreadSplit extends Readonly<Record<SpreadCause, number>> {
  readonly total: number;
}

/** What the runs of the three plans of `spreadPlans` found, of the same seats and trials. */
export interface SpreadRuns {
  readonly asPlanned: Levels;
  readonly alike: Levels;
  readonly settled: Levels;
}

/**
 * The variance of attainment over all seats and trials of a fiscal year, split by what it comes from (the law of total
 * variance: the variance is that between seats' means and the mean of that within seats). Every seat counts by the trials
 * in which it had a quota and was filled, in all runs alike.
 *
 * - territory: between seats, were all people alike, ramped and there all year: what is left is the seat's potential,
 *   workload and quota;
 * - timing: what ramps, starts and absences that are planned add between seats;
 * - ability: what goes from the total once everybody sells as the role says: the spread of those with a record by it, of
 *   the others by the role's skill. Below zero where the able sit on the harder quotas and even the seats out;
 * - luck: within seats, all people alike: deals and their sizes, the market, leavers and late starts.
 *
 * They add up exactly: the terms telescope. Means of n trials differ by chance, too: it adds the within-variance ÷ n to what
 * is between seats, below 0.4 % of it from 256 trials on. Undefined where no seat had a quota. Linear in the seats.
 */
export function splitSpread(runs: SpreadRuns, year: PeriodId): SpreadSplit | undefined {
  const weights = new Map(
    attainmentMoments(runs.asPlanned, year).map(({ seatId, counted }) => [seatId, counted]),
  );
  const moments = (levels: Levels) => {
    let [sum, mean, within, squares] = [0, 0, 0, 0];
    for (const seat of attainmentMoments(levels, year)) {
      const weight = weights.get(seat.seatId) ?? 0;
      sum += weight;
      mean += weight * seat.mean;
      within += weight * seat.variance;
      squares += weight * seat.mean * seat.mean;
    }
    if (sum === 0) return undefined;
    return { within: within / sum, between: Math.max(0, squares / sum - (mean / sum) * (mean / sum)) };
  };
  const [full, alike, settled] = [moments(runs.asPlanned), moments(runs.alike), moments(runs.settled)];
  if (!full || !alike || !settled) return undefined;
  const territory = settled.between;
  const timing = alike.between - settled.between;
  const luck = alike.within;
  const ability = full.within + full.between - (alike.within + alike.between);
  return { territory, timing, ability, luck, total: territory + timing + ability + luck };
}
