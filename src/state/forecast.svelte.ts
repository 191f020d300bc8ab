import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { Runner } from '../runner/runner';
import type { RunSummary } from '../stats/summary';
import { drawsAlike } from './drawsAlike';

/**
 * The run that belongs to the plan on screen. The old answer stays until the new one has begun:
 * `summary` is replaced by the first block of the newer run, and until then `stale` says so.
 */
export class Forecast {
  #summary = $state.raw<RunSummary>();
  #summaryOf = $state.raw<Plan>();
  #wanted = $state.raw<Plan>();
  #running = $state.raw(false);
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;
  readonly #runner: Runner;
  readonly #onFinished: (plan: Plan, summary: RunSummary) => void;

  /** `onFinished` is given every full run that was not superseded. */
  constructor(runner: Runner, onFinished: (plan: Plan, summary: RunSummary) => void = () => undefined) {
    this.#runner = runner;
    this.#onFinished = onFinished;
  }

  get summary(): RunSummary | undefined {
    return this.#summary;
  }

  /** The plan that `summary` is of. */
  get summaryOf(): Plan | undefined {
    return this.#summaryOf;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Whether the answer shown is still that of an older plan. */
  get stale(): boolean {
    return this.#summaryOf !== this.#wanted;
  }

  get trialsWanted(): number {
    return this.#wanted?.run.trials ?? 0;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether the run may end before all of these, once it knows well enough. */
  get trialsAreAtMost(): boolean {
    return this.#wanted?.run.standardError !== undefined;
  }

  /** Whether the answer is an older plan's or rests on fewer trials than asked for because the user stopped the run. */
  get stopped(): boolean {
    if (this.#running || this.#problems.length > 0) return false;
    return this.stale || this.#summary?.complete === false;
  }

  /** Forgets the answer, so that another plan's is never shown in its place. */
  clear(): void {
    this.stop();
    this.#summary = undefined;
    this.#summaryOf = undefined;
    this.#wanted = undefined;
    this.#problems = [];
  }

  /** Runs this plan; an older run is aborted. One that differs in what nothing is drawn from has the older one's answer. */
  async run(plan: Plan): Promise<void> {
    const before = this.#wanted;
    this.#wanted = plan;
    if (before && this.#problems.length === 0 && drawsAlike(before, plan)) {
      if (this.#summaryOf === before) this.#summaryOf = plan;
      return;
    }
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = true;
    this.#problems = [];
    const show = (summary: RunSummary) => {
      if (abort.signal.aborted) return;
      this.#summary = summary;
      // The plan may have been edited meanwhile in what nothing is drawn from.
      this.#summaryOf = this.#wanted;
    };
    const result = await this.#runner.run(plan, { signal: abort.signal, onProgress: show });
    if (abort.signal.aborted) return;
    this.#running = false;
    if (result.ok) {
      show(result.value);
      this.#onFinished(this.#wanted, result.value);
    } else this.#problems = result.problems;
  }

  /** Stops the run; what has been found stays on screen with its number of trials. */
  stop(): void {
    this.#abort?.abort();
    this.#running = false;
  }
}
