import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { days, isoDate, money, periodId, seatId, share } from '../../src/model/units';
import { readSeat } from '../../src/stats/readSeat';
import { summarise } from '../../src/stats/summarise';
import { sharedFile } from '../support/shared';
import { momentsOf, shareOf } from '../support/statistics';
import { bookingsOf, simulate } from './support/simulate';
import { makeTestPlan, quietRole, type TestPlan } from './support/testPlan';

const path = sharedFile('reference/closed_forms.json');

/** Every law below holds within four standard errors of the run, whose seed is 20270101 and whose trials it states. */
const TOLERANCE = 4;

interface Block {
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, number>>;
}

/** Blocks of the reference that no figure of this engine depends on, and why, or where they are met. */
const notCovered: Readonly<Record<string, string>> = {
  win_rate_intervals: 'an interval of an input, not of a run: tests/calibrate/winRateIntervals.test.ts',
  k_of_n_with_common_shock_one_factor:
    'the market multiplies intensities by a lognormal, it does not shift a normal score: see team_hit_probability_common_shock',
  machine_repair_vacancies_with_recruiters: 'time to fill does not wait for recruiters here',
  erlang: 'nobody queues here',
  kaplan_meier_freireich_6MP: 'an estimate from history, not a run: tests/calibrate/kaplanMeier.test.ts',
  kaplan_meier_left_truncated_roster:
    'an estimate from history, not a run: tests/calibrate/kaplanMeier.test.ts',
  time_to_fill_hypoexponential: 'time to fill is lognormal or fixed here',
  haversine_km: 'geography comes with the territory room',
  territory_balance: 'geography comes with the territory room',
  pert_triangular: 'spreads are stated by two percentiles here',
};

const blocks: Readonly<Record<string, Block>> = path
  ? (JSON.parse(readFileSync(path, 'utf8')) as { values: Record<string, Block> }).values
  : {};
const covered = new Set<string>();

/** One block's figures; `value` names the one that is met, and `law` registers the block as covered. */
function law(name: string, check: (value: (key: string) => number) => void): void {
  covered.add(name);
  it(name, { timeout: 30_000 }, () => {
    check((key) => {
      const figure = blocks[name]?.values[key];
      if (figure === undefined) throw new Error(`${name} must have the value ${key}`);
      return figure;
    });
  });
}

function expectWithin(seen: number, exact: number, error: number, what: string): void {
  expect(error, `${what}: standard error`).toBeGreaterThan(0);
  expect(Math.abs(seen - exact) / error, `${what}: ${seen} for ${exact}, in standard errors`).toBeLessThan(
    TOLERANCE,
  );
}

function expectShare(
  sample: ArrayLike<number>,
  holds: (value: number) => boolean,
  exact: number,
  what: string,
): void {
  const { value } = shareOf(sample, holds);
  expectWithin(value, exact, Math.sqrt((exact * (1 - exact)) / sample.length), what);
}

const lognormal = { kind: 'lognormal', mean: money(50_000), cv: 1.2 } as const;
const gamma = { kind: 'gamma', mean: money(50_000), cv: 1.2 } as const;
const perMonth = (amount: number) => ({ perMonth: money(amount), cv: 0 });
const logSd = (sd: number) => Math.sqrt(Math.log(1 + sd * sd));
const attrition = (force: number) => share(1 - Math.exp(-12 * force));
const fixedMonths = (months: number) => ({ p50: days(months * 30.4375), p90: days(months * 30.4375) });

/**
 * Sizes of single deals of a run: those of months that closed one deal. A twin plan whose deals are all of size one
 * counts them: it takes the same words for the same numbers. 60 months × 20,000 trials, 441,000 deals.
 */
function singleDeals(
  dealSize: typeof lognormal | { kind: 'lognormal'; mean: ReturnType<typeof money>; cv: number },
) {
  const months = 60;
  const sizes = simulate(
    makeTestPlan({ months, role: { dealSize, productivity: perMonth(dealSize.mean) } }),
    20_000,
  );
  const counts = simulate(makeTestPlan({ months }), 20_000);
  return sizes.bookings.filter((_, cell) => counts.bookings[cell] === 1);
}

function yearOf(given: TestPlan, trials: number, plan: Partial<Plan> = {}) {
  const made = { ...makeTestPlan(given), ...plan };
  const totals = simulate(made, trials);
  return { made, totals, bookings: bookingsOf(totals) };
}

const summaryOf = ({ made, totals }: ReturnType<typeof yearOf>) => summarise(made, totals);

describe.skipIf(!path)('the closed forms of the shared reference are met by runs of plans:', () => {
  law('lognormal_moments', (value) => {
    const mean = Math.exp(10.5);
    const deals = singleDeals({ kind: 'lognormal', mean: money(mean), cv: Math.sqrt(Math.E - 1) });
    const seen = momentsOf(deals);
    // errors by the exact moments E X^k = e^(10k + k²/2): the sample's own understate tails this long
    const raw = (k: number) => Math.exp((k * k - k) / 2);
    const central4 = raw(4) - 4 * raw(3) + 6 * raw(2) - 3;
    const variance = raw(2) - 1;
    const sdError = (mean * Math.sqrt((central4 - variance ** 2) / seen.n)) / (2 * Math.sqrt(variance));
    expectWithin(seen.mean, value('mean'), value('sd') / Math.sqrt(seen.n), 'mean');
    expectWithin(seen.sd, value('sd'), sdError, 'sd');
    expectWithin(seen.sd / seen.mean, value('cv'), sdError / mean, 'cv');
    expectWithin(seen.skewness, value('skewness'), Math.sqrt(raw(6) / seen.n) / variance ** 1.5, 'skewness');
    expectShare(deals, (deal) => deal <= value('median'), 0.5, 'median');
    expectShare(deals, (deal) => deal <= value('p10'), 0.1, 'p10');
    expectShare(deals, (deal) => deal <= value('p90'), 0.9, 'p90');
    expectShare(deals, (deal) => deal <= value('p99'), 0.99, 'p99');
    const limited = momentsOf(deals.map((deal) => Math.min(deal, 50_000)));
    expectWithin(limited.mean, value('E_min_X_50000'), limited.meanError, 'limited expected value');
  });

  law('lognormal_from_mean_cv', (value) => {
    const deals = singleDeals(lognormal);
    const seen = momentsOf(deals.map(Math.log));
    expectWithin(seen.mean, value('mu'), seen.meanError, 'mu');
    expectWithin(seen.sd, value('sigma'), seen.sdError, 'sigma');
    expectShare(deals, (deal) => deal <= value('median'), 0.5, 'median');
  });

  // 60 months × 20,000 trials: 1,200,000 sums of twelve deals on average
  const twelve = (dealSize: typeof lognormal | typeof gamma) =>
    simulate(makeTestPlan({ months: 60, role: { dealSize, productivity: perMonth(600_000) } }), 20_000)
      .bookings;

  law('compound_poisson_lognormal_moments', (value) => {
    const sums = twelve(lognormal);
    const seen = momentsOf(sums);
    expectWithin(seen.mean, value('mean'), seen.meanError, 'mean');
    expectWithin(seen.variance, value('var'), seen.varianceError, 'variance');
    expectWithin(seen.sd, value('sd'), seen.sdError, 'sd');
    expectWithin(seen.sd / seen.mean, value('cv'), seen.sdError / seen.mean, 'cv');
    // the error of a skewness by the exact cumulants: the largest deals make it, and a sample has few of them
    const cumulant = (k: number) => 12 ** (1 - k / 2) * 2.44 ** ((k * (k - 1)) / 2 - k / 2);
    const [third, fourth, fifth, sixth] = [3, 4, 5, 6].map(cumulant) as [number, number, number, number];
    const m6 = sixth + 15 * fourth + 10 * third ** 2 + 15;
    const m5 = fifth + 10 * third;
    const influence = m6 + 9 + third ** 2 * (11 + 2.25 * (2 + fourth)) - 6 * (3 + fourth) - 3 * third * m5;
    expectWithin(seen.skewness, value('skewness'), Math.sqrt(influence / seen.n), 'skewness');
    expectShare(sums, (sum) => sum === 0, value('p_zero'), 'P(S = 0)');
  });

  law('compound_poisson_lognormal_cdf', (value) => {
    const sums = twelve(lognormal);
    for (const limit of [300, 400, 500, 600, 700, 800, 1000].map((thousands) => thousands * 1000))
      expectShare(sums, (sum) => sum <= limit, value(`P(S<=${limit})`), `P(S ≤ ${limit})`);
    expectShare(sums, (sum) => sum >= 600_000, value('P(attain 600000)'), 'attainment');
  });

  law('compound_poisson_gamma_cdf', (value) => {
    const sums = twelve(gamma);
    for (const limit of [300, 400, 500, 600, 700, 800, 1000].map((thousands) => thousands * 1000))
      expectShare(sums, (sum) => sum <= limit, value(`P(S<=${limit})`), `P(S ≤ ${limit})`);
    // a year of a deal a month against a quota: the summary's share at quota, 100,000 trials
    for (const [quota, key] of [
      [600_000, 'p_attain_600k'],
      [480_000, 'p_attain_480k_80pct'],
      [720_000, 'p_attain_720k_120pct'],
    ] as const) {
      const role = { dealSize: gamma, productivity: perMonth(50_000), annualQuota: money(quota) };
      const { levels } = summaryOf(yearOf({ role }, 100_000));
      const atQuota = readSeat(levels, seatId('seat-0'), periodId('FY2027'))?.attainment?.atQuota;
      expectWithin(atQuota?.value ?? NaN, value(key), atQuota?.standardError ?? NaN, key);
    }
  });

  law('expected_attainment_capped_and_shortfall', (value) => {
    // variable pay of a quota's worth, capped at 100 %, is min(bookings, quota): 100,000 trials
    const quota = 600_000;
    const pay = { ...quietRole.pay, variable: money(quota), cap: 1 };
    const role = { dealSize: gamma, productivity: perMonth(50_000), annualQuota: money(quota), pay };
    const { totals, bookings } = yearOf({ role }, 100_000);
    const paid = momentsOf(totals.cost);
    expectWithin(paid.mean, value('E_min'), paid.meanError, 'E min(S, Q)');
    expectWithin(quota - paid.mean, value('expected_shortfall'), paid.meanError, 'shortfall');
    const over = momentsOf(bookings.map((sum, trial) => sum - (totals.cost[trial] ?? 0)));
    expectWithin(over.mean, value('expected_overachievement'), over.meanError, 'overachievement');
  });

  law('gamma_mixed_poisson', (value) => {
    // one month of twelve deals on average, known to a relative error of 1/√5: 200,000 trials
    const uncertain = (amount: number) => ({ perMonth: money(12 * amount), cv: Math.sqrt(1 / 5) });
    const plan = { parameterUncertainty: true };
    const { bookings: counts } = yearOf({ months: 1, role: { productivity: uncertain(1) }, plan }, 200_000);
    const seen = momentsOf(counts);
    expectWithin(seen.mean, 12, seen.meanError, 'mean');
    expectWithin(seen.variance, value('var'), seen.varianceError, 'variance');
    expectWithin(seen.variance / seen.mean, value('vmr'), seen.varianceError / seen.mean, 'variance to mean');
    expectShare(counts, (count) => count === 0, value('p0'), 'P(0)');
    expectShare(counts, (count) => count <= 5, value('p_le_5'), 'P(≤ 5)');
    expectShare(counts, (count) => count >= 20, value('p_ge_20'), 'P(≥ 20)');
    const role = { dealSize: lognormal, productivity: uncertain(50_000) };
    const compound = momentsOf(yearOf({ months: 1, role, plan }, 200_000).bookings);
    expectWithin(compound.sd, value('compound_sd'), compound.sdError, 'compound sd');
  });

  law('gamma_poisson_posterior', (value) => {
    // an incumbent of record: 8 + 84 deals in .19 + 2 quarters; two quarters, 200,000 trials
    const history = {
      dealsPerMonth: { shape: 92, rate: 2.19 * 3 },
      dealSize: { kind: 'empirical', amounts: [money(1)], counts: [1] },
    } as const;
    const { totals } = yearOf(
      {
        months: 6,
        seat: () => ({ occupant: { kind: 'incumbent', hired: isoDate('2020-01-01'), history } }),
        plan: { parameterUncertainty: true },
      },
      200_000,
    );
    const first = bookingsOf(totals, 0, 3);
    const second = bookingsOf(totals, 3, 6);
    const seen = momentsOf(first);
    expectWithin(seen.mean, value('post_mean'), seen.meanError, 'posterior mean');
    expectWithin(seen.variance, value('pred_var'), seen.varianceError, 'predictive variance');
    // two quarters share nothing but the rate: their covariance is its variance
    const products = momentsOf(first.map((count, i) => (count - 42) * ((second[i] ?? 0) - 42)));
    const sd = Math.sqrt(products.mean - (seen.mean - 42) * (momentsOf(second).mean - 42));
    expectWithin(sd, value('post_sd'), products.meanError / (2 * sd), 'posterior sd');
    expectShare(first, (count) => count >= 45, value('pred_P_ge_45'), 'P(≥ 45)');
    for (const [key, p] of [
      ['pred_p05', 0.05],
      ['pred_p95', 0.95],
    ] as const) {
      expect(shareOf(first, (count) => count <= value(key)).value).toBeGreaterThanOrEqual(p);
      expect(shareOf(first, (count) => count < value(key)).value).toBeLessThan(p);
    }
  });

  // twenty seats of which a person stays 24 months on average, and three pass until the next one starts; after two
  // years nothing is left of the start (the slowest term of the renewal equation decays by e^−1.2 a month)
  const steady: TestPlan = {
    months: 60,
    seats: 20,
    role: { annualAttrition: attrition(1 / 24), timeToFill: fixedMonths(3), productivity: perMonth(0) },
  };

  law('seat_occupancy_exponential', (value) => {
    // the long run depends on the two means alone; A(t) is for an exponential vacancy, which no plan can state (its
    // counterpart for a fixed one is a law of expectOutcome). 10,000 trials
    const { totals } = yearOf(steady, 10_000);
    const filled = totals.headcount.filter((_, cell) => cell % 60 === 59);
    const seen = momentsOf(filled);
    expectWithin(seen.mean, value('filled_of_20_mean'), seen.meanError, 'filled of 20');
    expectWithin(seen.sd, value('filled_of_20_sd'), seen.sdError, 'sd of filled of 20');
    expectWithin(seen.mean / 20, value('long_run'), seen.meanError / 20, 'long run');
    // leavers of the last 36 months: those of 60 less those of the same trials' first 24
    const early = simulate(makeTestPlan({ ...steady, months: 24 }), 10_000);
    const leavers = Float64Array.from(totals.leavers, (count, trial) => count - (early.leavers[trial] ?? 0));
    const rate = momentsOf(leavers.map((count) => count / 20 / 3));
    expectWithin(rate.mean, value('departures_per_seat_year'), rate.meanError, 'departures');
  });

  /** Weibull tenure of shape 1.5 and scale 26 months as a curve of a quarter of a month: exact at its points. */
  const weibullStaying = (months: number) => Math.exp(-((months / 26) ** 1.5));
  const weibullRole = {
    attritionByTenure: {
      kind: 'curve',
      points: Array.from({ length: 400 }, (_, index) => ({
        month: (index + 1) / 4,
        staying: share(weibullStaying((index + 1) / 4)),
      })),
    },
    productivity: perMonth(0),
  } as const;
  const hiredAtStart = { occupant: { kind: 'planned', start: isoDate('2027-01-01') } } as const;
  /** Mean headcount a seat at a month's end, of that many seats, with its error. */
  const filledAt = (headcount: ArrayLike<number>, months: number, end: number, seats: number) =>
    momentsOf(
      Float64Array.from(
        { length: headcount.length / months },
        (_, trial) => (headcount[trial * months + end - 1] ?? 0) / seats,
      ),
    );

  law('seat_occupancy_weibull_fixed_vacancy', (value) => {
    // 20 seats of a new hire each, 10,000 trials
    const plan = {
      seats: 20,
      role: { ...weibullRole, timeToFill: fixedMonths(3) },
      seat: () => hiredAtStart,
    };
    const { totals } = yearOf({ ...plan, months: 60 }, 10_000);
    for (const months of [6, 12, 24, 36]) {
      const seen = filledAt(totals.headcount, 60, months, 20);
      expectWithin(seen.mean, value(`A${months}`), seen.meanError, `A(${months})`);
    }
    // after four years nothing is left of the start
    const late = filledAt(totals.headcount, 60, 60, 20);
    expectWithin(late.mean, value('long_run'), late.meanError, 'long run');
    const first = momentsOf(yearOf({ ...plan, months: 12 }, 10_000).totals.leavers);
    expectWithin(first.mean / 20, value('departures_first_12'), first.meanError / 20, 'departures of a year');
    const { totals: upTo48 } = yearOf({ ...plan, months: 48 }, 10_000);
    const rate = momentsOf(
      Float64Array.from(totals.leavers, (count, trial) => (count - (upTo48.leavers[trial] ?? 0)) / 20 / 12),
    );
    const tenure = 1 / rate.mean - 3;
    expectWithin(
      tenure,
      value('E_tenure'),
      rate.meanError / rate.mean ** 2,
      'mean tenure by the rate of leaving',
    );
    const alone = yearOf({ ...plan, months: 12, seat: () => ({ ...hiredAtStart, backfill: false }) }, 10_000);
    const staying = filledAt(alone.totals.headcount, 12, 12, 20);
    expectWithin(staying.mean, value('survival_12'), staying.meanError, 'survival at 12');
  });

  law('weibull_tenure', (value) => {
    // 20 people each of no tenure and of twelve months, never replaced; 10,000 trials
    const people = (seat: NonNullable<TestPlan['seat']>, months: number, role = {}) =>
      yearOf(
        {
          seats: 20,
          months,
          role: { ...weibullRole, ...role },
          seat: (index) => ({ backfill: false, ...seat(index) }),
        },
        10_000,
      ).totals;
    const lasting = ({ rampedEquivalents }: ReturnType<typeof people>) =>
      momentsOf(
        Float64Array.from({ length: 10_000 }, (_, trial) =>
          rampedEquivalents.subarray(60 * trial, 60 * trial + 60).reduce((sum, each) => sum + each / 20, 0),
        ),
      );
    // beyond the horizon by the formula: ∫ S from 60 or 72 months on
    const beyond = (from: number) => {
      let sum = 0;
      for (let month = from; month < 400; month += 0.01) sum += 0.01 * weibullStaying(month + 0.005);
      return sum;
    };
    const fresh = lasting(people(() => hiredAtStart, 60));
    expectWithin(fresh.mean + beyond(60), value('mean'), fresh.meanError, 'mean');
    const served = () => ({ occupant: { kind: 'incumbent', hired: isoDate('2026-01-01') } }) as const;
    const old = lasting(people(served, 60));
    expectWithin(
      old.mean + beyond(72) / weibullStaying(12),
      value('mean_residual_12'),
      old.meanError,
      'mean residual life at 12',
    );
    const second = filledAt(people(served, 12).headcount, 12, 12, 20);
    expectWithin(1 - second.mean, value('P_leave_in_year2_given_12'), second.meanError, 'leaving in year 2');
    // started so late that the 21st month ends at the median
    const slip = (21 - value('median')) * 30.4375;
    const half = filledAt(
      people(() => hiredAtStart, 21, { startSlip: { p50: days(slip), p90: days(slip) } }).headcount,
      21,
      21,
      20,
    );
    expectWithin(half.mean, 0.5, half.meanError, 'staying at the median');
    // the month around twelve of tenure: −ln of the share staying is the hazard in its middle, to 1e-4 of it
    const middle = () => ({ occupant: { kind: 'incumbent', hired: isoDate('2026-01-16') } }) as const;
    const month = filledAt(people(middle, 1).headcount, 1, 1, 20);
    const from = 11 + 16 / 31;
    const exact = ((from + 1) / 26) ** 1.5 - (from / 26) ** 1.5;
    expectWithin(-Math.log(month.mean), exact, month.meanError / month.mean, 'hazard of the month');
    expect(Math.abs(exact / value('hazard_12') - 1)).toBeLessThan(2e-3);
  });

  law('pipeline_littles_law', (value) => {
    // a seat that opens 40 a month, wins all of them and is closed: what closes afterwards was open. 20,000 trials
    const sigma = Math.sqrt(2 * Math.log(48.4853971092237 / 40));
    const role = {
      productivity: perMonth(40),
      pipeline: {
        winRate: share(1),
        cycle: { p50: days(40), p90: days(40 * Math.exp(1.2815515655446004 * sigma)) },
        leaverKept: share(1),
        opening: 'steady',
      },
    } as const;
    const { totals } = yearOf({ months: 36, role, seat: () => ({ closes: isoDate('2027-03-01') }) }, 20_000);
    const open = momentsOf(bookingsOf(totals, 2));
    expectWithin(open.mean, value('open_opps'), open.meanError, 'open opportunities');
    expectWithin(open.sd, value('sd'), open.sdError, 'their sd');
  });

  law('ramp_weighted_capacity_steady_state', (value) => {
    // a step a month that yields over the month what the straight line does of those who stay. 10,000 trials
    const stay = (a: number) => -24 * Math.exp(-a / 24);
    const line = (a: number) => (-24 * a - 576) * Math.exp(-a / 24);
    const ramp = Array.from({ length: 6 }, (_, m) =>
      share((line(m + 1) - line(m)) / 6 / (stay(m + 1) - stay(m))),
    );
    const { totals } = yearOf({ ...steady, role: { ...steady.role, ramp } }, 10_000);
    const productive = Float64Array.from({ length: 10_000 }, (_, trial) => {
      let sum = 0;
      for (let month = 24; month < 60; month++) sum += totals.rampedEquivalents[trial * 60 + month] ?? 0;
      return sum / 36 / 20;
    });
    const seen = momentsOf(productive);
    const filled = 24 / 27;
    expectWithin(seen.mean, value('productive_fraction'), seen.meanError, 'productive fraction');
    expectWithin(seen.mean / filled, value('of_filled'), seen.meanError / filled, 'of the filled time');
    const lost = (filled - seen.mean) * 27;
    expectWithin(lost, value('ramp_months_lost_per_hire'), seen.meanError * 27, 'months lost a hire');
  });

  law('hire_cohort_first_year_capacity', (value) => {
    // mid-month survival is 3e-5 from the mean over the month, far within the error of 200,000 trials
    const cohort = (start: string, annualAttrition: number, months = 12) => {
      const role = { ramp: [0, 0, 0.25, 0.5, 0.75, 1].map(share), annualAttrition: share(annualAttrition) };
      const seat = () => ({ occupant: { kind: 'planned', start: isoDate(start) } as const, backfill: false });
      const { rampedEquivalents } = simulate(
        makeTestPlan({ months, role: { ...role, productivity: perMonth(0) }, seat }),
        annualAttrition > 0 ? 200_000 : 64,
      );
      return momentsOf(
        Float64Array.from({ length: rampedEquivalents.length / months }, (_, trial) =>
          rampedEquivalents
            .subarray(trial * months, (trial + 1) * months)
            .reduce((sum, each) => sum + each, 0),
        ),
      );
    };
    const leaving = 1 - (1 - 0.025) ** 12;
    const year = cohort('2027-01-01', leaving);
    expectWithin(year.mean, value('capacity_months'), year.meanError, 'capacity');
    const late = cohort('2027-04-01', leaving);
    expectWithin(late.mean, value('hire_in_month_4_of_year'), late.meanError, 'hired in month 4');
    expect(cohort('2027-01-01', 0).mean).toBe(value('no_attrition'));
  });

  /** Seats at a quota of one deal by trial, paid 1 each: 100,000 trials. A seat is there with the chance 1 − e^−deals. */
  const seatsAtQuota = (chances: readonly number[]) =>
    yearOf(
      {
        seats: chances.length,
        role: {
          productivity: perMonth(1 / 12),
          annualQuota: money(1),
          pay: { ...quietRole.pay, variable: money(1), cap: 1 },
        },
        seat: (index) => ({ potential: -Math.log(1 - (chances[index] ?? 0)) }),
      },
      100_000,
    ).totals.cost;

  law('binomial_k_of_n', (value) => {
    const atQuota = seatsAtQuota(Array<number>(12).fill(0.55));
    for (const k of [6, 8, 10, 12])
      expectShare(atQuota, (count) => count >= k - 1e-9, value(`P(K>=${k})`), `P(K ≥ ${k})`);
    const seen = momentsOf(atQuota);
    expectWithin(seen.mean, value('mean'), seen.meanError, 'mean');
    expectWithin(seen.sd, value('sd'), seen.sdError, 'sd');
  });

  law('poisson_binomial_k_of_n', (value) => {
    const atQuota = seatsAtQuota([0.9, 0.8, 0.75, 0.6, 0.55, 0.5, 0.35, 0.2]);
    for (let k = 0; k <= 8; k++)
      expectShare(atQuota, (count) => Math.round(count) === k, value(`P(K=${k})`), `P(K = ${k})`);
    expectShare(atQuota, (count) => count >= 5 - 1e-9, value('P(K>=5)'), 'P(K ≥ 5)');
    const seen = momentsOf(atQuota);
    expectWithin(seen.mean, value('mean'), seen.meanError, 'mean');
    expectWithin(seen.variance, value('var'), seen.varianceError, 'variance');
  });

  /** A quarter of twelve deals a seat on average, under a market of that standard deviation. */
  const quarter = (seats: number, sd: number, dealSize: typeof lognormal | typeof gamma) =>
    yearOf(
      {
        months: 3,
        seats,
        market: { sd: logSd(sd), persistence: 0 },
        role: { dealSize, productivity: perMonth(200_000) },
      },
      40_000,
    );

  law('team_variance_common_rate_shock', (value) => {
    const team = momentsOf(quarter(20, 0.15, lognormal).bookings);
    const alone = momentsOf(quarter(1, 0.15, lognormal).bookings);
    const calm = momentsOf(quarter(20, 0, lognormal).bookings);
    expectWithin(team.mean, value('team_mean'), team.meanError, 'team mean');
    expectWithin(team.sd, value('team_sd'), team.sdError, 'team sd');
    expectWithin(calm.sd, value('team_sd_no_shock'), calm.sdError, 'team sd without a shock');
    expectWithin(team.sd / team.mean, value('team_cv'), team.sdError / team.mean, 'team cv');
    // the team's variance is 20 of a seat's and 380 of two seats' covariance
    const covariance = (team.variance - 20 * alone.variance) / 380;
    const covarianceError = Math.hypot(team.varianceError, 20 * alone.varianceError) / 380;
    expectWithin(
      covariance / alone.variance,
      value('rep_corr'),
      covarianceError / alone.variance,
      'correlation',
    );
    // which is all that is left of a seat's variance as the team grows
    const limit = Math.sqrt(covariance) / alone.mean;
    expectWithin(
      limit,
      value('team_cv_limit'),
      covarianceError / (2 * limit * alone.mean ** 2),
      'cv of a large team',
    );
  });

  law('team_hit_probability_common_shock', (value) => {
    for (const [sd, prefix] of [
      [0.15, ''],
      [0, 'no_shock '],
    ] as const) {
      const { made, totals } = quarter(20, sd, gamma);
      for (const target of [10_800_000, 12_000_000, 13_200_000]) {
        const targets = [{ period: periodId('FY2027-Q1'), amount: money(target) }];
        const chance = summarise({ ...made, targets }, totals).periods[0]?.chance;
        const key = `${prefix}P(team>=${target})`;
        expectWithin(chance?.value ?? NaN, value(key), chance?.standardError ?? NaN, key);
      }
    }
  });

  law('monte_carlo_error', (value) => {
    // a normal of that mean and sd is no plan; its errors follow from them alone: Poisson deals of sd²/mean each
    const size = 244_000 ** 2 / 600_000;
    const run = { seed: 20270101, trials: 10_000 };
    const role = {
      dealSize: { kind: 'fixed', amount: money(size) },
      productivity: perMonth(600_000),
    } as const;
    const year = summaryOf(yearOf({ months: 1, role, plan: { run } }, 10_000)).periods.find(
      (period) => period.kind === 'year',
    );
    // an sd from 10,000 trials is within 4 × 0.75 % of the true one
    expect(Math.abs((year?.bookings.standardError ?? NaN) / value('se_mean') - 1)).toBeLessThan(0.03);
    // one deal or more with the chance 0.55
    const targets = [{ period: periodId('FY2027-Q1'), amount: money(1) }];
    const once = { productivity: perMonth(-Math.log(0.45)) };
    const chance = summaryOf(yearOf({ months: 1, role: once, plan: { run, targets } }, 10_000)).periods[0]
      ?.chance;
    expectWithin(chance?.value ?? NaN, 0.55, chance?.standardError ?? NaN, 'P');
    expect(Math.abs((chance?.standardError ?? NaN) / value('se_prob') - 1)).toBeLessThan(0.01);
    // se_p10 is left out: no interval of a percentile is shown yet
  });

  it('every block is either met above or named with its reason', () => {
    const named = new Set([...covered, ...Object.keys(notCovered)]);
    expect(Object.keys(blocks).filter((name) => !named.has(name))).toEqual([]);
    expect([...covered].filter((name) => name in notCovered || !(name in blocks))).toEqual([]);
  });
});

it.skipIf(path)('the shared reference is absent, so its closed forms are left out', () => {
  expect(covered.size).toBe(19);
});
