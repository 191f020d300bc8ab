import type { Plan } from '../../model/plan';
import { planRules } from '../../model/planRules';
import { fail, succeed, type Result } from '../../model/problem';
import type { GroupId } from './assumptionGroups';
import type { ExplainOptions } from './explainOptions';
import type { Measured } from './explanation';
import { mixPlans } from './mixPlans';
import { planTrials, type PlanTrials } from './planTrials';
import { sharedTarget, type SharedPeriod } from './sharedPeriods';

/** What a difference is explained of, a figure a trial. */
export type Figures = Readonly<Partial<Record<Measured, Float64Array>>>;
type Simulated = Pick<PlanTrials, 'bookings' | 'cost'>;

/** The figures of a mix with its own target. */
function figuresOf(mix: Plan, { bookings, cost }: Simulated, period: SharedPeriod): Figures {
  const target = sharedTarget(mix, period);
  return {
    ...(target !== undefined && { chance: bookings.map((booked) => (booked >= target ? 1 : 0)) }),
    bookings,
    ...(cost && { cost }),
  };
}

/** Mixes of two plans, each simulated once, whatever the units it is asked for by. */
export class Mixes {
  readonly #figures = new Map<string, Figures>();
  readonly #simulated = new Map<string, Promise<Result<Simulated>>>();
  readonly #a: Plan;
  readonly #b: Plan;
  readonly #all: number;
  readonly #options: ExplainOptions;

  constructor(a: Plan, b: Plan, all: number, options: ExplainOptions) {
    this.#a = a;
    this.#b = b;
    this.#all = all;
    this.#options = options;
  }

  get size(): number {
    return this.#figures.size;
  }

  known(groups: readonly GroupId[]): Figures | undefined {
    return this.#figures.get(keyOf(groups));
  }

  /** Whether that mix is a valid plan; the two plans themselves are. */
  isPlan(groups: readonly GroupId[]): boolean {
    return groups.length === 0 || groups.length === this.#all || planRules(this.#mix(groups)).length === 0;
  }

  /** Simulates one mix; `false` where it is no valid plan. */
  async simulate(groups: readonly GroupId[]): Promise<Result<boolean>> {
    if (this.known(groups)) return succeed(true);
    if (!this.isPlan(groups)) return succeed(false);
    const mix = this.#mix(groups);
    // Unless quotas are handed down from it, a target is only what bookings are held against.
    const moved = mix.quota.source === 'stated' ? groups.filter((group) => group !== 'targets') : groups;
    const key = keyOf(moved);
    const known = this.#simulated.get(key) ?? this.#simulate(mix, groups);
    this.#simulated.set(key, known);
    const simulated = await known;
    if (!simulated.ok) return simulated;
    this.#figures.set(keyOf(groups), figuresOf(mix, simulated.value, this.#options.period));
    return succeed(true);
  }

  async #simulate(mix: Plan, groups: readonly GroupId[]): Promise<Result<Simulated>> {
    const { period, trials, sample } = this.#options;
    const span = period.spans[mix === this.#b || groups.includes('calendar') ? 1 : 0];
    if (!span) return fail([{ code: 'no-period', path: '', message: 'The period must be in both plans.' }]);
    const sampled = await sample(mix);
    return sampled.ok ? succeed(planTrials(mix, sampled.value, period, span, trials)) : sampled;
  }

  #mix(groups: readonly GroupId[]): Plan {
    return groups.length === this.#all ? this.#b : mixPlans(this.#a, this.#b, new Set(groups));
  }
}

const keyOf = (groups: readonly GroupId[]): string => groups.toSorted().join(' ');
