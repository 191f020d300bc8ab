import type { Plan } from '../../model/plan';
import { planRules } from '../../model/planRules';
import { succeed, type Result } from '../../model/problem';
import type { PlanSample } from '../../stats/planSample';
import type { GroupId } from './assumptionGroups';
import type { ExplainOptions } from './explainOptions';
import type { Measured } from './explanation';
import { mixPlans } from './mixPlans';
import { planTrials } from './planTrials';
import type { PeriodSpan } from './sharedPeriods';

/** What a difference is explained of, a figure a trial. */
export type Figures = Readonly<Partial<Record<Measured, Float64Array>>>;
/** The figures of one mix, of the place that the period has in the plan whose calendar it has. */
function figuresOf(mix: Plan, sample: PlanSample, fromB: boolean, options: ExplainOptions): Figures {
  const { period, trials } = options;
  const span: PeriodSpan | undefined = period.spans[fromB ? 1 : 0];
  if (!span) return {};
  const own = planTrials(mix, sample, period, span, trials);
  const { target } = own;
  return {
    ...(target !== undefined && { chance: own.bookings.map((booked) => (booked >= target ? 1 : 0)) }),
    bookings: own.bookings,
    ...(own.cost && { cost: own.cost }),
  };
}

/** Mixes of two plans, each simulated once, whatever the units it is asked for by. */
export class Mixes {
  readonly #figures = new Map<string, Figures>();
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
    const sample = await this.#options.sample(mix);
    if (!sample.ok) return sample;
    const ofB = mix === this.#b || groups.includes('calendar');
    this.#figures.set(keyOf(groups), figuresOf(mix, sample.value, ofB, this.#options));
    return succeed(true);
  }

  #mix(groups: readonly GroupId[]): Plan {
    return groups.length === this.#all ? this.#b : mixPlans(this.#a, this.#b, new Set(groups));
  }
}

const keyOf = (groups: readonly GroupId[]): string => groups.toSorted().join(' ');
