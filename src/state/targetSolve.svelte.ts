import { CONFIDENCE } from '../decide/solve/question';
import { safeTarget, type SafeTarget } from '../decide/solve/safeTarget';
import { trialFigures } from '../decide/solve/trialFigures';
import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { succeed } from '../model/problem';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import type { PlanSample } from '../stats/planSample';
import { Inquiry } from './inquiry.svelte';

export interface TargetAnswer extends SafeTarget {
  readonly period: PeriodId;
  readonly probability: number;
  readonly trials: number;
  readonly seed: number;
}

/** The largest target that a plan makes safe, in a period. The sample of a plan is kept, so that another chance is read at once. */
export class TargetSolve extends Inquiry<Plan, TargetAnswer> {
  #sampled: { readonly plan: Plan; readonly sample: PlanSample } | undefined;
  readonly #runner: Runner;

  constructor(runner: Runner) {
    super();
    this.#runner = runner;
  }

  async run(plan: Plan, period: PeriodId, probability: number): Promise<void> {
    const found = planPeriods(plan.calendar).find(({ id }) => id === period);
    if (!found) return;
    await this.ask(plan, async ({ signal }) => {
      const known = this.#sampled?.plan === plan ? succeed(this.#sampled.sample) : undefined;
      const sampled = known ?? (await this.#runner.sample(plan, { signal }));
      if (!sampled.ok) return sampled;
      const sample = sampled.value;
      this.#sampled = { plan, sample };
      const { bookings } = trialFigures(sample, found);
      const { trials } = sample;
      const { seed } = plan.run;
      return succeed({ ...safeTarget(bookings, probability, CONFIDENCE), period, probability, trials, seed });
    });
  }
}
