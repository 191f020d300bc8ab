import { describe, expect, test } from 'vitest';
import { formatSeatRows } from '../../src/model/formatSeatRows';
import { parsePlan } from '../../src/model/parsePlan';
import { parseSeatRows } from '../../src/model/parseSeatRows';
import type { Plan, Seat } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { isoDate, managerId, roleId, seatId, share, territoryId } from '../../src/model/units';
import { judgeNumber } from '../../src/ui/kit/judgeNumber';
import { newProblem } from '../../src/ui/kit/tryChange';
import { MOST_ATTRITION } from '../../src/ui/team/leaving';
import { planWithRows } from '../../src/ui/team/planWithRows';
import { parseRampList } from '../../src/ui/team/rampList';
import { readSeatEdit, selfReportFault } from '../../src/ui/team/seatEdits';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const full = frozen(makeFullPlan());
const sample = frozen(makeStartUpSample());
const words = (plan: Plan, change: Partial<Plan>) => newProblem(plan, { ...plan, ...change })?.message;
const withRole = (patch: object) => ({
  roles: sample.roles.map((role, index) => (index === 0 ? { ...role, ...patch } : role)),
});

describe('copied seats', () => {
  test('carry their territory and closing, and are read back with them', () => {
    const { plan, seats } = {
      plan: full,
      seats: full.seats.filter(({ occupant }) => occupant.kind !== 'transfer'),
    };
    const { seats: read, problems, newTerritories } = parseSeatRows(formatSeatRows(seats, plan), plan);
    expect(problems).toEqual([]);
    expect(newTerritories).toEqual([]);
    expect(read.map(({ territoryId: of, closes }) => [of, closes])).toEqual(
      seats.map(({ territoryId: of, closes }) => [of, closes]),
    );
  });

  test('bring a territory that the plan does not have, once, and the plan is sound', () => {
    const text = 'Name\tStart\tTerritory\tCloses\nAnn\t2027-02-01\tAlps\t\nBo\t2027-03-01\talps\tOct 2027';
    const rows = parseSeatRows(text, sample);
    expect(rows.newTerritories).toEqual([{ id: 'territory-1', name: 'Alps', workload: 0 }]);
    const plan = planWithRows(sample, rows, true);
    expect(plan.seats.slice(-2).map(({ territoryId: of, closes }) => [of, closes])).toEqual([
      ['territory-1', undefined],
      ['territory-1', '2027-10-01'],
    ]);
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
  });

  test.each([
    ['soon', 'Row 2: closing must be a date such as 2027-10-01, got “soon”'],
    ['2027-01-15', 'Row 2: closing must be after the start 2027-02-01, got “2027-01-15”'],
    ['2027-02-30', 'Row 2: closing must be a date such as 2027-10-01, got “2027-02-30”'],
  ])('that close %s stay for mending, in words', (closes, message) => {
    const row = `Ann\t2027-02-01\t${closes}`;
    const { seats, problems, rest } = parseSeatRows(`Name\tStart\tCloses\n${row}`, sample);
    expect(seats).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(rest).toBe(`Name\tStart\tCloses\n${row}`);
  });

  test('of one name are each a seat of its own, and that is said', () => {
    const { seats, notes } = parseSeatRows('Name\tHired\nAnn\t2025-02-01\nann\t2025-03-01', sample);
    expect(new Set(seats.map(({ id }) => id)).size).toBe(2);
    expect(notes).toEqual(['More than one row has the name ann: each becomes a seat of its own.']);
  });
});

describe('what cannot be is refused where it is typed', () => {
  test('ramp above 200 %', () => {
    const read = parseRampList('0, 50, 250');
    expect(!read.ok && read.problems[0]?.message).toBe(
      'Month 3 of the ramp must be from 0 to 200 %, got 250.',
    );
    expect(words(sample, withRole({ ramp: [share(2.5)] }))).toBe('ramp[0] must be at most 2, got 2.5');
  });

  test('attrition of 100 %', () => {
    const judged = judgeNumber('100', {
      label: 'Annual attrition',
      percent: true,
      min: 0,
      max: MOST_ATTRITION,
    });
    expect('fault' in judged && judged.fault).toContain('Annual attrition');
    expect(words(sample, withRole({ annualAttrition: share(1) }))).toBe(
      'annual attrition must be below 1 (100 %), got 1',
    );
  });

  test('negative quota', () => {
    const [seat] = sample.seats;
    const typed = readSeatEdit(sample, seat!, 'quota', '(5,000)');
    expect(!typed.ok && typed.problems[0]?.message).toBe('Quota must not be below zero, got (5,000).');
    expect(words(sample, withRole({ annualQuota: -5 }))).toBe('annual quota must not be below zero, got -5');
  });

  test.each(['2027-02-30', '31.04.2027', '2027-13-01', '29 Feb 2027'])('the day %s', (day) => {
    const typed = readSeatEdit(sample, sample.seats[0]!, 'date', day);
    expect(!typed.ok && typed.problems[0]?.message).toContain(`got “${day}”`);
  });

  test('a closing before the start', () => {
    const hire = sample.seats.find(({ occupant }) => occupant.kind === 'planned')!;
    const closed = sample.seats.map((seat): Seat =>
      seat.id === hire.id ? { ...seat, closes: isoDate('2026-01-01') } : seat,
    );
    expect(words(sample, { seats: closed })).toContain('closes must be');
  });

  test('a manager who reports to themself, from either side', () => {
    const chair = full.seats.find(({ id }) => id === seatId('chair'))!;
    const typed = readSeatEdit(full, chair, 'manager', 'north');
    expect(!typed.ok && typed.problems[0]?.message).toBe(
      'Manager must be somebody else: Ines sits in this seat, and nobody reports to themself.',
    );
    expect(readSeatEdit(full, chair, 'manager', 'south')).toEqual({
      ok: true,
      value: { managerId: 'south' },
    });
    expect(selfReportFault(full, seatId('ae-1'), managerId('north'))).toBeUndefined();
    expect(selfReportFault(full, chair.id, undefined)).toBeUndefined();
  });

  test('seats of one name keep apart by their ids: an edit of one leaves the other', () => {
    const twin: Seat = { ...sample.seats[0]!, id: seatId('twin') };
    const plan: Plan = { ...sample, seats: [...sample.seats, twin] };
    expect(parsePlan(plan)).toMatchObject({ ok: true });
    expect(plan.seats.filter(({ name }) => name === twin.name).map(({ id }) => id)).toEqual([
      sample.seats[0]!.id,
      'twin',
    ]);
  });

  test('a role, a manager or a territory that is not there', () => {
    const [seat] = sample.seats;
    expect(words(sample, { seats: [{ ...seat!, roleId: roleId('pilot') }] })).toContain(
      'must be the id of a role',
    );
    expect(words(sample, { seats: [{ ...seat!, managerId: managerId('x') }] })).toContain(
      'must be the id of a manager',
    );
    expect(words(sample, { seats: [{ ...seat!, territoryId: territoryId('x') }] })).toContain(
      'must be the id of a territory',
    );
  });
});
