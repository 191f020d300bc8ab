import { planPeriods } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import type { PeriodId } from '../../model/units';
import type { Runner, SampleOptions } from '../../runner/runner';
import { sumOfMonths } from '../../stats/columns';
import type { Mean } from '../../stats/summary';
import type { BridgeCause } from './bridgeCause';
import { bridgePlans } from './bridgePlans';

/** What a cause takes from a year's bookings, or adds to them, once those before it are counted. */
export interface BridgeStep {
  readonly cause: BridgeCause;
  /** Mean bookings before and with it: the step from one to the other. */
  readonly from: number;
  readonly to: number;
  /** Standard error of their difference, paired by trial. */
  readonly standardError: number;
}

/** From full capacity to expected bookings of a fiscal year. */
export interface Bridge {
  readonly period: PeriodId;
  readonly trials: number;
  readonly seed: number;
  readonly currency: string;
  /** All seats of the year filled by ramped people from its first day to its last, nothing else in the way. */
  readonly full: Mean;
  /** Each begins where the one before it ended, the first at full capacity, the last ends at expected bookings. */
  readonly steps: readonly BridgeStep[];
  /** The mean of the plan's own trials. */
  readonly expected: Mean;
}

export interface BridgeOptions extends Pick<SampleOptions, 'trials' | 'signal'> {
  /** Told the share of the work that is done, rising to one. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Asks what lies between a year's full capacity and its expected bookings. Each step is the difference of the means of two plans
 * that differ in one cause alone, under common random numbers, in the order of `BRIDGE_CAUSES`; as each starts from where the
 * one before it ended, they add up exactly. Causes that change no trial are left out. `trials` is the plan's own
 * number by default. Cost: a sample of the plan for each cause (12 at the most). Source: model.md, section 9.
 */
export async function capacityBridge(
  runner: Pick<Runner, 'sample'>,
  plan: Plan,
  period: PeriodId,
  { trials = plan.run.trials, signal, onProgress }: BridgeOptions = {},
): Promise<Result<Bridge>> {
  const year = planPeriods(plan.calendar).find(({ id }) => id === period);
  if (!year)
    return fail([
      { code: 'no-period', path: '', message: `period must be one of the plan's, got ${period}` },
    ]);
  const way = bridgePlans(plan, year);
  const steps: BridgeStep[] = [];
  let full: Mean | undefined;
  let before: Float64Array | undefined;
  for (const [index, { plan: each, cause }] of way.entries()) {
    const sample = await runner.sample(each, {
      trials,
      ...(signal && { signal }),
      onProgress: (done) => onProgress?.((index + done / trials) / way.length),
    });
    if (!sample.ok) return sample;
    const bookings = sumOfMonths(sample.value, 'bookings', year.firstMonth, year.endMonth);
    full ??= meanOf(bookings);
    if (cause && before) {
      const difference = bookings.map((value, trial) => value - (before?.[trial] ?? 0));
      const { standardError } = meanOf(difference);
      if (difference.some((value) => value !== 0))
        steps.push({ cause, from: meanOf(before).mean, to: meanOf(bookings).mean, standardError });
    }
    before = bookings;
  }
  const expected = meanOf(before ?? new Float64Array());
  return succeed({
    period,
    trials,
    seed: plan.run.seed,
    currency: plan.currency,
    full: full ?? expected,
    steps,
    expected,
  });
}

/** As `summariseSample` has it, to the bit: the bridge ends where the run's own figure stands. */
function meanOf(values: Float64Array): Mean {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = n > 0 ? sum / n : 0;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
