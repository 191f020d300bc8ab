import { planPeriods, type Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { PeriodId } from '../../model/units';
import type { ChanceSource, Runner } from '../../runner/runner';
import { sumOfMonths } from '../../stats/columns';
import type { Mean } from '../../stats/summary';
import { sharedShare } from './sharedShare';
import { ALL_SOURCES, sourcesOf, type SpreadSource } from './sources';

export interface SourceShare extends SpreadSource {
  /** Share of the variance that this source has by itself (Sobol, first order). */
  readonly alone: Mean;
  /** The same with all that it has together with others (total). */
  readonly total: Mean;
}

export interface VarianceAnswer {
  readonly period: PeriodId;
  /** Standard deviation of the period's bookings. */
  readonly sd: number;
  /** Sources so far, the largest total first. */
  readonly shares: readonly SourceShare[];
  readonly sources: number;
  readonly trials: number;
  readonly seed: number;
}

/** Trials of each sample: at 20,000 the standard error of a share is below one point. */
const TRIALS = [4000, 20_000] as const;

/**
 * The variance of a period's bookings by the sources of chance, by pick and freeze (Sobol 1993; Saltelli et al. 2010,
 * Computer Physics Communications 181): a sample A of the plan, a sample B that draws all sources anew, and for each
 * source one that takes it from B and all others from A. With B it shares that source alone (first order); with A it
 * shares all others, so that what they do not share is the total of that source. Streams belong to sources and
 * entities, so that nothing else differs. Cost: two samples of the plan, and one for each source.
 */
export async function splitVariance(
  plan: Plan,
  period: PeriodId,
  work: {
    readonly sample: Runner['sample'];
    readonly signal?: AbortSignal;
    readonly onShare?: (answer: VarianceAnswer) => void;
  },
): Promise<Result<VarianceAnswer>> {
  const found = planPeriods(plan.calendar).find(({ id }) => id === period);
  if (!found)
    return fail([
      { code: 'no-period', path: 'calendar', message: `period must be in the plan, got ${period}` },
    ]);
  const trials = Math.min(TRIALS[1], Math.max(TRIALS[0], plan.run.trials));
  const drawn = async (anew: readonly ChanceSource[]): Promise<Result<Float64Array>> => {
    const result = await work.sample(plan, { trials, anew, ...(work.signal && { signal: work.signal }) });
    return result.ok ? succeed(bookingsOf(result.value, found)) : result;
  };
  const own = await drawn([]);
  if (!own.ok) return own;
  const other = await drawn(ALL_SOURCES);
  if (!other.ok) return other;
  const sources = sourcesOf(plan);
  let answer: VarianceAnswer = {
    period,
    sd: sdOf(own.value),
    shares: [],
    sources: sources.length,
    trials,
    seed: plan.run.seed,
  };
  for (const source of sources) {
    const mixed = await drawn([source.id]);
    if (!mixed.ok) return mixed;
    const rest = sharedShare(own.value, mixed.value);
    const share: SourceShare = {
      ...source,
      alone: sharedShare(other.value, mixed.value),
      total: { mean: answer.sd > 0 ? 1 - rest.mean : 0, standardError: rest.standardError },
    };
    answer = { ...answer, shares: [...answer.shares, share].sort((a, b) => b.total.mean - a.total.mean) };
    work.onShare?.(answer);
  }
  return succeed(answer);
}

const bookingsOf = (sample: Parameters<typeof sumOfMonths>[0], { firstMonth, endMonth }: Period) =>
  sumOfMonths(sample, 'bookings', firstMonth, endMonth);

function sdOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
}
