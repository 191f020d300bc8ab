import type { DaysSpread, Levers, Market, PayPlan, Plan, Productivity, Role, RunSettings } from './plan';
import { segmentDefaults, type Segment } from './segmentDefaults';
import { days, money, roleId, share, type Money } from './units';

/** Levers that change nothing. */
export const neutralLevers: Levers = {
  productivity: 1,
  dealSize: 1,
  attrition: 1,
  ramp: 1,
  timeToFill: 1,
  startDelay: days(0),
  target: 1,
};

/** What a plan has besides people, roles and targets. */
export type PlanDesign = Pick<
  Plan,
  'budgets' | 'grossMargin' | 'coverage' | 'management' | 'quota' | 'events' | 'territories' | 'openPipeline'
>;

/**
 * A design that changes nothing: no budgets, territories, risks or open pipeline, quotas as stated, managers who are
 * not missed. The gross margin of 80 % is judgement (usual for software); contribution alone rests on it.
 */
export const neutralDesign: PlanDesign = {
  budgets: [],
  grossMargin: share(0.8),
  coverage: { curvature: 0, territoryShockSd: 0 },
  management: { vacantFactor: 1, overSpanFactor: 1, rampFactor: 1 },
  quota: {
    source: 'stated',
    allocation: 'capacity',
    overAssignment: { regions: 1, managers: 1, seats: 1 },
    rampRelief: false,
  },
  events: [],
  territories: [],
  openPipeline: { stages: [], opportunities: [] },
};

/** How a control for one figure looks: its span, its step and the value at which it changes nothing. */
export interface LeverRange {
  readonly label: string;
  /** One sentence on what moving it does. */
  readonly description: string;
  /** `multiplier` is shown as a percentage of the plan's own figure, `share` as a percentage, `days` as whole days. */
  readonly unit: 'multiplier' | 'days' | 'share';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly neutral: number;
}

const multiplier = (
  label: string,
  description: string,
  min: number,
  max: number,
  step: number,
): LeverRange => ({
  label,
  description,
  unit: 'multiplier',
  min,
  max,
  step,
  neutral: 1,
});

/** The span offered for each lever, inside what `parsePlan` allows (multipliers 0 to 5, days −365 to 730). */
export const leverRanges: Readonly<Record<keyof Levers, LeverRange>> = {
  productivity: multiplier(
    'Productivity',
    'Deals that everyone closes, against the roles’ figures.',
    0.5,
    1.5,
    0.01,
  ),
  dealSize: multiplier('Deal size', 'The size of every deal, against the roles’ figures.', 0.5, 1.5, 0.01),
  attrition: multiplier(
    'Attrition',
    'How readily people leave, against the roles’ annual rates.',
    0,
    3,
    0.05,
  ),
  ramp: multiplier('Ramp time', 'How long new people take to reach full productivity.', 0.5, 2, 0.05),
  timeToFill: multiplier('Time to fill', 'How long a seat stays vacant after someone leaves.', 0, 3, 0.05),
  startDelay: {
    label: 'Hiring delay',
    description: 'Days by which every planned hire starts later than planned.',
    unit: 'days',
    min: -90,
    max: 180,
    step: 1,
    neutral: 0,
  },
  target: multiplier('Target', 'Every target, against the plan’s own.', 0.5, 1.5, 0.01),
};

/** The span offered for the market's quarterly standard deviation (0 to 2 is allowed). */
export const marketSdRange: LeverRange = {
  label: 'Market swings',
  description: 'How far the market moves everyone’s bookings from one quarter to the next.',
  unit: 'share',
  min: 0,
  max: 0.5,
  step: 0.01,
  neutral: 0,
};

/** A market that moves by 8 % a quarter and half remembers the last one. Judgement: depends on what is sold. */
export const defaultMarket: Market = { sd: 0.08, persistence: 0.5 };

/** Ten thousand trials put the standard error of a probability at half a point or less. */
export const defaultRun: RunSettings = { seed: 1, trials: 10_000 };

/** Bookings evenly spread over the year. */
export const flatSeasonality: readonly number[] = Array.from({ length: 12 }, () => 1);

/** Relative standard error of a productivity that was stated, not measured. Judgement: rarely known to better than a tenth. */
export const defaultProductivityCv = 0.1;

/** The segment a role is taken to sell to where nothing says otherwise. */
export const defaultSegment: Segment = 'midMarket';

/** Rules of the pay plan that no segment differs in: paid on the year, half as much again above 100 %. Judgement. */
export const defaultPayTerms = {
  period: 'year',
  steps: [
    { from: 0, rate: 1 },
    { from: 1, rate: 1.5 },
  ],
  benefits: share(0.2),
  recruiting: money(15_000),
} as const satisfies Partial<PayPlan>;

/** From a person's leaving to the successor's start: days to fill the vacancy, then the notice the successor serves. */
export function defaultTimeToFill(segment: Segment): DaysSpread {
  const { daysToFill, startLag } = segmentDefaults[segment];
  return {
    p50: days(daysToFill.value.p50 + startLag.value),
    p90: days(daysToFill.value.p90 + startLag.value),
  };
}

/** How late a planned hire starts: a third of the notice in half the cases, all of it in one of ten. Judgement. */
export function defaultStartSlip(segment: Segment): DaysSpread {
  const lag = segmentDefaults[segment].startLag.value;
  return { p50: days(lag / 3), p90: lag };
}

/** Pay by the segment's ratio of quota to on-target earnings, in whole thousands, with the usual terms. */
export function defaultPay(annualQuota: Money, segment: Segment): PayPlan {
  const { quotaToEarnings, baseShare } = segmentDefaults[segment];
  const earnings = Math.round(annualQuota / quotaToEarnings.value / 1000) * 1000;
  const base = Math.round((earnings * baseShare.value) / 1000) * 1000;
  return { base: money(base), variable: money(earnings - base), ...defaultPayTerms };
}

/** Monthly bookings that the segment's usual quota stands for once its over-assignment is taken off. */
export function defaultProductivity(segment: Segment): Productivity {
  const { annualQuota, overAssignment } = segmentDefaults[segment];
  const perYear = annualQuota.value / (1 + overAssignment.value);
  return { perMonth: money(Math.round(perYear / 1200) * 100), cv: defaultProductivityCv };
}

/**
 * A role of that segment with its default figures and the given ones in their place. Pay follows the
 * quota unless it is given; productivity never does.
 */
export function makeRole(segment: Segment, overrides: Partial<Role> = {}): Role {
  const figures = segmentDefaults[segment];
  const annualQuota = overrides.annualQuota ?? figures.annualQuota.value;
  return {
    id: roleId(`role-${segment}`),
    name: `${figures.label} seller`,
    ramp: figures.ramp.value,
    annualAttrition: figures.annualAttrition.value,
    timeToFill: defaultTimeToFill(segment),
    startSlip: defaultStartSlip(segment),
    productivity: defaultProductivity(segment),
    dealSize: { kind: 'lognormal', mean: figures.dealSize.value.mean, cv: figures.dealSize.value.cv },
    skillCv: figures.skillCv.value,
    pay: defaultPay(annualQuota, segment),
    ...overrides,
    annualQuota,
  };
}
