import type { TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId, updateSplit } from '../model/editAccounts';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { SplitId, TerritoryId } from '../model/units';
import type { SplitFound } from '../runner/splitRunner';
import type { SplitTask } from '../../workers/protocol';
import { boundDisruption, type DisruptionBounds } from '../territory/measureDisruption';
import { arrangedNow } from './arrangedNow';
import { designJob } from './designJob';
import { nameOfDesign } from './designName';
import { unmetWishes, wishesOf, type LimitWish } from './designLimits';
import type { DesignNotes } from './designNote';
import { designOrder, orderAsIs, withTerritories, type DesignOrder } from './designOrder';
import { changed, healedSoFar, noRoom, notLoaded, tooFew, whyNot } from './designProblems';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

const MOST_SEEDS = 16;

/**
 * A design under way. Its first split comes in beside the others as soon as there is one, and better ones take its place,
 * all one step of undo; a repair changes the split it is asked of.
 */
export class SplitDesign {
  readonly #desk: SplitDesk;
  readonly #tools: SplitTools;
  #territories = $state<number>();
  #abort: AbortController | undefined;
  #runs = 0;
  tolerance = $state(0.05);
  /** From 0, afresh, to 1, as few moves as can be. */
  stickiness = $state(0);
  seeds = $state(4);
  /** Whether accounts of one family are one unit. */
  families = $state(true);
  #wishes = $state.raw<readonly LimitWish[]>([]);
  #running = $state.raw<'design' | 'heal'>();
  #found = $state.raw<SplitFound>();
  #problems = $state.raw<readonly Problem[]>([]);
  #notes = $state.raw<DesignNotes>();

  constructor(desk: SplitDesk, tools: SplitTools) {
    this.#desk = desk;
    this.#tools = tools;
  }

  /** How many territories there are to be: as many as there are until it is chosen. */
  get territories(): number {
    return this.#territories ?? Math.max(2, this.#desk.orderOnMap.length);
  }

  set territories(count: number) {
    this.#territories = count;
  }

  /** What else it is to heed, as long as it is by what the accounts have. */
  get wishes(): readonly LimitWish[] {
    return wishesOf(this.#desk.book, this.#wishes);
  }

  set wishes(wishes: readonly LimitWish[]) {
    this.#wishes = wishes;
  }

  get running(): 'design' | 'heal' | undefined {
    return this.#running;
  }

  /** The best split so far of the design that is running, or was last run. */
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

  readonly #arranged = $derived.by(() =>
    this.territories === this.#desk.orderOnMap.length ? arrangedNow(this.#desk) : undefined,
  );

  /** The least share that must move for the tolerance to be met, from the split on the map. */
  readonly bounds = $derived.by((): DisruptionBounds | undefined => {
    if (!this.#arranged) return undefined;
    const { units, current, targets } = this.#arranged;
    return boundDisruption(units, current, targets, this.tolerance);
  });

  cancel(): void {
    this.#abort?.abort();
  }

  /** Designs a split beside the others, from the one on the map. */
  design(): Promise<void> {
    const kind = this.stickiness === 0 ? 'design' : 'rebalance';
    return this.#branch(kind, this.territories);
  }

  /** Makes room for one territory more beside the others, which give up as little as can be. */
  addOne(): Promise<void> {
    this.#territories = undefined;
    return this.#branch('rebalance', this.#desk.orderOnMap.length + 1, { stickiness: 1 });
  }

  /** Hands what a territory has to its neighbours, and moves as little else as can be. */
  dissolve(id: TerritoryId): Promise<void> {
    this.#territories = undefined;
    return this.#branch('rebalance', this.#desk.orderOnMap.length - 1, { stickiness: 1, without: id });
  }

  async #branch(
    kind: 'design' | 'rebalance',
    territories: number,
    { stickiness = this.stickiness, without }: { stickiness?: number; without?: TerritoryId } = {},
  ): Promise<void> {
    const { split } = this.#desk;
    if (!split) return;
    const full = noRoom(this.#desk);
    if (full) {
      this.#problems = [full];
      return;
    }
    const order = designOrder(this.#desk, split, territories, without);
    let id: SplitId | undefined;
    let put: readonly TerritoryOrNone[] | undefined;
    const mergeKey = `design-${++this.#runs}`;
    await this.#make(kind, split, { ...order, stickiness }, (territoryOf, ids, plan) => {
      const now = plan.accountBook?.splits.find((each) => each.id === id);
      // Painted, undone or removed meanwhile: the hand goes before the search.
      if (put !== undefined && now?.territoryOf !== put) return this.cancel();
      put = territoryOf;
      const name = nameOfDesign(plan, split, kind, territories);
      this.#desk.session.change(
        name,
        (before) => {
          if (id !== undefined) return updateSplit(before, id, { territoryOf });
          id = freshSplitId(before);
          const grown = withTerritories(before, ids);
          return addSplit(grown, { ...split, id, name, from: split.id, territoryOf });
        },
        { mergeKey },
      );
      if (id !== undefined) this.#desk.choose(id);
    });
    this.#desk.session.editor.endMerge();
  }

  /** Mends the split on the map after edits by hand, which stay. */
  async heal(): Promise<void> {
    const { split } = this.#desk;
    if (!split) return;
    const order = { ...orderAsIs(this.#desk), stickiness: 1 };
    let mended: readonly TerritoryOrNone[] | undefined;
    await this.#make('heal', split, order, (territoryOf) => (mended = territoryOf));
    const now = this.#desk.splits.find(({ id }) => id === split.id);
    if (!mended || now?.territoryOf !== split.territoryOf) return;
    const held = this.#desk.placedByHand.size + this.#desk.fixed.size > 0;
    this.#desk.mend(split, mended);
    const { measures } = this.#desk.figures;
    if (measures.inPieces > 0 || measures.maxDeviation > this.tolerance)
      this.#desk.session.notices.say(healedSoFar(held));
  }

  #refuse(problem: Problem): void {
    this.#running = undefined;
    this.#problems = [problem];
  }

  async #make(
    kind: SplitTask['kind'],
    split: TerritorySplit,
    order: DesignOrder & { readonly stickiness: number },
    take: (territoryOf: readonly TerritoryOrNone[], order: readonly TerritoryId[], plan: Plan) => unknown,
  ): Promise<void> {
    this.cancel();
    const { book, accounts } = this.#desk;
    const why = whyNot(this.#desk, split, order);
    this.#problems = why ? [why] : [];
    if (why || !book) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = kind === 'heal' ? 'heal' : 'design';
    this.#found = undefined;
    const { units, task, notes, territoryOf } = designJob(book, accounts.map, split, order, {
      kind,
      tolerance: this.tolerance,
      seed: this.#desk.session.plan.run.seed,
      stickiness: order.stickiness,
      families: this.families,
      wishes: this.wishes,
      stays: kind === 'heal' ? this.#desk.placedByHand : new Set(),
    });
    const few = tooFew(units.count, order);
    if (few) return this.#refuse(few);
    this.#notes = { notes, order: order.order };
    const { id } = this.#desk.session.plan;
    const show = (found: SplitFound) => {
      if (abort.signal.aborted) return;
      // Another plan, or other accounts, meanwhile: this split is not theirs.
      if (this.#desk.session.plan.id !== id || this.#desk.book?.accounts !== book.accounts) {
        this.#problems = [changed];
        return this.cancel();
      }
      this.#found = found;
      const made = territoryOf(found.split);
      const unmet = unmetWishes(book, made, order, this.wishes);
      this.#notes = { notes: [...notes, ...unmet], order: order.order };
      take(made, order.order, this.#desk.session.plan);
    };
    const runner = await this.#tools.loadSplitRunner().catch(() => undefined);
    if (this.#abort !== abort) return;
    if (!runner) return this.#refuse(notLoaded);
    const seeds = kind === 'heal' ? 1 : Math.min(MOST_SEEDS, this.seeds);
    let shown: SplitFound | undefined;
    const result = await runner.make(units, task, {
      seeds,
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
    if (!result.ok && !abort.signal.aborted) this.#problems = result.problems;
  }
}
