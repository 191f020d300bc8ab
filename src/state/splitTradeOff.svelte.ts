import { MOST_SPLITS, type Account, type TerritoryOrNone, type TerritorySplit } from '../model/accountBook';
import { addSplit, freshSplitId } from '../model/editAccounts';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { splitId, type SplitId } from '../model/units';
import { splitOutcome } from '../decide/splits/splitOutcome';
import { changed } from './designProblems';
import type { DesignSettings } from './designSettings.svelte';
import { makeSeries, type MadeSplit } from './makeSeries';
import { planUnder, sameUnder } from './planUnder';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitOutcomes, SplitResult } from './splitOutcomes.svelte';
import type { SplitTools } from './splitTools';
import { recipesOf, recipeName, type TradeOffSeries } from './tradeOffRecipes';
import { weighSplits, type TradeOffSplit } from './weighSplits';

/** A split that was made and simulated, and is none of the plan's until it is opened. */
interface MadePoint extends MadeSplit {
  readonly result: SplitResult;
}

/** What was explored, and from where. */
interface Explored {
  readonly from: TerritorySplit;
  readonly accounts: readonly Account[];
  readonly plan: Plan;
  /** Recipes tried; some come to the same split as others. */
  readonly tried: number;
  readonly made: number;
  readonly points: readonly MadePoint[];
}

export interface TradeOffProgress {
  readonly stage: 'design' | 'simulate';
  readonly done: number;
  readonly of: number;
}

/** Splits between the one on the map and one made afresh: what each moves, how even it is, and what the plan comes to under it. */
export class SplitTradeOff {
  readonly #desk: SplitDesk;
  readonly #settings: DesignSettings;
  readonly #outcomes: SplitOutcomes;
  readonly #tools: SplitTools;
  series = $state<TradeOffSeries>('both');
  #explored = $state.raw<Explored>();
  #kept = $state.raw<ReadonlyMap<MadePoint, SplitId>>(new Map());
  #progress = $state.raw<TradeOffProgress>();
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;

  constructor(desk: SplitDesk, settings: DesignSettings, outcomes: SplitOutcomes, tools: SplitTools) {
    this.#desk = desk;
    this.#settings = settings;
    this.#outcomes = outcomes;
    this.#tools = tools;
  }

  get progress(): TradeOffProgress | undefined {
    return this.#progress;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** The split that disruption is counted from, as it was. */
  get from(): TerritorySplit | undefined {
    return this.#explored?.from;
  }

  /** Splits that were made, and how many of them were the same as others or as one of the plan's. */
  get tried(): number {
    return this.#explored?.tried ?? 0;
  }

  get repeats(): number {
    return this.tried - (this.#explored?.made ?? 0);
  }

  /** Whether the plan, its accounts or that split have changed since. */
  readonly stale = $derived.by((): boolean => {
    const explored = this.#explored;
    if (!explored) return false;
    const now = this.#desk.splits.find(({ id }) => id === explored.from.id);
    return (
      this.#desk.book?.accounts !== explored.accounts ||
      now?.territoryOf !== explored.from.territoryOf ||
      !sameUnder(planUnder(this.#desk.session.plan, now), explored.plan)
    );
  });

  /** Made ones and the plan's own, in the order of what they move; none where the accounts are others by now. */
  readonly splits = $derived.by((): readonly TradeOffSplit[] => {
    const explored = this.#explored;
    if (!explored || this.#desk.book?.accounts !== explored.accounts) return [];
    const { from, points } = explored;
    const own = this.#desk.splits.flatMap((split) => {
      const result = this.#outcomes.resultOf(split);
      return result ? [{ split, result }] : [];
    });
    const made = points.flatMap((point, place) => {
      if (this.#keptAs(point) !== undefined) return [];
      const name = recipeName(point.recipe);
      const { territoryOf } = point;
      const split = { ...from, id: splitId(`made-${place}`), name, from: from.id, territoryOf };
      return [{ split, result: point.result, made: place }];
    });
    return weighSplits(this.#desk.accounts, from, [...own, ...made]);
  });

  cancel(): void {
    this.#abort?.abort();
    this.#outcomes.cancel();
    this.#progress = undefined;
  }

  /** Makes the series from the split on the map, and simulates it and the plan's own splits by the same chance. */
  async explore(tolerance: number): Promise<void> {
    this.cancel();
    const from = this.#desk.split;
    const { plan } = this.#desk.session;
    const { accounts } = this.#desk.book ?? {};
    if (!from || !accounts) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#problems = [];
    const recipes = recipesOf(this.series, tolerance);
    const series = await makeSeries(this.#desk, this.#settings.aims, from, recipes, {
      tools: this.#tools,
      signal: abort.signal,
      tell: (done) => {
        if (!abort.signal.aborted) this.#progress = { stage: 'design', done, of: recipes.length };
      },
    });
    if (abort.signal.aborted) return;
    // Of other accounts by now: these splits are not theirs.
    const problems = this.#desk.book?.accounts !== accounts ? [changed] : series.ok ? [] : series.problems;
    if (!series.ok || problems.length > 0) {
      this.#problems = problems;
      this.#progress = undefined;
      return;
    }
    const made = series.value;
    const tried = { tried: recipes.length, made: made.length };
    await this.#sample(
      { from, accounts, plan: planUnder(plan, from), ...tried, points: [] },
      made,
      abort.signal,
    );
    if (this.#abort !== abort) return;
    this.#progress = undefined;
    void this.#outcomes.tellRepsApart();
  }

  /** Looks at a split of the picture: one that is none of the plan's yet becomes one, in one step of undo. */
  open({ split, made }: TradeOffSplit): void {
    const point = made === undefined ? undefined : this.#explored?.points[made];
    if (!point) return this.#desk.choose(split.id);
    const { session } = this.#desk;
    const known = new Set<TerritoryOrNone>(['', ...this.#desk.accounts.territoryIds]);
    if (this.#desk.splits.length >= MOST_SPLITS)
      return session.notices.say(`A plan must have at most ${MOST_SPLITS} splits. Remove one first.`);
    if (!point.territoryOf.every((id) => known.has(id)))
      return session.notices.say('Territories were removed since. Explore once more.');
    const before = session.plan;
    const id = freshSplitId(before);
    const name = freeName(`${split.name}, from ${this.from?.name ?? ''}`, this.#desk.splits);
    session.change(`Open ${name}`, (plan) => addSplit(plan, { ...split, id, name }));
    if (session.plan === before) return;
    this.#kept = new Map([...this.#kept, [point, id]]);
    this.#outcomes.adopt(id, point.result);
    this.#desk.choose(id);
  }

  #keptAs(point: MadePoint): SplitId | undefined {
    const id = this.#kept.get(point);
    return this.#desk.splits.find((each) => each.id === id)?.territoryOf === point.territoryOf
      ? id
      : undefined;
  }

  async #sample(explored: Explored, made: readonly MadeSplit[], signal: AbortSignal): Promise<void> {
    const { plan } = this.#desk.session;
    const of = made.length + 1;
    const tell = (done: number) => {
      if (!signal.aborted) this.#progress = { stage: 'simulate', done, of };
    };
    tell(0);
    await this.#outcomes.sampleSplits();
    if (signal.aborted) return;
    this.#problems = this.#outcomes.problems;
    const points: MadePoint[] = [];
    this.#explored = { ...explored, points };
    this.#kept = new Map();
    for (const { recipe, territoryOf } of made) {
      tell(points.length + 1);
      const under = planUnder(plan, { ...explored.from, id: splitId('made'), territoryOf });
      const { trials } = plan.run;
      const sample = await this.#tools.runner.sample(under, {
        trials,
        signal,
        onProgress: (done) => tell(points.length + 1 + done / trials),
      });
      if (signal.aborted) return;
      if (!sample.ok) {
        this.#problems = sample.problems;
        return;
      }
      const outcome = splitOutcome(under, sample.value);
      if (outcome) points.push({ recipe, territoryOf, result: { plan: under, outcome } });
      this.#explored = { ...explored, points: [...points] };
    }
  }
}

/** That name, numbered where some split has it. */
function freeName(base: string, splits: readonly TerritorySplit[]): string {
  const taken = new Set(splits.map(({ name }) => name));
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base} (${count})`;
  return name;
}
