import type { TerritoryOrNone } from '../model/accountBook';
import type { Problem } from '../model/problem';
import type { TerritoryId } from '../model/units';
import type { SplitFound } from '../runner/splitRunner';
import { boundDisruption, type DisruptionBounds } from '../territory/measureDisruption';
import { arrangedNow } from './arrangedNow';
import { besideOthers } from './besideOthers';
import { nameOfDesign } from './designName';
import type { DesignNotes } from './designNote';
import { designOrder, orderAsIs } from './designOrder';
import { healedSoFar } from './designProblems';
import { DesignRun } from './designRun.svelte';
import { DesignSettings } from './designSettings.svelte';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

/**
 * Makes splits as they are set to be. A design comes in beside the others as soon as there is one; a repair changes the split
 * it is asked of.
 */
export class SplitDesign {
  readonly settings: DesignSettings;
  readonly #desk: SplitDesk;
  readonly #run: DesignRun;
  #branches = 0;

  constructor(desk: SplitDesk, tools: SplitTools) {
    this.#desk = desk;
    this.settings = new DesignSettings(desk);
    this.#run = new DesignRun(desk, this.settings, tools);
  }

  get running(): 'design' | 'heal' | undefined {
    return this.#run.running;
  }

  get found(): SplitFound | undefined {
    return this.#run.found;
  }

  get problems(): readonly Problem[] {
    return this.#run.problems;
  }

  get notes(): DesignNotes | undefined {
    return this.#run.notes;
  }

  readonly #arranged = $derived.by(() =>
    this.settings.territories === this.#desk.orderOnMap.length ? arrangedNow(this.#desk) : undefined,
  );

  /** The least share that must move for the tolerance to be met, from the split on the map. */
  readonly bounds = $derived.by((): DisruptionBounds | undefined => {
    if (!this.#arranged) return undefined;
    const { units, current, targets } = this.#arranged;
    return boundDisruption(units, current, targets, this.settings.tolerance);
  });

  cancel(): void {
    this.#run.cancel();
  }

  /** Designs a split beside the others, from the one on the map. */
  design(): Promise<void> {
    const { territories, stickiness } = this.settings;
    return this.#branch(stickiness === 0 ? 'design' : 'rebalance', territories, stickiness);
  }

  /** Makes room for one territory more beside the others, which give up as little as can be. */
  addOne(): Promise<void> {
    this.settings.asManyAsThereAre();
    return this.#branch('rebalance', this.#desk.orderOnMap.length + 1, 1);
  }

  /** Hands what a territory has to its neighbours, and moves as little else as can be. */
  dissolve(id: TerritoryId): Promise<void> {
    this.settings.asManyAsThereAre();
    return this.#branch('rebalance', this.#desk.orderOnMap.length - 1, 1, id);
  }

  async #branch(
    kind: 'design' | 'rebalance',
    territories: number,
    stickiness: number,
    without?: TerritoryId,
  ): Promise<void> {
    const { split } = this.#desk;
    if (!split) return;
    const order = designOrder(this.#desk, split, territories, without);
    const take = besideOthers(this.#desk, split, order.order, {
      nameIn: (plan) => nameOfDesign(plan, split, kind, territories),
      mergeKey: `design-${++this.#branches}`,
    });
    await this.#run.make({ kind, split, order, stickiness }, take);
    this.#desk.session.editor.endMerge();
  }

  /** Mends the split on the map after edits by hand, which stay. */
  async heal(): Promise<void> {
    const { split } = this.#desk;
    if (!split) return;
    let mended: { readonly territoryOf: readonly TerritoryOrNone[]; readonly pieces: boolean } | undefined;
    const order = orderAsIs(this.#desk);
    await this.#run.make({ kind: 'heal', split, order, stickiness: 1 }, (territoryOf, pieces) => {
      mended = { territoryOf, pieces };
      return true;
    });
    const now = this.#desk.splits.find(({ id }) => id === split.id);
    if (!mended || now?.territoryOf !== split.territoryOf) return;
    const held = this.#desk.edits.placedByHand.size + this.#desk.fixed.size > 0;
    this.#desk.edits.mend(split, mended);
    const { measures } = this.#desk.figures;
    const { pieces } = mended;
    if ((!pieces && measures.inPieces > 0) || measures.maxDeviation > this.settings.tolerance)
      this.#desk.session.notices.say(healedSoFar(held, pieces, this.#desk.accounts.noun));
  }
}
