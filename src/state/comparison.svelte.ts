import { comparePlans, type PlanComparison, type SampledPlan } from '../decide/compare/comparePlans';
import type { GroupId } from '../decide/compare/assumptionGroups';
import { differencesOf, type GroupDifferences } from '../decide/compare/differencesOf';
import { mixPlans } from '../decide/compare/mixPlans';
import { firstAsked, sharedPeriods, type SharedPeriod } from '../decide/compare/sharedPeriods';
import { whyNotCompared } from '../decide/compare/whyNotCompared';
import type { Plan } from '../model/plan';
import { succeed, type Problem, type Result } from '../model/problem';
import type { PlanId } from '../model/units';
import { ENGINE_VERSION } from '../sim/engineVersion';
import type { Runner } from '../runner/runner';
import type { Library, PlanVersion } from './library.svelte';
import { PickedPlans, type PickedPlan } from './pickedPlans.svelte';
import type { Slot } from './planPick';
import type { PlanPicks } from './planPicks.svelte';
import { PlanSamples, type Draws } from './planSamples';
import { WhyDifferent } from './whyDifferent.svelte';

/** Trials that are compared at the most: all plans' figures are held by trial. */
export const MOST_COMPARED = 100_000;

/** A comparison that was made, and of what. */
export interface Compared {
  readonly plans: readonly PickedPlan[];
  readonly periods: readonly SharedPeriod[];
  readonly draws: Draws;
  readonly engine: string;
  readonly result: PlanComparison;
}

/**
 * Two to four plans side by side: which they are, their samples under the first one's seed, and why the one looked at
 * differs from the first. The plan on screen is compared as it stands, unsaved edits and all. The older comparison stays
 * until the newer is there.
 */
export class Comparison {
  readonly why: WhyDifferent;
  #compared = $state.raw<Compared>();
  #problems = $state.raw<readonly Problem[]>([]);
  /** Trials done of all wanted. */
  #progress = $state.raw<number>();
  #stale = $state.raw(false);
  #lookedAt = $state.raw<Slot>();
  #periodId = $state.raw<SharedPeriod['id']>();
  #abort: AbortController | undefined;
  readonly #picks: PlanPicks;
  readonly #picked: PickedPlans;
  readonly #samples: PlanSamples;
  readonly #library: Library;
  readonly #onScreen: () => Plan | undefined;

  constructor(picks: PlanPicks, runner: Runner, library: Library, onScreen: () => Plan | undefined) {
    this.#picked = new PickedPlans(library, onScreen);
    this.#picks = picks;
    this.#samples = new PlanSamples(runner);
    this.#library = library;
    this.#onScreen = onScreen;
    this.why = new WhyDifferent(this.#samples);
  }

  /** The last comparison that was made. */
  get compared(): Compared | undefined {
    return this.#compared;
  }

  /** Whether that one is of other plans than are chosen now. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Share of the trials that are simulated, while that goes on. */
  get progress(): number | undefined {
    return this.#progress;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Index among the plans compared of the one that is held against the first. */
  get other(): number {
    const at = this.#compared?.plans.findIndex(({ slot }) => slot === this.#lookedAt) ?? -1;
    return at > 0 ? at : 1;
  }

  /** What the other plan assumes differently from the first. */
  readonly differences: readonly GroupDifferences[] = $derived.by(() => {
    const [first] = this.#compared?.plans ?? [];
    const other = this.#compared?.plans[this.other];
    return first && other ? differencesOf(first.plan, other.plan) : [];
  });

  /** Saved versions of a plan that is chosen, newest first; the first is the plan as it is now. */
  versionsOf(id: PlanId): readonly PlanVersion[] {
    return this.#picked.versionsOf(id);
  }

  /**
   * How the plan on screen takes over from the other of the two what that one assumes of a group, as an edit; undefined
   * where neither of them is the plan on screen as it is now.
   */
  takeOver(group: GroupId): { readonly from: PickedPlan; readonly edit: (plan: Plan) => Plan } | undefined {
    const [first, other] = [this.#compared?.plans[0], this.#compared?.plans[this.other]];
    if (!first || !other) return undefined;
    const onScreen = this.#onScreen();
    const from = other.plan === onScreen ? first : first.plan === onScreen ? other : undefined;
    return from && { from, edit: (plan) => mixPlans(plan, from.plan, new Set([group])) };
  }

  /** Holds that plan against the first. */
  lookAt(slot: Slot): void {
    this.#lookedAt = slot;
    this.#explain();
  }

  choosePeriod(id: SharedPeriod['id']): void {
    this.#periodId = id;
    void this.update();
  }

  /** Follows what is chosen, on screen and in the library: called whenever one of them changes while the comparison is shown. */
  follow(): void {
    const onScreen = this.#onScreen();
    const { cards } = this.#library;
    if (onScreen) this.#picks.suggest(onScreen.id, cards);
    void this.update();
  }

  /** Stops what goes on: nobody looks. */
  leave(): void {
    this.#abort?.abort();
    this.#progress = undefined;
    if (this.why.progress) this.why.clear();
  }

  /** Compares what is chosen, unless that is what is shown. Never rejects. */
  async update(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#progress = undefined;
    const plans = await this.#picked.find(this.#picks.list);
    if (abort.signal.aborted) return;
    if (plans.ok) await this.#compare(plans.value, abort.signal);
    else this.#fail(plans.problems);
  }

  #fail(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#compared = undefined;
    this.#stale = false;
    this.why.clear();
  }

  async #compare(plans: readonly PickedPlan[], signal: AbortSignal): Promise<void> {
    const [first] = plans;
    if (!first || plans.length < 2) return this.#fail([]);
    const all = plans.map(({ plan }) => plan);
    const refused = whyNotCompared(all);
    if (refused) return this.#fail([refused]);
    const periods = sharedPeriods(all.map(({ calendar }) => calendar));
    const period = periods.find(({ id }) => id === this.#periodId) ?? firstAsked(all, periods);
    const draws = {
      seed: first.plan.run.seed,
      trials: Math.min(MOST_COMPARED, ...all.map(({ run }) => run.trials)),
    };
    if (period && this.#isShown(plans, period)) return this.#explain();
    this.#stale = !this.#compared?.plans.every((each, index) => each.plan === all[index]);
    const samples = await this.#sample(all, draws, signal);
    if (signal.aborted || !period) return;
    this.#progress = undefined;
    if (!samples.ok) return this.#fail(samples.problems);
    const compared = comparePlans(samples.value, period);
    if (!compared.ok) return this.#fail(compared.problems);
    this.#problems = [];
    this.#stale = false;
    this.#compared = { plans, periods, draws, engine: ENGINE_VERSION, result: compared.value };
    this.#explain();
  }

  /** Whether the comparison that is shown is this one: the library tells of every save. */
  #isShown(plans: readonly PickedPlan[], period: SharedPeriod): boolean {
    const shown = this.#compared;
    return (
      shown !== undefined &&
      !this.#stale &&
      shown.result.period.id === period.id &&
      shown.plans.length === plans.length &&
      shown.plans.every(({ plan, slot }, index) => plan === plans[index]?.plan && slot === plans[index].slot)
    );
  }

  async #sample(plans: readonly Plan[], draws: Draws, signal: AbortSignal): Promise<Result<SampledPlan[]>> {
    const done = plans.map(() => 0);
    this.#progress = 0;
    const found = await Promise.all(
      plans.map((plan, index) =>
        this.#samples.of(plan, draws, {
          signal,
          onProgress: (trials) => {
            done[index] = trials;
            const all = done.reduce((sum, each) => sum + each, 0);
            if (!signal.aborted) this.#progress = all / (draws.trials * plans.length);
          },
        }),
      ),
    );
    const sampled: SampledPlan[] = [];
    for (const [index, sample] of found.entries()) {
      const plan = plans[index];
      if (!sample.ok) return sample;
      if (plan) sampled.push({ plan, sample: sample.value });
    }
    return succeed(sampled);
  }

  #explain(): void {
    const { plans = [], draws, result } = this.#compared ?? {};
    const [first, other] = [plans[0], plans[this.other]];
    const [span, otherSpan] = [result?.period.spans[0], result?.period.spans[this.other]];
    if (!first || !other || !draws || !result || !span || !otherSpan) return;
    const period = { ...result.period, spans: [span, otherSpan] };
    void this.why.ask({ first: first.plan, second: other.plan, period, draws });
  }
}
