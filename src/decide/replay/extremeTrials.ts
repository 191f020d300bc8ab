import { planPeriods } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { PeriodId } from '../../model/units';
import type { Runner, SampleOptions } from '../../runner/runner';
import { sumOfMonths } from '../../stats/columns';

/** Numbers of the trials with the least and the most bookings, the earlier of equals. */
export interface ExtremeTrials {
  readonly worst: number;
  readonly best: number;
}

/** The worst and the best of a plan's trials in a period. Cost: a sample of the plan. */
export async function extremeTrials(
  runner: Pick<Runner, 'sample'>,
  plan: Plan,
  period: PeriodId,
  options: SampleOptions = {},
): Promise<Result<ExtremeTrials>> {
  const span = planPeriods(plan.calendar).find(({ id }) => id === period);
  if (!span)
    return fail([
      { code: 'no-period', path: '', message: `period must be one of the plan's, got ${period}` },
    ]);
  const sample = await runner.sample(plan, options);
  if (!sample.ok) return sample;
  const bookings = sumOfMonths(sample.value, 'bookings', span.firstMonth, span.endMonth);
  let [worst, best] = [0, 0];
  bookings.forEach((value, trial) => {
    if (value < (bookings[worst] ?? 0)) worst = trial;
    if (value > (bookings[best] ?? 0)) best = trial;
  });
  return succeed({ worst, best });
}
