import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSplit } from '../../src/model/editAccounts';
import { assignSeats } from '../../src/model/assignSeats';
import { isoDate, money, seatId, splitId, territoryId } from '../../src/model/units';
import type { TerritorySplit } from '../../src/model/accountBook';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { apportionSeats } from '../../src/territory/apportionSeats';
import { matchCrews } from '../../src/territory/matchCrews';
import { matchLabels } from '../../src/territory/matchLabels';
import { seatsOfBook, spreadMeasures, spreadOverSplit } from '../../src/territory/spreadOverSplit';
import { frozen } from '../support/frozen';
import { makeBookPlan } from '../support/makeBookPlan';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, each) => total + each, 0);

describe('seats are apportioned', () => {
  const any = fc.record({
    seats: fc.integer({ min: 0, max: 60 }),
    loads: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1000, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    }),
  });

  it('all of them, one at least where there is work and seats suffice, none where there is nothing', () => {
    fc.assert(
      fc.property(any, ({ seats, loads }) => {
        const crews = [...apportionSeats(seats, loads)];
        const some = loads.some((load) => load > 0);
        const worked = [...crews.keys()].filter((at) => !some || (loads[at] ?? 0) > 0);
        expect(sum(crews)).toBe(seats);
        expect(sum(worked.map((at) => crews[at] ?? 0))).toBe(seats);
        if (seats >= worked.length) for (const at of worked) expect(crews[at]).toBeGreaterThan(0);
        else expect(Math.max(...crews)).toBeLessThanOrEqual(1);
        // More to work never has fewer seats.
        loads.forEach((one, a) =>
          loads.forEach((other, b) => {
            if (one > other * (1 + 1e-6)) expect(crews[a]).toBeGreaterThanOrEqual(crews[b] ?? 0);
          }),
        );
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('in proportion, by largest remainder', () => {
    expect([...apportionSeats(10, [5, 3, 2])]).toEqual([5, 3, 2]);
    // 4.6, 3.3 and 2.1 of ten seats.
    expect([...apportionSeats(10, [46, 33, 21])]).toEqual([5, 3, 2]);
    // A tenth of a seat is one seat; the other nine are shared by the rest.
    expect([...apportionSeats(10, [1, 60, 39])]).toEqual([1, 5, 4]);
    expect([...apportionSeats(2, [1, 60, 39])]).toEqual([0, 1, 1]);
  });

  it('and where loads are equal, the odd one goes where people are already', () => {
    expect([...apportionSeats(4, [1, 1, 1])]).toEqual([2, 1, 1]);
    expect([...apportionSeats(4, [1, 1, 1], [0, 0, 3])]).toEqual([1, 1, 2]);
  });
});

describe('crews are matched', () => {
  it('as well as one by one, whatever the groups', () => {
    const any = fc.record({
      from: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
      destinations: fc.integer({ min: 1, max: 5 }),
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
    });
    fc.assert(
      fc.property(any, ({ from, destinations, values }) => {
        const people = sum(from);
        const to = [...apportionSeats(people, values.slice(50, 50 + destinations))];
        const worth = Float64Array.from(values.slice(0, from.length * destinations));
        const flow = matchCrews(worth, from, to);
        from.forEach((count, o) =>
          expect(sum(flow.slice(o * destinations, (o + 1) * destinations))).toBe(count),
        );
        to.forEach((count, d) => expect(sum(flow.filter((_, at) => at % destinations === d))).toBe(count));
        // One by one: a row for each person, a column for each place.
        const rows = from.flatMap((count, o) => new Array<number>(count).fill(o));
        const columns = to.flatMap((count, d) => new Array<number>(count).fill(d));
        const each = Float64Array.from(
          rows.flatMap((o) => columns.map((d) => worth[o * destinations + d] ?? 0)),
        );
        const best = [...matchLabels(each, people)].reduce(
          (total, column, row) => total + (each[row * people + column] ?? 0),
          0,
        );
        expect(flow.reduce((total, count, at) => total + count * (worth[at] ?? 0), 0)).toBeCloseTo(best, 9);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});

/** A frozen plan with a book in six strips, its seats in turn over them. */
const plan: Plan = frozen(makeBookPlan(makeStartUpSample(), 90, 6));
const book = plan.accountBook!;
const today = book.splits[0]!;
/** Strips by number into territories of other names, or the same. */
const strips = (to: (strip: number) => string): TerritorySplit => ({
  ...today,
  id: splitId('other'),
  territoryOf: today.territoryOf.map((id) => territoryId(to(Number(id.slice(6))))),
});
const withTerritories = (ids: readonly string[]): Plan => ({
  ...plan,
  territories: [
    ...plan.territories,
    ...ids.map((id) => ({ id: territoryId(id), name: id, potential: money(0), workload: 0 })),
  ],
});
const spread = (from: Plan, split: TerritorySplit) => {
  const holding = from.accountBook!.splits.some(({ id }) => id === split.id) ? from : addSplit(from, split);
  const found = spreadOverSplit(holding, split, 'potential');
  return { ...found, plan: assignSeats(holding, found.territoryOf) };
};

describe('seats are spread over a split', () => {
  it('all of them and no others, nothing but their territory being touched', () => {
    const halves = strips((strip) => `strip-${strip < 3 ? 0 : 3}`);
    const { plan: after, territoryOf } = spread(plan, halves);
    expect(after.seats.map(({ territoryId: _, ...rest }) => rest)).toEqual(
      plan.seats.map(({ territoryId: _, ...rest }) => rest),
    );
    expect([...territoryOf.keys()].sort()).toEqual(
      seatsOfBook(plan)
        .map(({ id }) => id)
        .sort(),
    );
    expect(new Set(territoryOf.values())).toEqual(new Set(['strip-0', 'strip-3']));
    const others = plan.seats.filter(({ id }) => !territoryOf.has(id));
    for (const seat of others) expect(after.seats).toContain(seat);
  });

  it('once spread they stay, and the same way from any order of seats', () => {
    const halves = strips((strip) => `strip-${strip < 3 ? 0 : 3}`);
    const once = spread(plan, halves);
    expect(once.moved.length).toBeGreaterThan(0);
    expect(
      spread({ ...once.plan, accountBook: { ...once.plan.accountBook!, inForce: halves.id } }, halves).moved,
    ).toEqual([]);
    const turned = spread({ ...plan, seats: plan.seats.toReversed() }, halves);
    expect(new Map([...turned.territoryOf].sort())).toEqual(new Map([...once.territoryOf].sort()));
  });

  it('over territories that are only called otherwise, everyone keeps their accounts and their company', () => {
    const stood = spread(plan, today).plan;
    const named = strips((strip) => `new-${strip}`);
    const grown = {
      ...withTerritories([0, 1, 2, 3, 4, 5].map((strip) => `new-${strip}`)),
      seats: stood.seats,
    };
    const { plan: after } = spread(grown, named);
    after.seats.forEach(({ territoryId: at }, place) => {
      const before = stood.seats[place]?.territoryId;
      expect(at).toBe(
        seatsOfBook(plan).some(({ id }) => id === after.seats[place]?.id)
          ? before?.replace('strip', 'new')
          : before,
      );
    });
  });

  it('in proportion to what is asked for: potential or workload', () => {
    const heavy: Plan = {
      ...plan,
      accountBook: {
        ...book,
        accounts: book.accounts.map((account, place) => ({
          ...account,
          values: [today.territoryOf[place] === 'strip-0' ? 900 : 100, 1],
        })),
      },
    };
    const crew = (by: 'potential' | 'workload') =>
      [...spreadOverSplit(heavy, today, by).territoryOf.values()].filter((id) => id === 'strip-0').length;
    expect(crew('potential')).toBeGreaterThan(crew('workload'));
    expect(spreadMeasures(book)).toEqual(['potential', 'workload']);
    expect(spreadMeasures({ ...book, measures: [] })).toEqual(['balance']);
  });

  it('who is moved is who came last', () => {
    const [first] = seatsOfBook(plan);
    const team = [2019, 2021, 2023, 2025].map((year) => ({
      ...first!,
      id: seatId(`rep-${year}`),
      territoryId: territoryId('strip-0'),
      occupant: { kind: 'incumbent' as const, hired: isoDate(`${year}-02-01`) },
    }));
    const two = strips((strip) => `strip-${strip === 0 ? 0 : 1}`);
    const { moved } = spread({ ...plan, seats: team.toReversed() }, two);
    expect([...moved].sort()).toEqual(['rep-2021', 'rep-2023', 'rep-2025'].slice(3 - moved.length));
    expect(moved.length).toBeGreaterThan(0);
  });

  it('of a plan without seats, or over a split of nothing, nobody is moved', () => {
    expect(spread({ ...plan, seats: [] }, today).moved).toEqual([]);
    const none = { ...today, territoryOf: today.territoryOf.map(() => '' as const) };
    expect(spreadOverSplit(plan, none, 'potential').territoryOf.size).toBe(0);
  });
});
