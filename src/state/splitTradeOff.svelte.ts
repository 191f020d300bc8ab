import type { TerritorySplit } from '../model/accountBook';
import type { Problem } from '../model/problem';
import type { SplitId } from '../model/units';
import { changed, editedMeanwhile } from './designProblems';
import type { DesignSettings } from './designSettings.svelte';
import type { ExploredSplits, MadePoint, OwnPoint } from './exploredSplits';
import { makeSeries, type MadeSplit } from './makeSeries';
import { openPoint } from './openPoint';
import { sameUnder, type Seating } from './planUnder';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitOutcomes, SplitResult } from './splitOutcomes.svelte';
import type { SplitTools } from './splitTools';
import { sampleSeries } from './sampleSeries';
import { TradeOffEnds } from './tradeOffEnds.svelte';
import { recipesOf, type TradeOffSeries } from './tradeOffRecipes';
import { weighSplits, type TradeOffSplit } from './weighSplits';

export interface TradeOffProgress {
  readonly stage: 'design' | 'simulate';
  readonly done: number;
  readonly of: number;
}

/**
 * Splits between one of the plan's and one made afresh: what each moves, how even it is, and what the plan comes to under it. All
 * that is shown at once is of one state of the plan.
 */
export class SplitTradeOff {
  readonly #desk: SplitDesk;
  readonly #settings: DesignSettings;
  readonly #outcomes: SplitOutcomes;
  readonly #tools: SplitTools;
  series = $state<TradeOffSeries>('both');
  readonly ends: TradeOffEnds;
  #explored = $state.raw<ExploredSplits>();
  #kept = $state.raw<ReadonlyMap<MadePoint, SplitId>>(new Map());
  #progress = $state.raw<TradeOffProgress>();
  #problems = $state.raw<readonly Problem[]>([]);
  #abort: AbortController | undefined;

  constructor(desk: SplitDesk, settings: DesignSettings, outcomes: SplitOutcomes, tools: SplitTools) {
    this.#desk = desk;
    this.ends = new TradeOffEnds(desk);
    this.#settings = settings;
    this.#outcomes = outcomes;
    this.#tools = tools;
  }

  get progress(): TradeOffProgress | undefined {
    const own = this.#outcomes.progress;
    const progress = this.#progress;
    return progress?.stage === 'simulate' && own
      ? { ...progress, done: progress.done + own.done / own.of }
      : progress;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What is shown, as it was explored. */
  get explored(): ExploredSplits | undefined {
    return this.#explored;
  }

  /** How many recipes came to a split that was there before. */
  get repeats(): number {
    const { tried = 0, made = 0 } = this.#explored ?? {};
    return tried - made;
  }

  /** Whether what is shown is of an earlier state of the plan, its accounts or that split. */
  readonly stale = $derived.by((): boolean => {
    const explored = this.#explored;
    if (!explored) return false;
    const { from, plan, points, own } = explored;
    const now = this.#desk.splits.find(({ id }) => id === from.id);
    if (this.#desk.book?.accounts !== plan.accountBook?.accounts || now?.territoryOf !== from.territoryOf)
      return true;
    if (this.#desk.session.plan === plan) return false;
    const start = own.find(({ split }) => split.id === from.id);
    const all: readonly OwnPoint[] = start ? [start, ...points] : points;
    return !all.every(({ split, result }) => this.#outcomes.holds(result, split));
  });

  /** Splits of the plan that could not be told beside those shown: edited since, or come in, and not simulated again. */
  readonly leftOut = $derived.by((): readonly TerritorySplit[] => {
    if (!this.#explored || this.stale) return [];
    const shown = new Set(this.#own.map(({ split }) => split));
    return this.#desk.splits.filter((split) => !shown.has(split));
  });

  /** The plan's own: as they were where the plan is another by now, else those whose outcome holds. */
  readonly #own = $derived.by((): readonly OwnPoint[] => {
    const explored = this.#explored;
    if (!explored || this.stale) return explored?.own ?? [];
    return this.#desk.splits.flatMap((split) => {
      const result = this.#outcomes.resultOf(split, explored.seating);
      return result && this.#outcomes.holds(result, split) ? [{ split, result }] : [];
    });
  });

  /** The split that those shown are held against. */
  readonly base = $derived.by((): TerritorySplit | undefined => {
    const { against } = this.ends;
    const was = this.#own.find(({ split }) => split.id === against?.id)?.split;
    return was ?? (this.stale ? this.#explored?.from : against);
  });

  /** Made ones and the plan's own, in the order of what they move; none where the accounts are others by now. */
  readonly splits = $derived.by((): readonly TradeOffSplit[] => {
    const explored = this.#explored;
    const { base } = this;
    if (!explored || !base || this.#desk.book?.accounts !== explored.plan.accountBook?.accounts) return [];
    const own = this.#own;
    const made = explored.points.flatMap((point, place) => {
      const kept = this.#keptAs(point);
      if (kept !== undefined && own.some(({ split }) => split.id === kept)) return [];
      return [{ split: point.split, result: point.result, made: place }];
    });
    return weighSplits(this.#desk.accounts, base, [...own, ...made]);
  });

  cancel(): void {
    this.#abort?.abort();
    this.#outcomes.cancel();
    this.#progress = undefined;
  }

  /** Makes the series, and simulates it and the plan's own splits by the same chance. Stops where the plan is edited meanwhile. */
  async explore(tolerance: number): Promise<void> {
    this.cancel();
    const { from } = this.ends;
    const { plan } = this.#desk.session;
    if (!from || !plan.accountBook) return;
    this.ends.settle();
    const abort = new AbortController();
    this.#abort = abort;
    this.#problems = [];
    const recipes = recipesOf(this.series, tolerance);
    const { seating } = this.#outcomes;
    const before = this.#outcomes.under(from, seating);
    const series = await makeSeries(this.#desk, this.#settings.aimsFrom(from), from, recipes, {
      tools: this.#tools,
      signal: abort.signal,
      tell: (done) => {
        if (!abort.signal.aborted) this.#progress = { stage: 'design', done, of: recipes.length };
      },
    });
    if (abort.signal.aborted) return;
    const start = { plan: before, of: plan };
    const edited = this.#editedSince(from, start, seating);
    if (!series.ok || edited) return this.#stop(edited ?? (series.ok ? [] : series.problems));
    const made = series.value;
    const explored = { from, plan, seating, tried: recipes.length, made: made.length, own: [], points: [] };
    await this.#sample(explored, made, { signal: abort.signal, start });
    if (this.#abort !== abort) return;
    this.#progress = undefined;
    void this.#outcomes.tellRepsApart();
  }

  /** Looks at a split of the picture: one that is none of the plan's yet becomes one, in one step of undo. */
  open({ split, made }: TradeOffSplit): void {
    const point = made === undefined ? undefined : this.#explored?.points[made];
    const kept = point && this.#keptAs(point);
    if (!point || kept !== undefined) return this.#desk.choose(kept ?? split.id);
    const id = openPoint(this.#desk, split, this.#explored?.from.name ?? '');
    if (id === undefined) return;
    this.#kept = new Map([...this.#kept, [point, id]]);
    this.#outcomes.adopt(id, point.result);
    this.#desk.choose(id);
  }

  #keptAs(point: MadePoint): SplitId | undefined {
    const id = this.#kept.get(point);
    return this.#desk.splits.find((each) => each.id === id)?.territoryOf === point.split.territoryOf
      ? id
      : undefined;
  }

  #stop(problems: readonly Problem[]): void {
    this.#abort?.abort();
    this.#problems = problems;
    this.#progress = undefined;
  }

  /** Why a series cannot go on where the plan is no longer what it was begun with. */
  #editedSince(
    from: TerritorySplit,
    { plan, of }: Pick<SplitResult, 'plan' | 'of'>,
    seating: Seating,
  ): readonly Problem[] | undefined {
    const { book, session, splits } = this.#desk;
    if (session.plan === of) return undefined;
    // Of other accounts by now: these splits are not theirs.
    if (book?.accounts !== of.accountBook?.accounts) return [changed];
    const now = splits.find(({ id }) => id === from.id);
    const same =
      now?.territoryOf === from.territoryOf && sameUnder(plan, this.#outcomes.under(from, seating));
    return same ? undefined : [editedMeanwhile];
  }

  async #sample(
    explored: ExploredSplits,
    made: readonly MadeSplit[],
    { signal, start }: { readonly signal: AbortSignal; readonly start: Pick<SplitResult, 'plan' | 'of'> },
  ): Promise<void> {
    const { from, seating } = explored;
    const tell = (done: number) => {
      if (!signal.aborted) this.#progress = { stage: 'simulate', done, of: made.length + 1 };
    };
    tell(0);
    await this.#outcomes.sampleSplits(seating);
    if (signal.aborted) return;
    const { problems } = this.#outcomes;
    if (problems.length > 0) return this.#stop(problems);
    const own = this.#desk.splits.flatMap((split): OwnPoint[] => {
      const result = this.#outcomes.resultOf(split, seating);
      return result && this.#outcomes.holds(result, split) ? [{ split, result }] : [];
    });
    const found = await sampleSeries(explored, made, {
      runner: this.#tools.runner,
      signal,
      edited: () => this.#editedSince(from, start, seating),
      tell: (done) => tell(done + 1),
      show: (points) => {
        if (points.length === 0) this.#kept = new Map();
        this.#explored = { ...explored, own, points };
      },
    });
    if (found.length > 0) this.#stop(found);
  }
}
