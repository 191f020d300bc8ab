import { MOST_SPLITS, type TerritoryOrNone, type TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId, updateSplit } from '../model/editAccounts';
import { addTerritory } from '../model/editTerritories';
import { newTerritory } from '../model/newTerritory';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { SplitId, TerritoryId } from '../model/units';
import type { SplitFound, SplitRunner } from '../runner/splitRunner';
import type { SplitTask } from '../../workers/protocol';
import { boundDisruption, type DisruptionBounds } from '../territory/measureDisruption';
import { prepareTask, type PreparedTask } from '../territory/prepareTask';
import { relabelSplit } from '../territory/relabelSplit';
import type { Split } from '../territory/units';
import { putUnits, splitOfUnits } from '../territory/unitsOfBook';
import { nameOfDesign } from './designName';
import { designOrder, newIds, whyNot } from './designOrder';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

/** What stays put weighs this much more than all else when territories are matched by name. */
const STAYS = 1e6;
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
  #running = $state.raw<'design' | 'heal'>();
  #found = $state.raw<SplitFound>();
  #problems = $state.raw<readonly Problem[]>([]);

  constructor(desk: SplitDesk, tools: SplitTools) {
    this.#desk = desk;
    this.#tools = tools;
  }

  /** How many territories there are to be: as many as there are until it is chosen. */
  get territories(): number {
    return this.#territories ?? Math.max(2, this.#desk.order.length);
  }

  set territories(count: number) {
    this.#territories = count;
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

  /** The least share that must move for the tolerance to be met, from the split on the map. */
  readonly bounds = $derived.by((): DisruptionBounds | undefined => {
    const { split, order } = this.#desk;
    if (!split || order.length < 2 || this.territories !== order.length) return undefined;
    const { map } = this.#desk.accounts;
    const total = map.units.weight.reduce((sum, each) => sum + each, 0);
    const targets = new Float64Array(order.length).fill(total / order.length);
    return boundDisruption(map.units, splitOfUnits(map, split.territoryOf, order), targets, this.tolerance);
  });

  cancel(): void {
    this.#abort?.abort();
  }

  /** Designs a split beside the others, from the one on the map. */
  async design(): Promise<void> {
    const { split } = this.#desk;
    if (!split) return;
    if (this.#desk.splits.length >= MOST_SPLITS) {
      this.#problems = [
        {
          code: 'splits',
          path: '',
          message: `a plan must have at most ${MOST_SPLITS} splits; remove one first`,
        },
      ];
      return;
    }
    const order = designOrder(this.#desk, split, this.territories);
    const kind = this.stickiness === 0 ? 'design' : 'rebalance';
    let id: SplitId | undefined;
    let put: readonly TerritoryOrNone[] | undefined;
    const mergeKey = `design-${++this.#runs}`;
    await this.#make(kind, split, order, (territoryOf, ids, plan) => {
      const now = plan.accountBook?.splits.find((each) => each.id === id);
      // Painted, undone or removed meanwhile: the hand goes before the search.
      if (put !== undefined && now?.territoryOf !== put) return this.cancel();
      put = territoryOf;
      const name = nameOfDesign(plan, split, kind, ids.length);
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
    const { split, order } = this.#desk;
    if (!split) return;
    let mended: readonly TerritoryOrNone[] | undefined;
    await this.#make('heal', split, order, (territoryOf) => (mended = territoryOf));
    const now = this.#desk.splits.find(({ id }) => id === split.id);
    if (!mended || now?.territoryOf !== split.territoryOf) return;
    const held = this.#desk.placedByHand.size + this.#desk.fixed.size > 0;
    this.#desk.mend(split, mended);
    const { measures } = this.#desk.figures;
    if (held && (measures.inPieces > 0 || measures.maxDeviation > this.tolerance))
      this.#desk.session.notices.say(
        'Healed as far as the accounts that you painted or locked allow: they stayed. Heal once more to let go of those painted.',
      );
  }

  async #make(
    kind: SplitTask['kind'],
    split: TerritorySplit,
    order: readonly TerritoryId[],
    take: (territoryOf: readonly TerritoryOrNone[], order: readonly TerritoryId[], plan: Plan) => unknown,
  ): Promise<void> {
    this.cancel();
    const { map } = this.#desk.accounts;
    const { accounts } = this.#desk.book ?? { accounts: [] };
    const k = kind === 'heal' ? order.length : this.territories;
    const why = whyNot(this.#desk, split, order, k);
    this.#problems = why ? [why] : [];
    if (why) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#running = kind === 'heal' ? 'heal' : 'design';
    this.#found = undefined;
    const stays = kind === 'heal' ? this.#desk.placedByHand : new Set();
    const isFixed = (place: number) => {
      const id = accounts[place]?.id;
      return id !== undefined && (this.#desk.fixed.has(id) || stays.has(id));
    };
    const fixed = Uint8Array.from(map.accountOf, (place) => (isFixed(place) ? 1 : 0));
    const current = splitOfUnits(map, split.territoryOf, order);
    const prepared = prepareTask(map.units, current, { territories: k, fixed });
    const show = (found: SplitFound) => {
      if (abort.signal.aborted) return;
      this.#found = found;
      const named = kind === 'design' ? relabel(found.split, prepared, order.length) : found.split;
      const whole = prepared.putBack(named);
      const used = new Set<TerritoryOrNone>([...whole].map((number) => order[number] ?? ''));
      // Accounts without a place are in none, where their territory was given up.
      const gone = new Set(order.length > k ? order.filter((id) => !used.has(id)) : []);
      const kept = split.territoryOf.map((at) => (at !== '' && gone.has(at) ? '' : at));
      take(
        putUnits(map, whole, { territoryOf: kept, territories: order, fixed }),
        order,
        this.#desk.session.plan,
      );
    };
    const runner: SplitRunner = await this.#tools.loadSplitRunner();
    const seeds = kind === 'heal' ? 1 : Math.min(MOST_SEEDS, this.seeds);
    let shown: SplitFound | undefined;
    const result = await runner.make(prepared.units, this.#taskOf(kind, prepared), {
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

  #taskOf(kind: SplitTask['kind'], { start, locked, targets }: PreparedTask): SplitTask {
    const common = { targets, tolerance: this.tolerance, seed: this.#desk.session.plan.run.seed };
    switch (kind) {
      case 'design': {
        const locks = Int32Array.from(start, (territory, unit) => (locked[unit] ? territory : -1));
        return { ...common, kind, ...(locked.includes(1) && { locks }) };
      }
      case 'rebalance':
        return { ...common, kind, current: start, stickiness: this.stickiness, locked };
      case 'heal':
        return { ...common, kind, current: start, locked };
    }
  }
}

/** Territories of a fresh split are named so that as much as can be keeps the one it has. */
function relabel(found: Split, { units, locked, current }: PreparedTask, names: number): Split {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const worth = units.weight.map((own, unit) => (locked[unit] ? STAYS * total : own));
  return relabelSplit(found, current, worth, names);
}

/** The plan with those territories among its own. */
function withTerritories(plan: Plan, ids: readonly TerritoryId[]): Plan {
  return newIds(plan, ids).reduce((next, id) => addTerritory(next, { ...newTerritory(next), id }), plan);
}
