import type { YearQuotas } from '../../model/allocateQuota';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { Runner } from '../../runner/runner';
import type { Levels } from '../../stats/levels';
import { meanSplit, type MeanSplit } from './meanSplit';
import { spreadPlans } from './spreadPlans';
import { splitSpread, type SpreadSplit } from './splitSpread';

export interface SpreadOptions {
  readonly signal?: AbortSignal;
  /** Called with the share done so far, rising. */
  readonly onProgress?: (share: number) => void;
  /** Asked before every run: where the runner is needed for something else by now, the split stops. */
  readonly mayRun?: () => boolean;
}

/** Batches of trials, each with a seed of its own after the plan's. */
export const SPREAD_BATCHES = 5;

/** Trials of a batch: 800, and fewer where many seats tell as much; never so few that means by seat are noise. */
export const spreadTrials = (plan: Pick<Plan, 'seats'>): number =>
  Math.min(800, Math.max(256, Math.ceil(400_000 / Math.max(1, plan.seats.length))));

const stopped = (): Result<never> => fail([{ code: 'aborted', path: '', message: 'the split was stopped' }]);

/** The plan with one batch's seed and number of trials, run to its end. */
const batchOf = (plan: Plan, batch: number): Plan => ({
  ...plan,
  run: { seed: (plan.run.seed + batch) % 4_294_967_296, trials: spreadTrials(plan) },
});

/**
 * Splits the spread of a year's attainment by cause (see `splitSpread`), in five batches of 800 trials (fewer of large
 * plans) of three plans each; the three share their chance. A run aborts whatever the runner is running (see `Runner.run`): `mayRun` says when that would
 * be somebody else's. Cost: 12,000 trials of a plan of up to 500 seats, 3,840 from 1,600 on.
 */
export async function studySpread(
  runner: Pick<Runner, 'run'>,
  plan: Plan,
  quotas: YearQuotas,
  { signal, onProgress, mayRun = () => true }: SpreadOptions = {},
): Promise<Result<MeanSplit | undefined>> {
  const plans = spreadPlans(plan, quotas);
  const splits: SpreadSplit[] = [];
  for (let batch = 0; batch < SPREAD_BATCHES; batch++) {
    const found: Levels[] = [];
    for (const each of [plans.asPlanned, plans.alike, plans.settled]) {
      if (signal?.aborted || !mayRun()) return stopped();
      const result = await runner.run(batchOf(each, batch), signal ? { signal } : {});
      if (!result.ok) return result;
      found.push(result.value.levels);
      onProgress?.((3 * batch + found.length) / (3 * SPREAD_BATCHES));
    }
    const [asPlanned, alike, settled] = found;
    const split = asPlanned && alike && settled && splitSpread({ asPlanned, alike, settled }, quotas.year);
    if (split) splits.push(split);
  }
  return succeed(meanSplit(splits));
}
