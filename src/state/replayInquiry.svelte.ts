import { extremeTrials } from '../decide/replay/extremeTrials';
import type { Story } from '../decide/replay/story';
import { tellStory } from '../decide/replay/tellStory';
import type { Plan } from '../model/plan';
import { succeed } from '../model/problem';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import { Inquiry } from './inquiry.svelte';

/** What is to be told: a trial by its number, or the one that books least or most in a period. */
export type ReplayWish =
  | { readonly kind: 'trial'; readonly trial: number }
  | { readonly kind: 'worst' | 'best'; readonly period: PeriodId };

/** The simulated year on screen: one trial of a plan's run, told. */
export class ReplayInquiry extends Inquiry<ReplayWish, Story> {
  readonly #runner: Pick<Runner, 'sample' | 'replay'>;
  readonly #plan: Plan;
  readonly #trials: number;

  /** Of that plan; worst and best are those of that many trials. */
  constructor(runner: Pick<Runner, 'sample' | 'replay'>, plan: Plan, trials: number) {
    super();
    this.#runner = runner;
    this.#plan = plan;
    this.#trials = trials;
  }

  get plan(): Plan {
    return this.#plan;
  }

  get trials(): number {
    return this.#trials;
  }

  /** The trial told now. */
  get trial(): number | undefined {
    return this.answer?.trial;
  }

  async tell(wish: ReplayWish): Promise<void> {
    await this.ask(wish, async ({ signal, onProgress }) => {
      let { trial } = wish.kind === 'trial' ? wish : { trial: 0 };
      if (wish.kind !== 'trial') {
        const trials = this.#trials;
        const found = await extremeTrials(this.#runner, this.#plan, wish.period, {
          trials,
          signal,
          onProgress: (done) => onProgress(done / trials),
        });
        if (!found.ok) return found;
        trial = found.value[wish.kind];
      }
      const replay = await this.#runner.replay(this.#plan, trial, { signal });
      return replay.ok ? succeed(tellStory(this.#plan, replay.value)) : replay;
    });
  }

  /** Tells the trial so many places further, around the end. */
  async step(by: number): Promise<void> {
    const at = this.trial;
    if (at === undefined) return;
    const trial = (((at + by) % this.#trials) + this.#trials) % this.#trials;
    await this.tell({ kind: 'trial', trial });
  }
}
