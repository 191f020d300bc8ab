import { CONFIDENCE } from '../decide/solve/question';
import { safeTarget, type SafeTarget } from '../decide/solve/safeTarget';
import { trialFigures } from '../decide/solve/trialFigures';
import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';

export interface TargetAnswer extends SafeTarget {
  readonly period: PeriodId;
  readonly probability: number;
  readonly trials: number;
  readonly seed: number;
}

/** The largest target that a plan makes safe, in a period. The sample of a plan is kept, so that another chance is read at once. */
export class TargetSolve {
  #answer = $state.raw<TargetAnswer>();
  #answerOf = $state.raw<Plan>();
  #running = $state.raw(false);
  #problems = $state.raw<readonly Problem[]>([]);
  #sampled: { readonly plan: Plan; readonly sample: Parameters<typeof trialFigures>[0] } | undefined;
  #abort: AbortController | undefined;
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get answer(): TargetAnswer | undefined {
    return this.#answer;
  }

  /** The plan that the answer is of. */
  get answerOf(): Plan | undefined {
    return this.#answerOf;
  }

  get running(): boolean {
    return this.#running;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  async run(plan: Plan, period: PeriodId, probability: number): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#problems = [];
    if (this.#sampled?.plan !== plan) {
      this.#running = true;
      const result = await this.#runner.sample(plan, { signal: abort.signal });
      if (abort.signal.aborted) return;
      this.#running = false;
      if (!result.ok) {
        this.#problems = result.problems;
        return;
      }
      this.#sampled = { plan, sample: result.value };
    }
    const { sample } = this.#sampled;
    const found = planPeriods(plan.calendar).find(({ id }) => id === period);
    if (!found || abort.signal.aborted) return;
    const { bookings } = trialFigures(sample, found);
    const { trials } = sample;
    this.#answer = {
      ...safeTarget(bookings, probability, CONFIDENCE),
      period,
      probability,
      trials,
      seed: plan.run.seed,
    };
    this.#answerOf = plan;
  }
}
