import { addHires } from '../decide/solve/addHires';
import type { HireAnswer, HireQuestion, TestedPlan } from '../decide/solve/question';
import { solveHires } from '../decide/solve/solveHires';
import type { HireProgress } from '../decide/solve/solver';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { Runner } from '../runner/runner';

/**
 * The hires that make a target safe: one search at a time, whose answer stays until the next one has begun to answer. A
 * search that is finished early keeps the best it has found.
 */
export class HireSolve {
  #running = $state.raw(false);
  #progress = $state.raw<HireProgress>();
  #answer = $state.raw<HireAnswer>();
  #answerOf = $state.raw<Plan>();
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;
  #finish: AbortController | undefined;
  readonly #runner: Runner;
  readonly #pause: () => Promise<void>;

  constructor(runner: Runner, pause: () => Promise<void>) {
    this.#runner = runner;
    this.#pause = pause;
  }

  get running(): boolean {
    return this.#running;
  }

  get progress(): HireProgress | undefined {
    return this.#progress;
  }

  get answer(): HireAnswer | undefined {
    return this.#answer;
  }

  /** The plan that the answer is of. */
  get answerOf(): Plan | undefined {
    return this.#answerOf;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Searches; an older search is given up. */
  async run(plan: Plan, question: HireQuestion): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    const finish = new AbortController();
    [this.#abort, this.#finish] = [abort, finish];
    this.#running = true;
    this.#problems = [];
    this.#progress = undefined;
    const show = (answer: HireAnswer) => {
      if (abort.signal.aborted) return;
      this.#answer = answer;
      this.#answerOf = plan;
    };
    const result = await solveHires(plan, question, {
      sample: (each, options) => this.#runner.sample(each, options),
      pause: this.#pause,
      signal: abort.signal,
      finish: finish.signal,
      onAnswer: show,
      onProgress: (progress) => {
        if (!abort.signal.aborted) this.#progress = progress;
      },
    });
    if (abort.signal.aborted) return;
    this.#running = false;
    if (result.ok) show(result.value);
    else this.#problems = result.problems;
  }

  /** Ends the search with the best that it has found, once that has been tested. */
  finish(): void {
    this.#finish?.abort();
  }

  /** The plan that the answer is of, with the hires of one that was tested. */
  planWith(tested: TestedPlan): Plan | undefined {
    const plan = this.#answerOf;
    return plan && addHires(plan, tested.hires);
  }
}
