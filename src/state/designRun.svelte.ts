import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import type { Problem } from '../model/problem';
import type { SplitFound } from '../runner/splitRunner';
import type { SplitTask } from '../../workers/protocol';
import { designJob } from './designJob';
import { unmetWishes } from './designLimits';
import type { DesignNotes } from './designNote';
import type { DesignOrder } from './designOrder';
import { changed, noRoom, notLoaded, tooFew, whyNot } from './designProblems';
import { missedTolerance } from './missedTolerance';
import type { DesignSettings } from './designSettings.svelte';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

const MOST_SEEDS = 16;

/** From which split one is to be made, and how much of it stays. */
export interface DesignRequest {
  readonly kind: SplitTask['kind'];
  readonly split: TerritorySplit;
  readonly order: DesignOrder;
  readonly stickiness: number;
}

/** Takes territories by account, each time better ones; false where they are not wanted any more, which ends the search. */
export type TakeSplit = (territoryOf: readonly TerritoryOrNone[]) => boolean;

/** One search at a time: the next ends the one before it, whose answers are not heeded any more. */
export class DesignRun {
  readonly #desk: SplitDesk;
  readonly #settings: DesignSettings;
  readonly #tools: SplitTools;
  #abort: AbortController | undefined;
  #running = $state.raw<'design' | 'heal'>();
  #found = $state.raw<SplitFound>();
  #problems = $state.raw<readonly Problem[]>([]);
  #notes = $state.raw<DesignNotes>();

  constructor(desk: SplitDesk, settings: DesignSettings, tools: SplitTools) {
    this.#desk = desk;
    this.#settings = settings;
    this.#tools = tools;
  }

  get running(): 'design' | 'heal' | undefined {
    return this.#running;
  }

  /** The best split so far of the search that is running, or was last run. */
  get found(): SplitFound | undefined {
    return this.#found;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What the last design could not do as asked. */
  get notes(): DesignNotes | undefined {
    return this.#notes;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Begins, unless something stands in the way, which is then among the problems; resolves when nothing more comes. */
  async make({ kind, split, order, stickiness }: DesignRequest, take: TakeSplit): Promise<void> {
    this.cancel();
    const { accounts, book, edits, session } = this.#desk;
    const full = kind === 'heal' ? undefined : noRoom(this.#desk);
    const why = full ?? whyNot(this.#desk, split, order);
    this.#problems = why ? [why] : [];
    if (why || !book) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = kind === 'heal' ? 'heal' : 'design';
    this.#found = undefined;
    const { units, task, notes, search, territoryOf } = designJob(book, accounts.map, split, order, {
      ...this.#settings.aims,
      kind,
      stickiness,
      seed: session.plan.run.seed,
      stays: kind === 'heal' ? edits.placedByHand : new Set(),
    });
    const few = tooFew(units.count, order, accounts.noun);
    if (few) return this.#refuse(few);
    this.#notes = { notes, order: order.order };
    const { id } = session.plan;
    const wishes = this.#settings.wishes;
    const unmetBy = (made: readonly TerritoryOrNone[], { tried, measures }: SplitFound) => [
      ...missedTolerance(book, made, order, {
        ...search,
        attempts: tried,
        adjusted: measures.adjustedDeviation,
      }),
      ...unmetWishes(book, made, order, wishes),
    ];
    const show = (found: SplitFound) => {
      if (abort.signal.aborted) return;
      // Another plan, or other accounts, meanwhile: this split is not theirs.
      if (session.plan.id !== id || this.#desk.book?.accounts !== book.accounts) {
        this.#problems = [changed];
        return this.cancel();
      }
      this.#found = found;
      const made = territoryOf(found.split);
      this.#notes = { notes: [...notes, ...unmetBy(made, found)], order: order.order };
      if (!take(made)) this.cancel();
    };
    const runner = await this.#tools.loadSplitRunner().catch(() => undefined);
    if (this.#abort !== abort) return;
    if (!runner) return this.#refuse(notLoaded);
    let shown: SplitFound | undefined;
    const result = await runner.make(units, task, {
      seeds: kind === 'heal' ? 1 : Math.min(MOST_SEEDS, this.#settings.seeds),
      signal: abort.signal,
      onProgress: (found) => {
        this.#found = abort.signal.aborted ? this.#found : found;
        if (shown?.seed === found.seed || kind === 'heal') return;
        shown = found;
        show(found);
      },
    });
    if (this.#abort !== abort) return;
    this.#running = undefined;
    if (result.ok && shown?.seed !== result.value.seed) show(result.value);
    // as many attempts as were made in the end found no better
    else if (result.ok)
      this.#notes = {
        notes: [...notes, ...unmetBy(territoryOf(result.value.split), result.value)],
        order: order.order,
      };
    if (!result.ok && !abort.signal.aborted) this.#problems = result.problems;
  }

  #refuse(problem: Problem): void {
    this.#running = undefined;
    this.#problems = [problem];
  }
}
