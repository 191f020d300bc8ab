import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { SplitId } from '../model/units';
import { groupOutcomes, type GroupOutcomes } from '../decide/splits/groupOutcomes';
import { outcomeDifference, type OutcomeDifference } from '../decide/splits/outcomeDifference';
import { repSpread, type RepSpread } from '../decide/splits/repSpread';
import { splitOutcome, type SplitOutcome } from '../decide/splits/splitOutcome';
import { planUnder, sameUnder } from './planUnder';
import type { SplitDesk } from './splitDesk.svelte';
import { countWithin, shapeOf, type SplitFacts, type SplitShape } from './splitFacts';
import type { SplitTools } from './splitTools';

/** Of the runs that tell reps apart: their means need fewer than a chance does. */
const REP_TRIALS = 2000;

export interface SplitResult {
  /** The plan that was simulated: the split applied, without the accounts. */
  readonly plan: Plan;
  readonly outcome: SplitOutcome;
  readonly reps?: RepSpread;
  /** By region and manager, of the run that told reps apart. */
  readonly groups?: GroupOutcomes;
}

/** What the plan comes to under each of its splits: each applied to a copy, all lived by the same chance. */
export class SplitOutcomes {
  readonly #desk: SplitDesk;
  readonly #tools: SplitTools;
  #results = $state.raw<ReadonlyMap<SplitId, SplitResult>>(new Map());
  #progress = $state.raw<{ readonly done: number; readonly of: number }>();
  #problems = $state.raw<readonly Problem[]>([]);
  #waiting = $state.raw<readonly SplitId[]>([]);
  #base = $state.raw<SplitId>();
  readonly #shapes = new WeakMap<
    TerritorySplit,
    { readonly of: readonly unknown[]; readonly shape: SplitShape }
  >();
  #abort: AbortController | undefined;
  #runningReps = false;

  constructor(desk: SplitDesk, tools: SplitTools) {
    this.#desk = desk;
    this.#tools = tools;
  }

  /** Trials done of all that are to be; absent when nothing runs. */
  get progress(): { readonly done: number; readonly of: number } | undefined {
    return this.#progress;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether reps of that split are still to be told apart. */
  awaitsReps(id: SplitId): boolean {
    return this.#waiting.includes(id);
  }

  resultOf(split: TerritorySplit): SplitResult | undefined {
    return this.#results.get(split.id);
  }

  /** Whether that result is of an earlier state of the plan or of the split. */
  isStale(split: TerritorySplit): boolean {
    const result = this.#results.get(split.id);
    return result !== undefined && !sameUnder(result.plan, planUnder(this.#desk.session.plan, split));
  }

  /** What a split comes to more than another, trial by trial; absent until both are known by equally many trials. */
  difference(split: TerritorySplit, other: TerritorySplit): OutcomeDifference | undefined {
    const one = this.resultOf(split)?.outcome;
    const two = this.resultOf(other)?.outcome;
    return one && two && split.id !== other.id ? outcomeDifference(two, one) : undefined;
  }

  /** The split that all are held against: as chosen, else the one in force, else the first. */
  get base(): TerritorySplit | undefined {
    const { splits, inForce } = this.#desk;
    return splits.find(({ id }) => id === this.#base) ?? inForce ?? splits[0];
  }

  /** Holds all of them against that one, on the map too. */
  holdAgainst(id: SplitId): void {
    this.#base = id;
    this.#desk.compareWith(id);
  }

  /** All that is said of each split, in their order. */
  facts(tolerance: number): SplitFacts[] {
    const { base } = this;
    return this.#desk.splits.map((split) => {
      const result = this.resultOf(split);
      const difference = base && this.difference(split, base);
      const shape = this.#shapeOf(split, base);
      return {
        ...shape,
        within: countWithin(shape.figures, tolerance),
        stale: this.isStale(split),
        ...(result && { result }),
        ...(difference && { difference }),
      };
    });
  }

  /** Takes what is known of a split that has just come in. */
  adopt(id: SplitId, result: SplitResult): void {
    this.#results = new Map([...this.#results, [id, result]]);
    this.#waiting = [...this.#waiting, id];
    void this.tellRepsApart();
  }

  /** Found once for each state of both splits: it takes some milliseconds where accounts are many. */
  #shapeOf(split: TerritorySplit, base: TerritorySplit | undefined): SplitShape {
    const { accounts } = this.#desk;
    const of = [base, accounts.map, accounts.territoryIds] as const;
    const kept = this.#shapes.get(split);
    if (kept && of.every((each, place) => each === kept.of[place])) return kept.shape;
    const shape = shapeOf(accounts, split, base);
    this.#shapes.set(split, { of, shape });
    return shape;
  }

  cancel(): void {
    this.#abort?.abort();
    this.#progress = undefined;
    this.#waiting = [];
  }

  /** Simulates every split as it stands now; those whose result holds are left. Then tells reps apart. */
  async simulate(): Promise<void> {
    await this.sampleSplits();
    await this.tellRepsApart();
  }

  /** The first half of it: what the plan as a whole comes to. */
  async sampleSplits(): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#problems = [];
    const { plan } = this.#desk.session;
    const wanted = this.#desk.splits.filter((split) => !this.resultOf(split) || this.isStale(split));
    const { trials } = plan.run;
    for (const [place, split] of wanted.entries()) {
      const under = planUnder(plan, split);
      const tell = (done: number) => {
        if (!abort.signal.aborted)
          this.#progress = { done: place * trials + done, of: wanted.length * trials };
      };
      tell(0);
      const sample = await this.#tools.runner.sample(under, {
        trials,
        signal: abort.signal,
        onProgress: tell,
      });
      if (abort.signal.aborted) return;
      if (!sample.ok) {
        this.#problems = sample.problems;
        break;
      }
      const outcome = splitOutcome(under, sample.value);
      if (!outcome) continue;
      this.#results = new Map([...this.#results, [split.id, { plan: under, outcome }]]);
    }
    this.#progress = undefined;
    this.#waiting = this.#desk.splits.flatMap((split) => {
      const result = this.resultOf(split);
      return result && !result.groups ? [split.id] : [];
    });
  }

  /**
   * Runs what tells reps apart, one split after another. Only one run can be under way, so they wait while the plan's own
   * forecast has one, and stop for it; called again when it is over.
   */
  async tellRepsApart(): Promise<void> {
    const { forecast } = this.#desk.session;
    if (this.#runningReps || forecast.running) return;
    this.#runningReps = true;
    const signal = this.#abort?.signal;
    for (let id = this.#waiting[0]; id !== undefined && !forecast.running; id = this.#waiting[0]) {
      const result = this.#results.get(id);
      if (!result) break;
      const { plan, outcome } = result;
      const trials = Math.min(REP_TRIALS, plan.run.trials);
      const run = await this.#tools.runner.run(
        { ...plan, run: { ...plan.run, trials } },
        { ...(signal && { signal }) },
      );
      if (signal?.aborted) break;
      const superseded = !run.ok && run.problems.some(({ code }) => code === 'aborted');
      if (superseded) break;
      this.#waiting = this.#waiting.filter((each) => each !== id);
      if (!run.ok) continue;
      const reps = repSpread(run.value, plan.seats, outcome.period);
      const groups = groupOutcomes(run.value, outcome.period);
      this.#results = new Map([...this.#results, [id, { plan, outcome, groups, ...(reps && { reps }) }]]);
    }
    this.#runningReps = false;
    // Asked again while it was on its way out.
    if (signal?.aborted && this.#abort?.signal !== signal) await this.tellRepsApart();
  }
}
