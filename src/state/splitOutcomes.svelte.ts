import type { TerritorySplit } from '../model/accountBook';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import type { SplitId } from '../model/units';
import { groupOutcomes, type GroupOutcomes } from '../decide/splits/groupOutcomes';
import { outcomeDifference, type OutcomeDifference } from '../decide/splits/outcomeDifference';
import { repSpread, type RepSpread } from '../decide/splits/repSpread';
import { splitOutcome, type SplitOutcome } from '../decide/splits/splitOutcome';
import { sameUnder, seatings, type Seating } from './planUnder';
import { PlansUnder } from './plansUnder';
import type { SplitDesk } from './splitDesk.svelte';
import { countWithin, type SplitFacts } from './splitFacts';
import { splitSeats } from './splitSeats';
import { SplitShapes } from './splitShapes';
import type { SplitTools } from './splitTools';

/** Of the runs that tell reps apart: their means need fewer than a chance does. */
export const REP_TRIALS = 2000;

export interface SplitResult {
  /** The plan that was simulated: the split applied, its seats put, without the accounts. */
  readonly plan: Plan;
  /** The plan on screen that this is of, and where its seats were put. */
  readonly of: Plan;
  readonly seating: Seating;
  readonly outcome: SplitOutcome;
  readonly reps?: RepSpread;
  /** By region and manager, of the run that told reps apart. */
  readonly groups?: GroupOutcomes;
}

/** What a result is kept under. */
type Key = `${Seating} ${SplitId}`;
const keyOf = (id: SplitId, seating: Seating): Key => `${seating} ${id}`;

/** What the plan comes to under each of its splits: each applied to a copy, its seats put, all lived by the same chance. */
export class SplitOutcomes {
  readonly #desk: SplitDesk;
  readonly #tools: SplitTools;
  #results = $state.raw<ReadonlyMap<Key, SplitResult>>(new Map());
  #progress = $state.raw<{ readonly done: number; readonly of: number }>();
  #problems = $state.raw<readonly Problem[]>([]);
  #waiting = $state.raw<readonly Key[]>([]);
  #base = $state.raw<SplitId>();
  #seating = $state<Seating>();
  readonly #shapes = new SplitShapes();
  readonly #plans = new PlansUnder();
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

  /** The ways to seat people under a split that there are. */
  get seatings(): readonly Seating[] {
    return this.#desk.book ? seatings(this.#desk.book) : ['stand'];
  }

  /** Where seats are while splits are judged: spread over each until it is chosen, for where they stand they fit one split alone. */
  get seating(): Seating {
    const { seatings: all } = this;
    return all.find((each) => each === this.#seating) ?? all[1] ?? 'stand';
  }

  /** What was simulated for another choice is kept beside. */
  set seating(seating: Seating) {
    this.#seating = seating;
  }

  /** Whether reps of that split are still to be told apart. */
  awaitsReps(id: SplitId): boolean {
    return this.#waiting.includes(keyOf(id, this.seating));
  }

  resultOf(split: TerritorySplit, seating = this.seating): SplitResult | undefined {
    return this.#results.get(keyOf(split.id, seating));
  }

  /** The copy of the plan that a split is judged by now. */
  under(split: TerritorySplit, seating = this.seating): Plan {
    return this.#plans.of(this.#desk.session.plan, split, seating);
  }

  /** Whether that result is still what the plan on screen comes to under that split. */
  holds(result: SplitResult, split: TerritorySplit): boolean {
    return sameUnder(result.plan, this.under(split, result.seating));
  }

  /** Whether that result is of an earlier state of the plan or of the split. */
  isStale(split: TerritorySplit): boolean {
    const result = this.resultOf(split);
    return result !== undefined && !this.holds(result, split);
  }

  /**
   * What a split comes to more than another, trial by trial; absent until both are known by equally many trials, and where they
   * are of different states of the plan.
   */
  difference(split: TerritorySplit, other: TerritorySplit): OutcomeDifference | undefined {
    const [one, two] = [this.resultOf(split), this.resultOf(other)];
    if (!one || !two || split.id === other.id) return undefined;
    const together = one.of === two.of || (this.holds(one, split) && this.holds(two, other));
    return together ? outcomeDifference(two.outcome, one.outcome) : undefined;
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
    const { accounts, session, splits } = this.#desk;
    return splits.map((split) => {
      const result = this.resultOf(split);
      const difference = base && this.difference(split, base);
      const shape = this.#shapes.of(accounts, split, base);
      return {
        ...shape,
        within: countWithin(shape.figures, tolerance),
        stale: this.isStale(split),
        seats: splitSeats(session.plan, split, this.under(split)),
        ...(result && { result }),
        ...(difference && { difference }),
      };
    });
  }

  /** Takes what is known of a split that has just come in. */
  adopt(id: SplitId, result: SplitResult): void {
    const key = keyOf(id, result.seating);
    this.#results = new Map([...this.#results, [key, result]]);
    this.#waiting = [...this.#waiting, key];
    void this.tellRepsApart();
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
  async sampleSplits(seating = this.seating): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    this.#problems = [];
    const { plan } = this.#desk.session;
    const wanted = this.#desk.splits.filter((split) => {
      const result = this.resultOf(split, seating);
      return !result || !this.holds(result, split);
    });
    // All of one state, whatever is edited meanwhile.
    const plans = wanted.map((split) => this.under(split, seating));
    const { trials } = plan.run;
    for (const [place, split] of wanted.entries()) {
      const under = plans[place] ?? plan;
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
      this.#results = new Map([
        ...this.#results,
        [keyOf(split.id, seating), { plan: under, of: plan, seating, outcome }],
      ]);
    }
    this.#progress = undefined;
    this.#waiting = this.#desk.splits.flatMap((split) => {
      const result = this.resultOf(split, seating);
      return result && !result.groups ? [keyOf(split.id, seating)] : [];
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
    for (let key = this.#waiting[0]; key !== undefined && !forecast.running; key = this.#waiting[0]) {
      const result = this.#results.get(key);
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
      this.#waiting = this.#waiting.filter((each) => each !== key);
      if (!run.ok) continue;
      const reps = repSpread(run.value, plan.seats, outcome.period);
      const groups = groupOutcomes(run.value, outcome.period);
      this.#results = new Map([...this.#results, [key, { ...result, groups, ...(reps && { reps }) }]]);
    }
    this.#runningReps = false;
    // Asked again while it was on its way out.
    if (signal?.aborted && this.#abort?.signal !== signal) await this.tellRepsApart();
  }
}
