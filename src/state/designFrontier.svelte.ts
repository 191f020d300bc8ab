import type { Account, TerritoryOrNone, TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId } from '../model/editAccounts';
import type { Problem } from '../model/problem';
import type { SplitTask } from '../../workers/protocol';
import type { Limit } from '../territory/limits';
import type { Units } from '../territory/units';
import { designJob } from './designJob';
import { deviationBy, type LimitWish } from './designLimits';
import { designOrder, withTerritories, type DesignOrder } from './designOrder';
import { noRoom, notLoaded, tooFew, whyNot } from './designProblems';
import type { DesignSettings } from './designSettings.svelte';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

/** A design between one measure alone and another: what each is off, and how far its accounts are from the middle. */
export interface FrontierPoint {
  readonly first: number;
  readonly second: number;
  readonly km: number;
  readonly territoryOf: readonly TerritoryOrNone[];
}

export interface Frontier {
  /** The ids of the two measures, or empty for the number of accounts. */
  readonly by: readonly [string, string];
  readonly points: readonly FrontierPoint[];
  readonly from: TerritorySplit;
  readonly order: DesignOrder;
  /** Those that the designs are of. */
  readonly accounts: readonly Account[];
}

/** How much of its tolerance the first measure has, and the second its own over it: between the designs by one alone. */
const BETWEEN = [0.5, 1, 2];

/** What evenness by one measure costs in evenness by another: a few designs from the first alone to the second alone. */
export class DesignFrontier {
  readonly #desk: SplitDesk;
  readonly #settings: DesignSettings;
  readonly #tools: SplitTools;
  #abort: AbortController | undefined;
  #done = $state<number>();
  #frontier = $state.raw<Frontier>();
  #problems = $state.raw<readonly Problem[]>([]);
  /** Designs that are made. */
  readonly of = BETWEEN.length + 2;

  constructor(desk: SplitDesk, settings: DesignSettings, tools: SplitTools) {
    this.#desk = desk;
    this.#settings = settings;
    this.#tools = tools;
  }

  /** Designs made so far; absent when none is being made. */
  get done(): number | undefined {
    return this.#done;
  }

  /** The designs; none where the accounts are others by now. */
  get frontier(): Frontier | undefined {
    return this.#frontier?.accounts === this.#desk.book?.accounts ? this.#frontier : undefined;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** Makes the designs, each from the plan's seed, from the split on the map. */
  async make(wish: LimitWish & { readonly kind: 'even' }): Promise<void> {
    this.cancel();
    const { book, split, accounts, session } = this.#desk;
    if (!book || !split) return;
    const order = designOrder(this.#desk, split, this.#settings.territories);
    const { aims } = this.#settings;
    const wishes = [wish, ...aims.wishes.filter(({ kind }) => kind === 'bounds')];
    const job = designJob(book, accounts.map, split, order, {
      ...aims,
      wishes,
      kind: 'design',
      seed: session.plan.run.seed,
      stickiness: 0,
      stays: new Set(),
    });
    const why = whyNot(this.#desk, split, order) ?? tooFew(job.units.count, order, this.#desk.accounts.noun);
    this.#problems = why ? [why] : [];
    const [second, ...others] = job.task.limits ?? [];
    if (why || !second) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#done = 0;
    this.#frontier = undefined;
    const runner = await this.#tools.loadSplitRunner().catch(() => undefined);
    if (this.#abort !== abort) return;
    if (!runner) {
      this.#done = undefined;
      this.#problems = [notLoaded];
      return;
    }
    const by = [book.balancedBy ?? '', wish.by] as const;
    const points: FrontierPoint[] = [];
    for (const { units, task } of variants(job.units, job.task, second, others)) {
      const made = await runner.make(units, task, { signal: abort.signal });
      if (this.#abort !== abort) return;
      if (!made.ok) {
        this.#done = undefined;
        if (!abort.signal.aborted) this.#problems = made.problems;
        return;
      }
      const territoryOf = job.territoryOf(made.value.split);
      points.push({
        first: deviationBy(book, territoryOf, order, by[0]),
        second: deviationBy(book, territoryOf, order, by[1]),
        km: made.value.measures.rmsKm,
        territoryOf,
      });
      this.#done = points.length;
      this.#frontier = { by, points: [...points], from: split, order, accounts: book.accounts };
    }
    this.#done = undefined;
  }

  /** Opens one of the designs as a split beside the others, under that name. */
  open({ territoryOf }: FrontierPoint, name: string): void {
    const full = noRoom(this.#desk);
    this.#problems = full ? [full] : [];
    const { frontier } = this;
    if (full || !frontier) return;
    const { from, order } = frontier;
    const id = freshSplitId(this.#desk.session.plan);
    this.#desk.session.change(name, (plan) =>
      addSplit(withTerritories(plan, order.order), { ...from, id, name, from: from.id, territoryOf }),
    );
    this.#desk.choose(id);
  }
}

/** The tasks from the first measure alone to the second alone; between them each with so much more of its tolerance, and the other less. */
function variants(
  units: Units,
  task: SplitTask,
  second: Limit,
  others: readonly Limit[],
): { readonly units: Units; readonly task: SplitTask }[] {
  const { limits: _all, ...bare } = task;
  const withLimits = (limits: readonly Limit[]) => (limits.length > 0 ? { limits } : {});
  const between = BETWEEN.map((ratio) => ({
    units,
    task: {
      ...bare,
      tolerance: task.tolerance * ratio,
      limits: [{ ...second, scale: second.scale.map((each) => each / ratio) }, ...others],
    },
  }));
  return [
    { units, task: { ...bare, ...withLimits(others) } },
    ...between,
    {
      units: { ...units, weight: second.values },
      task: { ...bare, targets: second.targets ?? task.targets, ...withLimits(others) },
    },
  ];
}
