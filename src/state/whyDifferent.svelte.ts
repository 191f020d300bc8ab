import { explainDifference } from '../decide/compare/explainDifference';
import type { Explanation } from '../decide/compare/explanation';
import type { SharedPeriod } from '../decide/compare/sharedPeriods';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { Draws, PlanSamples } from './planSamples';

/** Trials that an explanation rests on at the most: every mix of two plans is kept by trial. */
export const MOST_EXPLAINED = 10_000;

/** Two plans and the period in which they differ; its spans are theirs, in this order. */
export interface Question {
  readonly first: Plan;
  readonly second: Plan;
  readonly period: SharedPeriod;
  readonly draws: Draws;
}

const same = (one: Question, other: Question | undefined): boolean =>
  one.first === other?.first &&
  one.second === other.second &&
  one.period.id === other.period.id &&
  one.draws.seed === other.draws.seed &&
  one.draws.trials === other.draws.trials;

/** Why two plans differ: simulates their mixes, tells how far it is, and keeps the answer until another is there. */
export class WhyDifferent {
  #answer = $state.raw<Explanation>();
  #answerOf = $state.raw<Question>();
  #asked = $state.raw<Question>();
  #progress = $state.raw<{ readonly done: number; readonly wanted: number }>();
  #problems = $state.raw<readonly Problem[]>([]);
  #stopped = $state.raw(false);
  #abort: AbortController | undefined;
  readonly #samples: PlanSamples;

  constructor(samples: PlanSamples) {
    this.#samples = samples;
  }

  get answer(): Explanation | undefined {
    return this.#answer;
  }

  /** Whether the answer is of the question asked last. */
  get current(): boolean {
    return this.#answerOf !== undefined && same(this.#answerOf, this.#asked);
  }

  /** Mixes simulated and wanted, while that goes on. */
  get progress(): { readonly done: number; readonly wanted: number } | undefined {
    return this.#progress;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether the user stopped it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Asks why these differ. A question under way or answered is not asked again. Never rejects. */
  async ask(question: Question): Promise<void> {
    if (same(question, this.#asked) && (this.current || this.#progress || this.#stopped)) return;
    await this.#run(question);
  }

  /** Stops; what was answered last stays. */
  stop(): void {
    this.#abort?.abort();
    this.#progress = undefined;
    this.#stopped = true;
  }

  /** Asks again what was stopped. */
  async resume(): Promise<void> {
    if (this.#asked) await this.#run(this.#asked);
  }

  /** Forgets everything: there is nothing to explain. */
  clear(): void {
    this.#abort?.abort();
    this.#answer = undefined;
    this.#answerOf = undefined;
    this.#asked = undefined;
    this.#progress = undefined;
    this.#problems = [];
    this.#stopped = false;
  }

  async #run(question: Question): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    const { first, second, period } = question;
    const draws = { ...question.draws, trials: Math.min(question.draws.trials, MOST_EXPLAINED) };
    // The two plans' own samples are known, unless they have more trials than are explained.
    const known = draws.trials === question.draws.trials ? [first, second] : [];
    this.#abort = abort;
    this.#asked = question;
    this.#stopped = false;
    this.#problems = [];
    this.#progress = { done: 0, wanted: 0 };
    const result = await explainDifference(first, second, {
      period,
      ...draws,
      signal,
      sample: (plan) =>
        known.includes(plan)
          ? this.#samples.of(plan, draws, { signal })
          : this.#samples.once(plan, draws, { signal }),
      onProgress: (done, wanted) => {
        if (!signal.aborted) this.#progress = { done, wanted };
      },
    });
    if (signal.aborted) return;
    this.#progress = undefined;
    if (result.ok) {
      this.#answer = result.value;
      this.#answerOf = question;
    } else this.#problems = result.problems;
  }
}
