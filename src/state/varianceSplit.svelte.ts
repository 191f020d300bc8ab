import { splitVariance, type VarianceAnswer } from '../decide/variance/splitVariance';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';

/** The shares of the sources of chance in a plan's spread: they appear as they are found. */
export class VarianceSplit {
  #answer = $state.raw<VarianceAnswer>();
  #answerOf = $state.raw<Plan>();
  #running = $state.raw(false);
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get answer(): VarianceAnswer | undefined {
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

  async run(plan: Plan, period: PeriodId): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = true;
    this.#problems = [];
    const show = (answer: VarianceAnswer) => {
      if (abort.signal.aborted) return;
      this.#answer = answer;
      this.#answerOf = plan;
    };
    const result = await splitVariance(plan, period, {
      sample: (each, options) => this.#runner.sample(each, options),
      signal: abort.signal,
      onShare: show,
    });
    if (abort.signal.aborted) return;
    this.#running = false;
    if (result.ok) show(result.value);
    else this.#problems = result.problems;
  }

  /** Stops; the shares found so far stay. */
  stop(): void {
    this.#abort?.abort();
    this.#running = false;
  }
}
