import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/calibrate/normalCdf';
import type { OpenOpportunity, Pipeline, Plan, Role, Seat } from '../../../src/model/plan';
import {
  days,
  eventId,
  isoDate,
  isoMonth,
  managerId,
  money,
  opportunityId,
  roleId,
  seatId,
  share,
  stageId,
  territoryId,
} from '../../../src/model/units';
import { chiSquare, momentsOf } from '../../support/statistics';
import { bookingsOf, simulate } from '../support/simulate';
import { longServing, makeTestPlan, quietRole } from '../support/testPlan';
import { columnOf, expectMean, expectMonths, expectVariance } from '../support/within';

// Section 4 of design/model.md but for sizes. Deals of size one, so that bookings count them; seed 20270101; within four
// standard errors of the run, whose trials each law states (1,000 of some 500 deals a month tell a mean to 0.14 %).
const TRIALS = 1000;
const PER_MONTH = 500;
const perMonth = (amount: number) => ({ perMonth: money(amount), cv: 0 });
const every = (mean: number, months: number) => Array.from({ length: months }, () => mean);
const sumOf = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);

describe('the direct form', () => {
  it('deals of a month are Poisson with mean intensity ÷ mean deal size (20,000 trials)', () => {
    const size = money(250);
    const plan = makeTestPlan({
      months: 2,
      role: { productivity: perMonth(800), dealSize: { kind: 'fixed', amount: size } },
    });
    const totals = simulate(plan, 20_000);
    const counts = columnOf(totals.bookings, 2, 0, 20_000).map((booked) => booked / 250);
    const seen = Array.from({ length: 16 }, () => 0);
    counts.forEach((count) => (seen[count] = (seen[count] ?? 0) + 1));
    const expected: number[] = [];
    for (let k = 0, chance = Math.exp(-3.2); k < 16; chance *= 3.2 / ++k) expected.push(chance * 20_000);
    const { statistic, freedom } = chiSquare(seen, expected);
    expect(statistic).toBeLessThan(freedom + 4 * Math.sqrt(2 * freedom));
    expectMean(counts, 3.2, 'mean');
    expectVariance(counts, 3.2, 'variance');
    expectVariance(
      bookingsOf(totals).map((booked) => booked / 250),
      6.4,
      'two months, which are independent',
    );
  });

  const mean = 20;
  const year = 12 * mean;
  const yearOf = (role: Partial<Role>, plan: Partial<Plan> = {}) =>
    bookingsOf(simulate(makeTestPlan({ role: { productivity: perMonth(mean), ...role }, plan }), 20_000));

  it('skill adds its square to the variance of a year: λ + λ² cv² (20,000 trials)', () => {
    const booked = yearOf({ skillCv: 0.3 });
    expectMean(booked, year, 'mean');
    expectVariance(booked, year + (year * 0.3) ** 2, 'variance');
  });

  it('a shock adds its square: λ + λ² (e^(sd²) − 1), in a year of one persistent market (20,000 trials)', () => {
    const booked = yearOf({}, { market: { sd: 0.2, persistence: 0.999999 } });
    expectVariance(booked, year + year ** 2 * (Math.exp(0.04) - 1), 'variance');
  });

  it('a gamma factor a month adds its square by the month alone: Σ (λ + λ² cv²) (20,000 trials)', () => {
    const booked = yearOf({ monthlyCv: 0.5 });
    expectMean(booked, year, 'mean');
    expectVariance(booked, year + 12 * (mean * 0.5) ** 2, 'variance');
    const together = bookingsOf(
      simulate(
        makeTestPlan({ months: 1, seats: 2, role: { productivity: perMonth(mean), monthlyCv: 0.5 } }),
        20_000,
      ),
    );
    expectVariance(together, 2 * (mean + (mean * 0.5) ** 2), 'two seats, which are independent');
  });

  it('the gamma factor makes a month’s count negative binomial: its share of empty months (20,000 trials)', () => {
    const totals = simulate(
      makeTestPlan({ months: 1, role: { productivity: perMonth(2), monthlyCv: 1 } }),
      20_000,
    );
    const empty = bookingsOf(totals).map((booked) => (booked === 0 ? 1 : 0));
    expectMean(empty, 1 / 3, 'shape 1: P(0) = 1 ÷ (1 + λ)');
  });
});

const cycle = { p50: days(60), p90: days(150) };
const piped = (fields: Partial<Pipeline> = {}): Pipeline => ({
  winRate: share(0.25),
  cycle,
  leaverKept: share(1),
  opening: 'listed',
  ...fields,
});

/** P(cycle ≤ that many months), by the lognormal through both stated points. */
function closedBy(months: number): number {
  if (months <= 0) return 0;
  const sigma = Math.log(150 / 60) / 1.2815515655446004;
  return normalCdf(Math.log((months * 30.4375) / 60) / sigma);
}

/** Share of opportunities created evenly over a month that are won k months later: ∫₀¹ P(k ≤ u + cycle < k + 1) du, by the midpoint rule. */
function lagShare(k: number): number {
  const steps = 2000;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const u = (step + 0.5) / steps;
    sum += closedBy(k + 1 - u) - closedBy(k - u);
  }
  return sum / steps;
}
const lag = Array.from({ length: 24 }, (_, k) => lagShare(k));
/** Efforts by month, convolved with the lag. */
const carried = (efforts: readonly number[]) =>
  efforts.map((_, month) =>
    sumOf(efforts.slice(0, month + 1).map((effort, at) => effort * (lag[month - at] ?? 0))),
  );

const pipePlan = (
  pipeline: Partial<Pipeline> = {},
  seat: Partial<Seat> = {},
  role: Partial<Role> = {},
  plan: Partial<Plan> = {},
) =>
  makeTestPlan({
    months: 8,
    role: { productivity: perMonth(PER_MONTH), pipeline: piped(pipeline), ...role },
    seat: () => seat,
    plan,
  });

describe('the pipeline form', () => {
  it('closes what was created with the effort after the lag: the convolution of both', () => {
    const totals = simulate(pipePlan(), TRIALS);
    expectMonths(totals, carried(every(PER_MONTH, 8)));
  });

  it('creates with the ramp of somebody new', () => {
    const plan = pipePlan(
      {},
      { occupant: { kind: 'planned', start: isoDate('2027-02-15') } },
      { ramp: [share(0.2), share(0.6)] },
    );
    const efforts = [0, 0.1, 0.4, 0.8, 1, 1, 1, 1].map((effort) => effort * PER_MONTH);
    expectMonths(simulate(plan, TRIALS), carried(efforts));
  });

  it('closed deals of a month are Poisson again (20,000 trials)', () => {
    const totals = simulate(pipePlan({}, {}, { productivity: perMonth(20) }), 20_000);
    const booked = bookingsOf(totals);
    const mean = sumOf(carried(every(20, 8)));
    expectMean(booked, mean, 'mean');
    expectVariance(booked, mean, 'variance');
  });

  it('with a steady past it closes each month what is created in one', () => {
    expectMonths(simulate(pipePlan({ opening: 'steady' }), TRIALS), every(PER_MONTH, 8));
  });

  it('a steady past is as long as its person’s, ramp included', () => {
    // hired two months before the start, ramp 0.5 in the first
    const plan = pipePlan(
      { opening: 'steady' },
      { occupant: { kind: 'incumbent', hired: isoDate('2026-11-01') } },
      { ramp: [share(0.5)] },
    );
    const since = carried([0.5, ...every(1, 9)]).slice(2);
    expectMonths(
      simulate(plan, TRIALS),
      since.map((each) => each * PER_MONTH),
    );
  });

  it('a fixed cycle moves the month of winning by its length', () => {
    const plan = pipePlan({ cycle: { p50: days(2 * 30.4375), p90: days(2 * 30.4375) } });
    expectMonths(simulate(plan, TRIALS), [0, 0, ...every(PER_MONTH, 6)]);
  });

  it('productivity stays what is booked once the pipeline is full, whatever the win rate; an event moves the rate', () => {
    const rate = { winRate: share(0.1), opening: 'steady' } as const;
    const event = {
      id: eventId('rival'),
      name: 'Rival',
      probability: share(1),
      earliest: isoMonth('2027-03'),
      latest: isoMonth('2027-03'),
      months: 2,
      scope: { kind: 'all' },
      effects: { winRate: 0.7 },
    } as const;
    const means = every(PER_MONTH, 8);
    expectMonths(simulate(pipePlan(rate), TRIALS), means);
    const rival = means.map((mean, month) => (month === 2 || month === 3 ? mean * 0.7 : mean));
    expectMonths(simulate(pipePlan(rate, {}, {}, { events: [event] }), TRIALS), rival);
  });

  it.each([0, 0.4, 1])('a leaver’s pipeline is kept by a stated share (%s)', (kept) => {
    const plan = pipePlan({ leaverKept: share(kept) }, { closes: isoDate('2027-04-01') });
    const means = carried([...every(PER_MONTH, 3), ...every(0, 5)]);
    expectMonths(
      simulate(plan, TRIALS),
      means.map((mean, month) => (month < 3 ? mean : mean * kept)),
    );
  });

  it('what is kept of a steady past is the same share', () => {
    const plan = pipePlan({ leaverKept: share(0.4), opening: 'steady' }, { closes: isoDate('2027-04-01') });
    const left = every(0, 5).map((_, at) => PER_MONTH - (carried(every(PER_MONTH, at + 1))[at] ?? 0));
    expectMonths(simulate(plan, TRIALS), [...every(PER_MONTH, 3), ...left.map((each) => each * 0.4)]);
  });

  it('a transfer leaves the pipeline of the old seat behind, and begins one in the new', () => {
    const old = { ...makeTestPlan({}).seats[0], backfill: false } as Seat;
    const seats: Seat[] = [
      old,
      {
        ...old,
        id: seatId('new'),
        occupant: {
          kind: 'transfer',
          fromSeatId: old.id,
          date: isoDate('2027-04-01'),
          rampKept: share(1),
        },
      },
    ];
    const plan = { ...pipePlan({ leaverKept: share(0.5) }), seats };
    const before = carried([...every(PER_MONTH, 3), ...every(0, 5)]);
    const after = carried([...every(0, 3), ...every(PER_MONTH, 5)]);
    expectMonths(
      simulate(plan, TRIALS),
      before.map((mean, month) => (month < 3 ? mean : mean * 0.5) + (after[month] ?? 0)),
    );
  });
});

const sdr = roleId('sdr');
const support: Role = { ...quietRole, id: sdr, name: 'SDR', work: 'support', ramp: [share(0.5)] };
const other = roleId('other');

/** Sellers of the role, of the other role, and supporters, each with the same start. */
function teamPlan(
  counts: { readonly sellers: number; readonly others?: number; readonly supporters: number },
  sources: NonNullable<Role['sources']>,
  start?: string,
  role: Partial<Role> = {},
): Plan {
  const seller: Role = { ...quietRole, productivity: perMonth(PER_MONTH), sources, ...role };
  const seatOf = (id: string, of: ReturnType<typeof roleId>, occupant = longServing): Seat => ({
    id: seatId(id),
    name: id,
    roleId: of,
    occupant,
    backfill: true,
  });
  const list = (count: number, id: string, of: ReturnType<typeof roleId>, occupant = longServing) =>
    Array.from({ length: count }, (_, at) => seatOf(`${id}-${at}`, of, occupant));
  const starting = start === undefined ? longServing : ({ kind: 'planned', start: isoDate(start) } as const);
  return makeTestPlan({
    months: 4,
    plan: {
      roles: [seller, { ...seller, id: other }, support],
      seats: [
        ...list(counts.sellers, 'seller', quietRole.id),
        ...list(counts.others ?? 0, 'other', other),
        ...list(counts.supporters, 'sdr', sdr, starting),
      ],
    },
  });
}

const fed = (part: number, sellersPerHead = 4) => [
  { name: 'SDR', share: share(part), fedBy: { roleId: sdr, sellersPerHead } },
  { name: 'Marketing', share: share(0.3) },
];

describe('sources of pipeline are shares:', () => {
  it.each([
    [0, 0.6],
    [1, 0.8],
    [2, 1],
    [3, 1],
  ])('with %s of two planned supporters everyone creates %s of the whole', (supporters, part) => {
    const totals = simulate(teamPlan({ sellers: 8, supporters }, fed(0.4)), TRIALS);
    expectMonths(totals, every(8 * PER_MONTH * part, 4));
  });

  it('a supporter counts by the ramp and from the day of the start', () => {
    const totals = simulate(teamPlan({ sellers: 4, supporters: 1 }, fed(0.5), '2027-02-15'), TRIALS);
    expectMonths(
      totals,
      [0.5, 0.5 + 0.5 * 0.25, 0.5 + 0.5 * 0.75, 1].map((part) => 4 * PER_MONTH * part),
    );
  });

  it('who feeds two roles owes both of them', () => {
    const totals = simulate(teamPlan({ sellers: 4, others: 4, supporters: 1 }, fed(0.4)), TRIALS);
    expectMonths(totals, every(8 * PER_MONTH * 0.8, 4));
  });

  it('two sources that one role feeds fall alike, by the larger need', () => {
    const sources = [...fed(0.2, 8), ...fed(0.3, 4)];
    const totals = simulate(teamPlan({ sellers: 8, supporters: 1 }, sources), TRIALS);
    expectMonths(totals, every(8 * PER_MONTH * (1 - 0.5 * 0.5), 4));
  });

  it('in the pipeline form creation falls, and closing after the lag', () => {
    const role = { pipeline: piped() };
    const totals = simulate(teamPlan({ sellers: 4, supporters: 1 }, fed(0.5), '2027-03-01', role), TRIALS);
    const created = [0.5, 0.5, 0.75, 1].map((part) => part * 4 * PER_MONTH);
    expectMonths(totals, carried(created));
  });

  it('a manager who sits in a seat changes nothing of it where managers are not missed', () => {
    const plan = teamPlan({ sellers: 8, supporters: 1 }, fed(0.4));
    const managers = Array.from({ length: 16 }, (_, at) => ({
      id: managerId(`m${at}`),
      name: `M${at}`,
      ...(at === 15 && { seatId: seatId('sdr-0') }),
    }));
    expect(simulate({ ...plan, managers }, 64).bookings).toEqual(simulate(plan, 64).bookings);
  });
});

const stages = [
  { id: stageId('demo'), name: 'Demo', winRate: share(0.3) },
  { id: stageId('offer'), name: 'Offer', winRate: share(0.6) },
];
const opportunity = (id: string, fields: Partial<OpenOpportunity>): OpenOpportunity => ({
  id: opportunityId(id),
  seatId: seatId('seat-0'),
  amount: money(100),
  ageDays: days(0),
  ...fields,
});

/** A plan whose seat creates nothing itself, and has these opportunities. */
const openPlan = (
  opportunities: OpenOpportunity[],
  pipeline: Partial<Pipeline> = {},
  seat: Partial<Seat> = {},
  plan: Partial<Plan> = {},
) =>
  pipePlan(
    pipeline,
    seat,
    { productivity: perMonth(0) },
    { openPipeline: { stages, opportunities }, ...plan },
  );

/** P(closed in each month | open at that age). */
const closing = (age: number, months = 8) =>
  every(0, months).map(
    (_, month) => (closedBy(age + month + 1) - closedBy(age + month)) / (1 - closedBy(age)),
  );

describe('open pipeline at the start', () => {
  it('closes with its stage’s win rate, or its own probability, or the role’s rate (20,000 trials)', () => {
    const fixed = { cycle: { p50: days(0), p90: days(0) } };
    const chanceOf = (fields: Partial<OpenOpportunity>, exact: number, what: string) => {
      const totals = simulate(openPlan([opportunity('a', fields)], fixed), 20_000);
      expectMonths(totals, [100 * exact], what);
    };
    chanceOf({ stageId: stageId('offer') }, 0.6, 'stage');
    chanceOf({ stageId: stageId('offer'), probability: share(0.45) }, 0.45, 'own');
    chanceOf({}, 0.25, 'role');
    chanceOf({ probability: share(0) }, 0, 'lost for certain');
  });

  it.each([0, 45, 200])(
    'in a month drawn from what is left of the cycle at %s days (20,000 trials)',
    (age) => {
      const totals = simulate(
        openPlan([opportunity('a', { ageDays: days(age), probability: share(1) })]),
        20_000,
      );
      expectMonths(
        totals,
        closing(age / 30.4375).map((chance) => 100 * chance),
      );
    },
  );

  it('older than a fixed cycle it closes at once', () => {
    const cycleOf = { p50: days(60), p90: days(60) };
    const old = opportunity('a', { ageDays: days(90), probability: share(1) });
    const young = opportunity('b', { ageDays: days(10), probability: share(1), amount: money(7) });
    expectMonths(simulate(openPlan([old, young], { cycle: cycleOf }), 64), [100, 7, 0, 0, 0, 0, 0, 0]);
  });

  it('each draws apart from the others (20,000 trials)', () => {
    const fixed = { cycle: { p50: days(0), p90: days(0) } };
    const list = ['a', 'b', 'c'].map((id) => opportunity(id, { probability: share(0.5) }));
    const booked = bookingsOf(simulate(openPlan(list, fixed), 20_000));
    expectVariance(booked, 3 * 100 ** 2 * 0.25, 'variance');
  });

  it('those still open when their person leaves are kept by the stated share (20,000 trials)', () => {
    const list = [opportunity('a', { probability: share(1) })];
    const totals = simulate(
      openPlan(list, { leaverKept: share(0.3) }, { closes: isoDate('2027-03-01') }),
      20_000,
    );
    expectMonths(
      totals,
      closing(0).map((chance, month) => 100 * chance * (month < 2 ? 1 : 0.3)),
    );
  });

  it('season, market and a territory’s luck leave them alone; an event moves chance and amount (20,000 trials)', () => {
    const fixed = { cycle: { p50: days(0), p90: days(0) } };
    const list = [opportunity('a', { probability: share(0.9) })];
    const place = { territoryId: territoryId('west') };
    const territories = [{ id: territoryId('west'), name: 'West', workload: 0 }];
    const shaken: Partial<Plan> = {
      territories,
      market: { sd: 0.5, persistence: 0 },
      coverage: { curvature: 0, territoryShockSd: 0.5 },
      seasonality: [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    };
    expectMonths(simulate(openPlan(list, fixed, place, shaken), 20_000), [90]);
    const event = {
      id: eventId('rival'),
      name: 'Rival',
      probability: share(1),
      earliest: isoMonth('2027-01'),
      latest: isoMonth('2027-01'),
      months: 1,
      scope: { kind: 'all' },
      effects: { winRate: 0.5, dealSize: 0.8 },
    } as const;
    const met = { ...shaken, events: [event] };
    expectMonths(simulate(openPlan(list, fixed, place, met), 20_000), [90 * 0.5 * 0.8]);
  });

  it('with a steady past they are part of it, and do not come on top', () => {
    const list = [opportunity('a', { probability: share(1) })];
    const plan = pipePlan({ opening: 'steady' }, {}, {}, { openPipeline: { stages, opportunities: list } });
    expectMonths(simulate(plan, TRIALS), every(PER_MONTH, 8));
  });

  it('listed ones add to what is created from the start on', () => {
    const list = [opportunity('a', { probability: share(1), amount: money(5000) })];
    const plan = pipePlan({}, {}, {}, { openPipeline: { stages, opportunities: list } });
    const exact = carried(every(PER_MONTH, 8)).map((mean, month) => mean + 5000 * (closing(0)[month] ?? 0));
    const totals = simulate(plan, 10_000);
    expectMonths(totals, exact);
    expect(momentsOf(totals.largestDeal).mean).toBeGreaterThan(4000);
  });
});
