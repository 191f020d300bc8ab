import { describe, it } from 'vitest';
import type { Management, Manager, Occupant, Plan, Role, Seat } from '../../../src/model/plan';
import { isoDate, managerId, money, roleId, seatId, share } from '../../../src/model/units';
import { simulate } from '../support/simulate';
import { longServing, makeTestPlan, quietRole } from '../support/testPlan';
import { expectMonths } from '../support/within';

// Section 4 of design/model.md, managers. Deals of size one, 1,000 a month to a person: 500 trials (seed 20270101) tell a
// month's mean to 0.14 %; within four standard errors.
const TRIALS = 500;
const MONTHS = 5;
const leads = roleId('leads');
const boss: Manager = { id: managerId('boss'), name: 'Boss', seatId: seatId('boss') };
const starting = (start: string): Occupant => ({ kind: 'planned', start: isoDate(start) });
const every = (mean: number) => Array.from({ length: MONTHS }, () => mean * 1000);

function makePlan(
  management: Partial<Management>,
  bossSeat: Partial<Seat>,
  team: readonly Partial<Seat>[],
  role: Partial<Role> = {},
  manager: Manager = boss,
): Plan {
  const seats = team.map((fields, at) => ({
    id: seatId(`seat-${at}`),
    name: `Seat ${at}`,
    roleId: quietRole.id,
    managerId: boss.id,
    occupant: longServing,
    backfill: true,
    ...fields,
  }));
  return makeTestPlan({
    months: MONTHS,
    plan: {
      management: { vacantFactor: 1, overSpanFactor: 1, rampFactor: 1, ...management },
      managers: [manager],
      roles: [
        { ...quietRole, productivity: { perMonth: money(1000), cv: 0 }, ...role },
        { ...quietRole, id: leads, work: 'manage' },
      ],
      seats: [
        {
          id: seatId('boss'),
          name: 'Boss',
          roleId: leads,
          occupant: longServing,
          backfill: true,
          ...bossSeat,
        },
        ...seats,
      ],
    },
  });
}

const months = (means: readonly number[]) => means.map((mean) => mean * 1000);

describe('a vacant manager seat', () => {
  const vacant = { vacantFactor: 0.7 };

  it('lowers the team’s intensity by the stated factor, of a month by the time it is vacant', () => {
    const plan = makePlan(vacant, { occupant: starting('2027-03-16') }, [{}, {}]);
    const part = 1 - (15 / 31) * 0.3;
    expectMonths(simulate(plan, TRIALS), months([1.4, 1.4, 2 * part, 2, 2]));
  });

  it('does so after a leaver and after a reduction', () => {
    const plan = makePlan(vacant, { closes: isoDate('2027-03-01') }, [{}]);
    expectMonths(simulate(plan, TRIALS), months([1, 1, 0.7, 0.7, 0.7]));
  });

  it('is that of every manager who sits in it, in whatever order they are listed', () => {
    const plan = makePlan(vacant, { occupant: starting('2028-01-01') }, [
      {},
      { managerId: managerId('other') },
    ]);
    const other: Manager = { ...boss, id: managerId('other'), name: 'Other' };
    for (const managers of [
      [boss, other],
      [other, boss],
    ]) {
      expectMonths(simulate({ ...plan, managers }, TRIALS), every(1.4));
      const there = plan.seats.map((seat) =>
        seat.id === boss.seatId ? { ...seat, occupant: longServing } : seat,
      );
      expectMonths(simulate({ ...plan, managers, seats: there }, TRIALS), every(2));
    }
  });

  it('leaves those alone who answer to nobody', () => {
    const plan = makePlan(vacant, { occupant: starting('2028-01-01') }, [{}]);
    const seats = plan.seats.map(({ managerId: _none, ...seat }) => seat);
    expectMonths(simulate({ ...plan, seats }, TRIALS), every(1));
  });

  it('is never that of a manager who sits in no seat', () => {
    const plan = makePlan(
      vacant,
      { occupant: starting('2028-01-01') },
      [{}],
      {},
      {
        id: boss.id,
        name: 'Boss',
      },
    );
    expectMonths(simulate(plan, TRIALS), every(1));
  });
});

describe('a span above the stated limit', () => {
  const wide = { spanLimit: 2, overSpanFactor: 0.8 };

  it('lowers the team’s intensity in months in which more people are there', () => {
    const plan = makePlan(wide, {}, [{}, {}, { occupant: starting('2027-03-01') }]);
    expectMonths(simulate(plan, TRIALS), months([2, 2, 2.4, 2.4, 2.4]));
  });

  it('does nothing at the limit, and nothing without one', () => {
    expectMonths(simulate(makePlan(wide, {}, [{}, {}]), TRIALS), every(2));
    const unlimited = makePlan({ overSpanFactor: 0.8 }, {}, [{}, {}, {}]);
    expectMonths(simulate(unlimited, TRIALS), every(3));
  });

  it('comes on top of a vacant seat', () => {
    const plan = makePlan({ ...wide, vacantFactor: 0.5 }, { occupant: starting('2028-01-01') }, [{}, {}, {}]);
    expectMonths(simulate(plan, TRIALS), every(3 * 0.5 * 0.8));
  });
});

describe('new hires of a manager who is vacant or over span ramp slower by the stated factor:', () => {
  const role = { ramp: [share(0), share(0.5)] };
  const slow = { rampFactor: 2 };
  const hire = { occupant: starting('2027-01-01') };

  it('twice as long where the seat is vacant, and still so once it is filled', () => {
    expectMonths(simulate(makePlan(slow, {}, [hire], role), TRIALS), months([0, 0.5, 1, 1, 1]), 'filled');
    const plan = makePlan(slow, { occupant: starting('2027-02-01') }, [hire], role);
    expectMonths(simulate(plan, TRIALS), months([0, 0, 0.5, 0.5, 1]), 'vacant');
  });

  it('by the share of the month of the start that it is vacant', () => {
    const part = 15 / 31;
    const plan = makePlan(slow, { occupant: starting('2027-01-16') }, [hire], role);
    const stretch = 1 + part;
    // at nothing for one stretched month, at half for another
    const ramped = (to: number) =>
      0.5 * Math.min(Math.max(to - stretch, 0), stretch) + Math.max(0, to - 2 * stretch);
    expectMonths(simulate(plan, TRIALS), months([1, 2, 3, 4, 5].map((to) => ramped(to) - ramped(to - 1))));
  });

  it('where the hire brings the team over the limit', () => {
    const management = { ...slow, spanLimit: 1 };
    const plan = makePlan(management, {}, [{}, hire], role);
    expectMonths(simulate(plan, TRIALS), months([1, 1, 1.5, 1.5, 2]));
  });

  it('not of those who were there before', () => {
    const recent: Partial<Seat> = { occupant: { kind: 'incumbent', hired: isoDate('2026-12-01') } };
    const plan = makePlan(slow, { occupant: starting('2028-01-01') }, [recent], role);
    expectMonths(simulate(plan, TRIALS), months([0.5, 1, 1, 1, 1]));
  });
});
