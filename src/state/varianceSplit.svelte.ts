import { splitVariance, type VarianceAnswer } from '../decide/variance/splitVariance';
import type { Plan } from '../model/plan';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import { Inquiry } from './inquiry.svelte';

/** The shares of the sources of chance in a plan's spread: they appear as they are found. */
export class VarianceSplit extends Inquiry<Plan, VarianceAnswer> {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    super();
    this.#runner = runner;
  }

  async run(plan: Plan, period: PeriodId): Promise<void> {
    await this.ask(plan, ({ signal, onAnswer }) =>
      splitVariance(plan, period, {
        sample: (each, options) => this.#runner.sample(each, options),
        signal,
        onShare: onAnswer,
      }),
    );
  }
}
