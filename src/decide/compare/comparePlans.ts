import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import { makeProbability, summariseSample } from '../../stats/distribution';
import type { PlanSample } from '../../stats/planSample';
import type { Distribution, Mean, Probability } from '../../stats/summary';
import { comparePair, type PairOutcome } from './comparePair';
import { meanOf } from './meanOf';
import { planTrials, type PlanTrials } from './planTrials';
import { sharedPeriods, type SharedPeriod } from './sharedPeriods';
import { whyNotCompared } from './whyNotCompared';

/** A plan with its trials; those of several plans are paired where they were drawn by one seed. */
export interface SampledPlan {
  readonly plan: Plan;
  readonly sample: PlanSample;
}

/** What one plan comes to in the period. */
export interface PlanOutcome {
  readonly target?: number;
  /** Of making the target. */
  readonly chance?: Probability;
  readonly bookings: Distribution;
  readonly cost?: Distribution;
  readonly contribution?: Distribution;
  /** People at the period's end. */
  readonly headcount: Distribution;
  /** Share of the trials in which this plan books most of all; plans that tie share the trial. */
  readonly most: number;
}

export interface PlanComparison {
  readonly trials: number;
  readonly currency: string;
  readonly period: SharedPeriod;
  readonly plans: readonly PlanOutcome[];
  /** Every plan but the first, against the first. */
  readonly pairs: readonly PairOutcome[];
  /** Mean of the people at the end of each shared quarter, by plan. */
  readonly headcounts: readonly { readonly quarter: SharedPeriod; readonly plans: readonly Mean[] }[];
}

function outcomeOf(own: PlanTrials, most: number): PlanOutcome {
  const { target, bookings, cost, contribution, headcount, trials } = own;
  const spread = (values: Float64Array) => summariseSample(values.slice());
  const made = (goal: number) => bookings.reduce((count, booked) => (booked >= goal ? count + 1 : count), 0);
  return {
    ...(target !== undefined && { target, chance: makeProbability(made(target), trials) }),
    bookings: spread(bookings),
    ...(cost && { cost: spread(cost) }),
    ...(contribution && { contribution: spread(contribution) }),
    headcount: spread(headcount),
    most,
  };
}

/** Share of trials in which each plan books most; plans that tie share the trial. Linear. */
function sharesOfMost(plans: readonly PlanTrials[], trials: number): number[] {
  const wins = plans.map(() => 0);
  for (let trial = 0; trial < trials; trial++) {
    const booked = plans.map(({ bookings }) => bookings[trial] ?? 0);
    const best = Math.max(...booked);
    const winners = booked.filter((each) => each === best).length;
    booked.forEach((each, index) => {
      if (each === best) wins[index] = (wins[index] ?? 0) + 1 / winners;
    });
  }
  return wins.map((count) => (trials > 0 ? count / trials : 0));
}

/**
 * Plans side by side in a period that they share (see `sharedPeriods`), and each against the first. Samples must be of one
 * seed, so that trials are paired; of different lengths, the trials that all have are compared. Plans of different
 * currencies, or without a month in common, are refused. Cost n log n in the trials, linear in the plans.
 */
export function comparePlans(sampled: readonly SampledPlan[], period: SharedPeriod): Result<PlanComparison> {
  const plans = sampled.map(({ plan }) => plan);
  const [first] = plans;
  if (!first)
    return fail([{ code: 'no-plans', path: '', message: 'Plans compared must be two at least, got none.' }]);
  const refused = whyNotCompared(plans);
  if (refused) return fail([refused]);
  const trials = Math.min(...sampled.map(({ sample }) => sample.trials));
  const read = (of: SharedPeriod) =>
    sampled.flatMap(({ plan, sample }, index) => {
      const span = of.spans[index];
      return span ? [planTrials(plan, sample, of, span, trials)] : [];
    });
  const own = read(period);
  const [base] = own;
  const most = sharesOfMost(own, trials);
  const quarters = sharedPeriods(plans.map(({ calendar }) => calendar)).filter(
    ({ kind }) => kind === 'quarter',
  );
  return succeed({
    trials,
    currency: first.currency,
    period,
    plans: own.map((each, index) => outcomeOf(each, most[index] ?? 0)),
    pairs: base ? own.slice(1).map((each) => comparePair(base, each)) : [],
    headcounts: quarters.map((quarter) => ({
      quarter,
      plans: read(quarter).map(({ headcount }) => meanOf(headcount)),
    })),
  });
}
