import type { Plan, RunSettings } from '../model/plan';
import type { Result } from '../model/problem';
import type { Runner, SampleOptions } from '../runner/runner';
import type { PlanSample } from '../stats/planSample';

/** Seed and trials that all plans of a comparison are drawn by, whatever their own. */
export type Draws = Pick<RunSettings, 'seed' | 'trials'>;

/** Samples by plan, the last one of each kept as long as the plan is: plans are immutable, so that a plan compared again is not simulated again. */
export class PlanSamples {
  readonly #known = new WeakMap<Plan, { readonly draws: Draws; readonly sample: PlanSample }>();
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** The sample of a plan, from what is known of it or simulated now. */
  async of(
    plan: Plan,
    { seed, trials }: Draws,
    options: Omit<SampleOptions, 'trials'>,
  ): Promise<Result<PlanSample>> {
    const known = this.#known.get(plan);
    if (known?.draws.seed === seed && known.draws.trials === trials) return { ok: true, value: known.sample };
    const sample = await this.once(plan, { seed, trials }, options);
    if (sample.ok) this.#known.set(plan, { draws: { seed, trials }, sample: sample.value });
    return sample;
  }

  /** The sample of a plan that will not be asked for again. */
  once(
    plan: Plan,
    { seed, trials }: Draws,
    options: Omit<SampleOptions, 'trials'>,
  ): Promise<Result<PlanSample>> {
    return this.#runner.sample({ ...plan, run: { ...plan.run, seed, trials } }, { ...options, trials });
  }
}
