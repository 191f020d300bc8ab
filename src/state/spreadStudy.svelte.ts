import type { MeanSplit } from '../decide/spread/meanSplit';
import { spreadTrials, studySpread } from '../decide/spread/studySpread';
import { allocateQuota } from '../model/allocateQuota';
import type { Plan } from '../model/plan';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';

/** What a split was found for. */
export interface StudiedSpread {
  readonly plan: Plan;
  readonly year: PeriodId;
  /** Trials of each batch. */
  readonly trials: number;
  /** Absent where no seat had a quota. */
  readonly found: MeanSplit | undefined;
}

/**
 * The split of attainment's spread by cause, asked for by the user. It gives way to the plan's own run: an edit while it is
 * under way stops it, and the older answer stays with the plan that it is of.
 */
export class SpreadStudy {
  #answer = $state.raw<StudiedSpread>();
  #progress = $state<number>();
  #fault = $state<string>();
  #abort: AbortController | undefined;
  readonly #runner: Pick<Runner, 'run'>;
  readonly #busy: () => boolean;

  /** `busy`: whether the runner has the plan's own run to do. */
  constructor(runner: Pick<Runner, 'run'>, busy: () => boolean) {
    this.#runner = runner;
    this.#busy = busy;
  }

  get answer(): StudiedSpread | undefined {
    return this.#answer;
  }

  /** Share done so far; undefined while nothing is under way. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** Why there is no answer to the last question, in words. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Splits the spread of that year. Never rejects. */
  async study(plan: Plan, year: PeriodId): Promise<void> {
    const quotas = allocateQuota(plan).get(year);
    if (!quotas) return;
    this.stop();
    this.#fault = undefined;
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = 0;
    const result = await studySpread(this.#runner, plan, quotas, {
      signal: abort.signal,
      onProgress: (share) => {
        if (!abort.signal.aborted) this.#progress = share;
      },
      mayRun: () => !this.#busy(),
    });
    if (abort.signal.aborted) return;
    this.#progress = undefined;
    if (result.ok) this.#answer = { plan, year, trials: spreadTrials(plan), found: result.value };
    else if (result.problems[0]?.code === 'aborted')
      this.#fault = 'The plan was changed or run meanwhile, so the split was stopped. Split it again.';
    else this.#fault = result.problems.map(({ message }) => message).join('; ');
  }

  stop(): void {
    this.#abort?.abort();
    this.#progress = undefined;
  }
}
