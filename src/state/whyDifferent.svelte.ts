import { explainDifference } from '../decide/compare/explainDifference';
import type { Explanation } from '../decide/compare/explanation';
import type { SharedPeriod } from '../decide/compare/sharedPeriods';
import type { Plan } from '../model/plan';
import type { Problem, Result } from '../model/problem';
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

/** Trials of a first answer where all of them take long, and from how many seat-months a mix on that is. */
const SOON = 1000;
const LONG = 4_000_000;

/** How often it is explained: where that takes long by some trials first, then by all. */
function roundsOf({ first, draws }: Question): number[] {
  const trials = Math.min(draws.trials, MOST_EXPLAINED);
  const long = first.seats.length * first.calendar.months * trials > LONG;
  return long && trials > 2 * SOON ? [SOON, trials] : [trials];
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
    this.#abort = abort;
    this.#asked = question;
    this.#stopped = false;
    this.#problems = [];
    this.#progress = { done: 0, wanted: 0 };
    for (const trials of roundsOf(question)) {
      const result = await this.#explain(question, trials, abort.signal);
      if (abort.signal.aborted) return;
      if (!result.ok) {
        this.#problems = result.problems;
        break;
      }
      this.#answer = result.value;
      this.#answerOf = question;
    }
    this.#progress = undefined;
  }

  #explain(question: Question, trials: number, signal: AbortSignal): Promise<Result<Explanation>> {
    const { first, second, period } = question;
    const draws = { ...question.draws, trials };
    // The two plans' own samples are known, unless they have more trials than are explained.
    const known = trials === question.draws.trials ? [first, second] : [];
    return explainDifference(first, second, {
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
  }
}
