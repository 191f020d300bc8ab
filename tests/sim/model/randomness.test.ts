import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, RiskEvent, Role } from '../../../src/model/plan';
import {
  days,
  eventId,
  isoMonth,
  managerId,
  money,
  opportunityId,
  roleId,
  seatId,
  share,
} from '../../../src/model/units';
import { compilePlan } from '../../../src/sim/compilePlan';
import { entityKey, type Purpose } from '../../../src/sim/entityKey';
import { ImageBuilder } from '../../../src/sim/imageBuilder';
import { lookUp } from '../../../src/sim/kernel/draws';
import * as layout from '../../../src/sim/kernel/layout';
import { nextWord, seedStream, splitStream, uniform } from '../../../src/sim/kernel/stream';
import { BLOCK_TRIALS, columnsOf, outcomeShape, ROW_NAMES, SUMS, SUM_NAMES } from '../../../src/sim/outcome';
import { runBlock } from '../../../src/sim/runBlock';
import { exponentialTable, normalTable } from '../../../src/sim/tables';
import { addOutcome, makeRunTotals } from '../../../src/stats/mergeOutcomes';
import { bestKernel } from '../../../workers/kernels';
import { blockOf } from '../../support/blockOf';
import { makePlanOfSize } from '../../support/makePlanOfSize';
import { attachImage } from '../support/attachImage';
import { differences, figuresOf } from '../support/figuresOf';
import { simulate } from '../support/simulate';
import { tamePlans } from '../support/tamePlans';
import { makeTestPlan, quietRole } from '../support/testPlan';
import { momentsOfKind, traceOf } from '../support/traceOf';

// Section 7 of design/model.md. Seed 20270101 where none is stated.

const builder = new ImageBuilder();
const split = builder.place(new Int32Array(4));
const exponential = builder.place(exponentialTable);
const normal = builder.place(normalTable);
// runs are those of the compiled kernel, whose memory is another one
attachImage(builder);

const SEED = 20270101;
const event = (fields: Partial<RiskEvent>): RiskEvent => ({
  id: eventId('event'),
  name: 'Event',
  probability: share(0.4),
  earliest: isoMonth('2027-02'),
  latest: isoMonth('2027-09'),
  months: 60,
  scope: { kind: 'all' },
  effects: {},
  ...fields,
});

describe('every random number comes from a stream that is a pure function of seed, trial, entity and purpose', () => {
  const open = (purpose: Purpose, id: string, trial: number, seed = SEED) => {
    const { high, low } = entityKey(purpose, id);
    seedStream(trial, high, low, seed);
  };

  it.each([SEED, 7])('the market’s, at seed %i', (seed) => {
    const market = { sd: 0.3, persistence: 0.6 };
    const { market: seen } = blockOf(
      { ...makeTestPlan({ months: 12, market }), run: { seed, trials: 64 } },
      2,
    );
    for (let row = 0; row < BLOCK_TRIALS; row++) {
      open('market', '', 2 * BLOCK_TRIALS + row, seed);
      let [level, sum] = [0, 0];
      for (let quarter = 0; quarter < 4; quarter++) {
        const z = lookUp(normal, nextWord());
        level = quarter === 0 ? 0.3 * z : 0.6 * level + 0.3 * 0.8 * z;
        sum += Math.exp(level - 0.045) / 4;
      }
      expect(seen[row]).toBeCloseTo(sum, 12);
    }
  });

  it('an event’s: whether, and when', () => {
    const plan = makeTestPlan({ plan: { events: [event({})] } });
    let happened = 0;
    for (let trial = 0; trial < 100; trial++) {
      const [seen] = momentsOfKind(traceOf(plan, trial).moments, 'happened');
      open('event', 'event', trial);
      const occurs = uniform(nextWord()) < 0.4;
      expect(seen?.time).toBe(occurs ? 1 + Math.floor(uniform(nextWord()) * 8) : undefined);
      if (occurs) happened++;
    }
    expect(happened).toBeGreaterThan(20);
  });

  it('a person’s: when the first one in a seat leaves', () => {
    const force = -Math.log(1 - 0.5) / 12;
    const plan = makeTestPlan({ months: 60, seats: 3, role: { annualAttrition: share(0.5) } });
    for (let trial = 0; trial < 50; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const { id } of plan.seats) {
        open('seat', id, trial);
        splitStream(split);
        const leaves = lookUp(exponential, nextWord()) / force;
        const [first] = momentsOfKind(moments, 'left', id);
        if (leaves < 60) expect(first?.time).toBeCloseTo(leaves, 9);
        else expect(first).toBeUndefined();
      }
    }
  });

  it('an open opportunity’s: whether it is won', () => {
    const plan = makeTestPlan({
      months: 12,
      role: {
        productivity: { perMonth: money(0), cv: 0 },
        pipeline: {
          winRate: share(0.5),
          cycle: { p50: days(30), p90: days(30) },
          leaverKept: share(1),
          opening: 'listed',
        },
      },
      plan: {
        openPipeline: {
          stages: [],
          opportunities: [
            {
              id: opportunityId('o'),
              seatId: seatId('seat-0'),
              amount: money(5),
              ageDays: days(0),
              probability: share(0.6),
            },
          ],
        },
      },
    });
    for (let trial = 0; trial < 100; trial++) {
      const won = momentsOfKind(traceOf(plan, trial).moments, 'won').length;
      open('opportunity', 'o', trial);
      expect(won).toBe(uniform(nextWord()) < 0.6 ? 1 : 0);
    }
  });

  it('purposes keep things of one id apart', () => {
    const purposes: Purpose[] = ['seat', 'role', 'market', 'territory', 'event', 'opportunity'];
    const firsts = purposes.map((purpose) => {
      open(purpose, 'same', 1);
      return nextWord();
    });
    expect(new Set(firsts).size).toBe(purposes.length);
  });

  it('another seed is another run, the same one the same', () => {
    const plan = makePlanOfSize({ seats: 5, months: 12, seed: 1 });
    const other: Plan = { ...plan, run: { ...plan.run, seed: 2 } };
    expect(differences(figuresOf(plan, blockOf(plan)), figuresOf(plan, blockOf(plan)))).toEqual([]);
    expect(blockOf(other).bookings).not.toEqual(blockOf(plan).bookings);
  });
});

describe('the entity is a hash of the stable id, never the position in a list', () => {
  it('a seat put before all others moves nobody’s figures', () => {
    const plan = makePlanOfSize({ seats: 6, months: 12, seed: 1 });
    const [first] = plan.seats;
    if (!first) throw new Error('there must be a seat');
    const more: Plan = { ...plan, seats: [{ ...first, id: seatId('a new one') }, ...plan.seats] };
    const moved = differences(figuresOf(plan, blockOf(plan)), figuresOf(more, blockOf(more)));
    expect(moved.filter((name) => name.startsWith('seat ') && !name.startsWith('seat a new one'))).toEqual(
      [],
    );
  });

  it('an event put before all others moves no other event', () => {
    const one = makeTestPlan({ plan: { events: [event({})] } });
    const two = { ...one, events: [event({ id: eventId('first') }), ...one.events] };
    expect(figuresOf(two, blockOf(two)).get('event event')).toBe(
      figuresOf(one, blockOf(one)).get('event event'),
    );
  });
});

describe('sums are taken per fixed chunk of trials and merged in chunk order, counts as integers', () => {
  const plan = makePlanOfSize({ seats: 12, months: 18, seed: 4 });

  it('totals are the blocks’ own sums, added one after the other, to the bit', () => {
    const totals = simulate(plan, 200);
    const blocks = [64, 64, 64, 8].map((trials, block) => blockOf(plan, block, trials));
    for (const name of SUM_NAMES) {
      const sums = Array.from(totals[name], () => 0);
      for (const block of blocks)
        block[name].forEach((each, cell) => (sums[cell] = (sums[cell] ?? 0) + each));
      expect([...totals[name]], name).toEqual(sums);
    }
  });

  it('a block out of order is refused', () => {
    expect(() => addOutcome(makeRunTotals(plan, 128), blockOf(plan, 1))).toThrow('block must be 0');
  });

  it('what is counted is held in whole numbers', () => {
    const counted = SUM_NAMES.filter((name) => SUMS[name].array !== Float64Array);
    expect(counted).toEqual(['seatCounts', 'groupHits']);
  });
});

describe('the same plan and seed give the same bits', () => {
  it('in whatever order blocks are run, on kernels of their own or on one', () => {
    const plan = makePlanOfSize({ seats: 8, months: 18, seed: 6 });
    const input = compilePlan(plan);
    const one = bestKernel();
    const together = [2, 0, 1].map((block) => runBlock(one, input, block, BLOCK_TRIALS));
    for (const outcome of together) {
      const alone = runBlock(bestKernel(), compilePlan(plan), outcome.block, BLOCK_TRIALS);
      expect(differences(figuresOf(plan, outcome), figuresOf(plan, alone))).toEqual([]);
    }
  });
});

describe('any single trial can be replayed from its number alone', () => {
  it('with the figures that it has in its block, told or not (80 plans of every feature)', () => {
    fc.assert(
      fc.property(tamePlans, fc.nat(63), (made, place) => {
        const plan = calm(made);
        const shape = outcomeShape(plan);
        const block = blockOf(plan, 1);
        const { row } = traceOf(plan, BLOCK_TRIALS + place);
        for (const name of ROW_NAMES) {
          const width = columnsOf(name, shape);
          expect(row(name), name).toEqual([...block[name].slice(place * width, (place + 1) * width)]);
        }
      }),
      { seed: 14, numRuns: 80 },
    );
  });

  it('month by month and deal by deal: its deals are its bookings, its moments its people (60 plans)', () => {
    fc.assert(
      fc.property(tamePlans, fc.nat(1000), (made, trial) => {
        const plan = calm(made);
        const { moments, row } = traceOf(plan, trial);
        const booked = moments.filter(({ kind }) => kind === 'deal' || kind === 'won');
        expect(booked.length).toBe(row('deals')[0]);
        row('bookings').forEach((bookings, month) => {
          const sum = booked
            .filter(({ time }) => Math.floor(time) === month)
            .reduce((all, { amount }) => all + amount, 0);
          expect(Math.abs(sum - bookings)).toBeLessThanOrEqual(1e-9 * (bookings + 1));
        });
        const largest = booked.reduce((most, { amount }) => Math.max(most, amount), 0);
        expect(Math.abs((row('largestDeal')[0] ?? NaN) - largest)).toBeLessThanOrEqual(1e-9 * largest);
        expect(momentsOfKind(moments, 'left').length).toBe(row('leavers')[0]);
        expect(momentsOfKind(moments, 'started').length).toBe(row('starters')[0]);
        const words = row('events');
        const bits = plan.events.filter((_, index) => ((words[index >>> 5] ?? 0) >>> (index & 31)) & 1);
        expect(bits.map(({ id }) => id).toSorted()).toEqual(
          momentsOfKind(moments, 'happened')
            .map(({ subject }) => subject)
            .toSorted(),
        );
      }),
      { seed: 15, numRuns: 60 },
    );
  });

  /** Few enough deals and leavers to be told one by one. */
  function calm(plan: Plan): Plan {
    const roles = plan.roles.map((role) => ({
      ...role,
      attritionByTenure: { kind: 'bands' as const, bands: [{ fromMonth: 0, annual: share(0.4) }] },
      productivity: { ...role.productivity, perMonth: money(role.productivity.perMonth / 20) },
    }));
    const territories = plan.territories.map((each) =>
      each.potential === undefined ? each : { ...each, potential: money(each.potential / 20) },
    );
    return { ...plan, roles, territories };
  }
});

describe('the order within a trial:', () => {
  const leader: Role = {
    ...quietRole,
    id: roleId('leader'),
    work: 'manage',
    annualAttrition: share(0.7),
    timeToFill: { p50: days(90), p90: days(90) },
  };
  /** Months that a seat is empty from the first day to the last, of a trial. */
  const emptyMonths = (moments: ReturnType<typeof traceOf>['moments'], id: string, months: number) => {
    const left = momentsOfKind(moments, 'left', id);
    const started = momentsOfKind(moments, 'started', id);
    return Array.from({ length: months }, (_, month) => month).filter((month) =>
      left.some(({ time }, index) => time <= month && (started[index]?.time ?? Infinity) >= month + 1),
    );
  };
  const dealsIn = (moments: ReturnType<typeof traceOf>['moments'], month: number) =>
    momentsOfKind(moments, 'deal').filter(({ time }) => Math.floor(time) === month).length;

  it('events come before lives: who would have left stays where the trial’s event takes all hazard away', () => {
    const plan = makeTestPlan({
      months: 24,
      role: { annualAttrition: share(0.9) },
      plan: {
        events: [
          event({ earliest: isoMonth('2027-01'), latest: isoMonth('2027-01'), effects: { attrition: 0 } }),
        ],
      },
    });
    let met = 0;
    for (let trial = 0; trial < 100; trial++) {
      const { moments } = traceOf(plan, trial);
      const happened = momentsOfKind(moments, 'happened').length > 0;
      if (happened) expect(momentsOfKind(moments, 'left')).toEqual([]);
      else if (momentsOfKind(moments, 'left').length > 0) met++;
    }
    expect(met).toBeGreaterThan(30);
  });

  it('lives of managers come before efforts and deals: a team that is nothing without them books nothing while they are gone', () => {
    const plan = makeTestPlan({
      months: 36,
      seats: 2,
      role: { productivity: { perMonth: money(5), cv: 0 } },
      seat: (index) => (index === 0 ? { roleId: leader.id } : { managerId: managerId('ann') }),
      plan: {
        roles: [{ ...quietRole, productivity: { perMonth: money(5), cv: 0 } }, leader],
        managers: [{ id: managerId('ann'), name: 'Ann', seatId: seatId('seat-0') }],
        management: { vacantFactor: 0, overSpanFactor: 1, rampFactor: 1 },
      },
    });
    let empty = 0;
    for (let trial = 0; trial < 60; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const month of emptyMonths(moments, 'seat-0', 36)) {
        expect(dealsIn(moments, month)).toBe(0);
        empty++;
      }
    }
    expect(empty).toBeGreaterThan(100);
  });

  it('lives of support do too: sellers who live by it alone book nothing while it is gone', () => {
    const support: Role = { ...leader, id: roleId('support'), work: 'support' };
    const fedBy = { roleId: support.id, sellersPerHead: 1 };
    const plan = makeTestPlan({
      months: 36,
      seats: 2,
      seat: (index) => (index === 0 ? { roleId: support.id } : {}),
      plan: {
        roles: [
          {
            ...quietRole,
            productivity: { perMonth: money(5), cv: 0 },
            sources: [{ name: 'SDR', share: share(1), fedBy }],
          },
          support,
        ],
      },
    });
    let empty = 0;
    for (let trial = 0; trial < 60; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const month of emptyMonths(moments, 'seat-0', 36)) {
        expect(dealsIn(moments, month)).toBe(0);
        empty++;
      }
    }
    expect(empty).toBeGreaterThan(100);
  });
});

describe('performance-linked leaving couples deals back to lives', () => {
  const judged = (multiplier: number) =>
    makeTestPlan({
      months: 24,
      seats: 4,
      role: {
        annualAttrition: share(0.7),
        performanceLeaving: { threshold: 1, multiplier },
        annualQuota: money(12),
        productivity: { perMonth: money(1), cv: 0 },
      },
      seat: () => ({ backfill: false }),
    });

  it('it is settled at quarter ends, by the deals of the trial itself: with a multiplier of nothing none leaves who was behind', () => {
    const plan = judged(0);
    let left = 0;
    for (let trial = 0; trial < 100; trial++) {
      const { moments } = traceOf(plan, trial);
      for (const { subject, time } of momentsOfKind(moments, 'left')) {
        const quarter = Math.floor(time / 3);
        if (quarter === 0) continue;
        // the end of the quarter before, and the fiscal year that it lies in
        const end = 3 * quarter;
        const begin = 12 * Math.floor((end - 1) / 12);
        const booked = momentsOfKind(moments, 'deal', subject).filter(
          (deal) => deal.time >= begin && deal.time < end,
        );
        expect(booked.length).toBeGreaterThanOrEqual(end - begin);
        left++;
      }
    }
    expect(left).toBeGreaterThan(50);
  });

  it('and only a plan that uses it pays for that: others live their horizon in one piece', () => {
    const segments = (plan: Plan) => compilePlan(plan).image.header[layout.SEGMENTS];
    expect([segments(judged(2)), segments(judged(1)), segments(makeTestPlan({ months: 24 }))]).toEqual([
      8, 1, 1,
    ]);
    const without = judged(1);
    const roles = without.roles.map(({ performanceLeaving: _none, ...role }) => role);
    const plan = { ...without, roles };
    expect(differences(figuresOf(without, blockOf(without)), figuresOf(plan, blockOf(plan)))).toEqual([]);
  });
});
