import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan, Seat } from '../../src/model/plan';
import { isSoundEdit } from '../../src/model/isSoundEdit';
import { parsePlan } from '../../src/model/parsePlan';
import { money, roleId, seatId } from '../../src/model/units';
import { makeBookPlan } from '../support/makeBookPlan';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { planArbitrary } from '../support/planArbitrary';

const edits: Readonly<Record<string, (seat: Seat) => Seat>> = {
  'a name': (seat) => ({ ...seat, name: 'Somebody else' }),
  'no name': (seat) => ({ ...seat, name: '' }),
  'a quota': (seat) => ({ ...seat, annualQuota: money(750_000) }),
  'a quota below zero': (seat) => ({ ...seat, annualQuota: money(-1) }),
  'a role that is not there': (seat) => ({ ...seat, roleId: roleId('nobody') }),
};

test('an edit of a seat is sound where the whole plan parses afterwards', () => {
  const names = Object.keys(edits);
  fc.assert(
    fc.property(planArbitrary, fc.constantFrom(...names), fc.nat(), (plan, name, at) => {
      fc.pre(plan.seats.length > 0);
      const edit = edits[name] ?? ((seat: Seat) => seat);
      const seats = plan.seats.map((seat, place) => (place === at % plan.seats.length ? edit(seat) : seat));
      const after = { ...plan, seats };
      expect(isSoundEdit(plan, after)).toBe(parsePlan(after).ok);
    }),
    { numRuns: 40, seed: 4 },
  );
});

test('what an edit does elsewhere is seen too: to the plan, to the accounts, and across fields', () => {
  const plan = makePlanOfSize({ seats: 40, months: 12, seed: 1 });
  const seat = plan.seats[0];
  expect(isSoundEdit(plan, { ...plan, name: 'Next year' })).toBe(true);
  expect(isSoundEdit(plan, { ...plan, name: '' })).toBe(false);
  expect(isSoundEdit(plan, { ...plan, roles: [] })).toBe(false);
  expect(isSoundEdit(plan, { ...plan, seats: plan.seats.map((each) => seat ?? each) })).toBe(false);
  const book = makeBookPlan(plan, 30, 3);
  const withBook = (change: Partial<NonNullable<Plan['accountBook']>>): Plan =>
    book.accountBook ? { ...book, accountBook: { ...book.accountBook, ...change } } : book;
  expect(isSoundEdit(book, withBook({}))).toBe(true);
  // Splits have one territory for each account.
  expect(isSoundEdit(book, withBook({ accounts: [] }))).toBe(false);
});

test('a plan that grows is left to be read whole', () => {
  const plan = makePlanOfSize({ seats: 10, months: 12, seed: 1 });
  const [first] = plan.seats;
  const seats = first ? [...plan.seats, { ...first, id: seatId('one-more') }] : [];
  expect(parsePlan({ ...plan, seats }).ok).toBe(true);
  expect(isSoundEdit(plan, { ...plan, seats })).toBe(false);
});
