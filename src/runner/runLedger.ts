import type { Plan } from '../model/plan';
import { BLOCK_TRIALS, type BlockOutcome } from '../sim/outcome';
import { isComplete } from '../stats/isComplete';
import { addOutcome, makeRunTotals, type RunTotals } from '../stats/mergeOutcomes';
import { copyTotals } from './copyTotals';

/** A block to be run; the last one of a run may have fewer trials than the others. */
export interface BlockRequest {
  readonly block: number;
  readonly trials: number;
}

/**
 * The book of one run: which blocks are to be run, and the totals of those finished. Outcomes may
 * come in any order; they are merged in block order, so the totals do not depend on who ran what.
 * Whether the run ends early is asked of the merged totals alone: blocks finished beyond are dropped.
 */
export class RunLedger {
  readonly #plan: Plan;
  readonly #trials: number;
  readonly #totals: RunTotals;
  readonly #lost: BlockRequest[] = [];
  readonly #waiting = new Map<number, BlockOutcome>();
  #next = 0;
  #merged = 0;
  #finished = false;
  #summaryAt = 1;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#trials = plan.run.trials;
    this.#totals = makeRunTotals(plan, this.#trials);
  }

  /** The next block to be run, those that were lost first; none when all have been handed out. */
  take(): BlockRequest | undefined {
    if (this.#finished) return undefined;
    const lost = this.#lost.shift();
    if (lost) return lost;
    const first = this.#next * BLOCK_TRIALS;
    if (first >= this.#trials) return undefined;
    return { block: this.#next++, trials: Math.min(BLOCK_TRIALS, this.#trials - first) };
  }

  /** Puts back a block that whoever took it will not finish. */
  giveBack(request: BlockRequest): void {
    this.#lost.push(request);
  }

  /** Takes in a finished block and merges what has become contiguous. */
  accept(outcome: BlockOutcome): void {
    this.#waiting.set(outcome.block, outcome);
    while (!this.#finished) {
      const next = this.#waiting.get(this.#merged);
      if (!next) return;
      this.#waiting.delete(this.#merged++);
      addOutcome(this.#totals, next);
      this.#finished = isComplete(this.#plan, this.#totals);
    }
    this.#waiting.clear();
  }

  /** Whether all trials are there, or every chance is known as well as the plan asks for. */
  get finished(): boolean {
    return this.#finished;
  }

  /**
   * Whether a new summary is worth its cost: after the first block, whenever the trials have doubled
   * since the last copy (not shortly before the end), and at the end.
   */
  get summaryDue(): boolean {
    const trials = this.#totals.trials;
    return this.finished || (trials >= this.#summaryAt && trials * 2 <= this.#trials);
  }

  /** A copy of the totals so far, whose buffers may be moved to another thread. */
  copyTotals(): RunTotals {
    this.#summaryAt = this.#totals.trials * 2;
    return copyTotals(this.#totals);
  }
}
