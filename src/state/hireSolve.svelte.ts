import { addHires } from '../decide/solve/addHires';
import type { HireAnswer, HireQuestion, TestedPlan } from '../decide/solve/question';
import { solveHires } from '../decide/solve/solveHires';
import type { HireProgress } from '../decide/solve/solver';
import type { Plan } from '../model/plan';
import type { Runner } from '../runner/runner';
import { Inquiry } from './inquiry.svelte';

/** The hires that make a target safe. A search that is finished early keeps the best it has found. */
export class HireSolve extends Inquiry<Plan, HireAnswer> {
  #progress = $state.raw<HireProgress>();
  #finish: AbortController | undefined;
  readonly #runner: Runner;
  readonly #pause: () => Promise<void>;

  constructor(runner: Runner, pause: () => Promise<void>) {
    super();
    this.#runner = runner;
    this.#pause = pause;
  }

  get progress(): HireProgress | undefined {
    return this.#progress;
  }

  /** Searches; an older search is given up. */
  async run(plan: Plan, question: HireQuestion): Promise<void> {
    const finish = new AbortController();
    this.#finish = finish;
    this.#progress = undefined;
    await this.ask(plan, ({ signal, onAnswer }) =>
      solveHires(plan, question, {
        sample: (each, options) => this.#runner.sample(each, options),
        pause: this.#pause,
        signal,
        finish: finish.signal,
        onAnswer,
        onProgress: (progress) => {
          if (!signal.aborted) this.#progress = progress;
        },
      }),
    );
  }

  /** Ends the search with the best that it has found, once that has been tested. */
  finish(): void {
    this.#finish?.abort();
  }

  /** The plan that the answer is of, with the hires of one that was tested. */
  planWith(tested: TestedPlan): Plan | undefined {
    const plan = this.answerOf;
    return plan && addHires(plan, tested.hires);
  }
}
