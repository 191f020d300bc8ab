import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsFromStart } from '../../src/model/calendar';
import { makeRole, neutralLevers } from '../../src/model/defaults';
import type { Calendar, Seat } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { days, isoDate, isoMonth, roleId, seatId, share } from '../../src/model/units';
import { headcountPaths } from '../../src/ui/team/headcountPaths';
import { rampSteps } from '../../src/ui/team/rampSteps';
import {
  addDays,
  addMonths,
  dateAt,
  insideHorizon,
  layoutHire,
  monthsCovered,
  plannedHeadcount,
  quarterMarks,
  rampGradient,
} from '../../src/ui/team/timelineLayout';

const calendar: Calendar = { start: isoMonth('2027-01'), months: 12, fiscalYearStart: 1 };
const role = makeRole('smb', { id: roleId('r'), ramp: [share(0), share(0.5)] });
const hire = (start: string): Seat => ({
  id: seatId('s'),
  name: 'Hire',
  roleId: role.id,
  occupant: { kind: 'planned', start: isoDate(start) },
  backfill: true,
});

describe('dates along the timeline', () => {
  test('a day is found again at its own place, in months of any length', () => {
    const horizon: Calendar = { start: isoMonth('2023-11'), months: 60, fiscalYearStart: 1 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1826 }), (offset) => {
        const date = addDays(isoDate('2023-11-01'), offset);
        expect(dateAt(horizon, monthsFromStart(horizon, date), 'day')).toBe(date);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  test('a drag snaps to the nearest first of a month and stays inside the horizon', () => {
    expect(dateAt(calendar, 2.4, 'month')).toBe('2027-03-01');
    expect(dateAt(calendar, 2.6, 'month')).toBe('2027-04-01');
    expect(dateAt(calendar, -7, 'month')).toBe('2027-01-01');
    expect(dateAt(calendar, 40, 'month')).toBe('2027-12-01');
    expect(dateAt(calendar, 40, 'day')).toBe('2027-12-31');
    expect(insideHorizon(calendar, isoDate('2028-02-01'))).toBe('2027-12-31');
    expect(insideHorizon(calendar, isoDate('2027-05-17'))).toBe('2027-05-17');
  });

  test('a month later is the same day where that month has it', () => {
    expect(addMonths(isoDate('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(isoDate('2027-03-15'), -3)).toBe('2026-12-15');
    expect(addDays(isoDate('2027-02-26'), 7)).toBe('2027-03-05');
  });

  test('a drag over an empty row covers whole months in either direction', () => {
    expect(monthsCovered(calendar, 3.2, 5.9)).toEqual({ first: 3, last: 5 });
    expect(monthsCovered(calendar, 5.9, 3.2)).toEqual({ first: 3, last: 5 });
    expect(monthsCovered(calendar, -2, 99)).toEqual({ first: 0, last: 11 });
  });
});

describe('bars', () => {
  test('a bar has a step for each month of ramp and is full from then on', () => {
    const bar = layoutHire(calendar, neutralLevers, role, hire('2027-03-01'));
    expect(bar.steps).toEqual([
      { from: 2, to: 3, share: 0 },
      { from: 3, to: 4, share: 0.5 },
      { from: 4, to: 12, share: 1 },
    ]);
    expect(bar).toMatchObject({ start: 2, working: 2, ramped: 4, late: false });
  });

  test('the ramp lever stretches the steps and the hiring delay puts them back', () => {
    const levers = { ...neutralLevers, ramp: 2, startDelay: days(30.4375) };
    const bar = layoutHire(calendar, levers, role, hire('2027-03-01'));
    expect(bar.steps.map((step) => [step.from, step.to])).toEqual([
      [3, 5],
      [5, 7],
      [7, 12],
    ]);
    expect(bar.start).toBe(2);
  });

  test('a hire whose ramp ends after the horizon cannot ramp in time; one who just makes it can', () => {
    expect(layoutHire(calendar, neutralLevers, role, hire('2027-11-01')).late).toBe(false);
    expect(layoutHire(calendar, neutralLevers, role, hire('2027-11-02')).late).toBe(true);
    expect(layoutHire(calendar, { ...neutralLevers, ramp: 0 }, role, hire('2027-12-31')).late).toBe(false);
  });

  test('a seat is likely to be vacant until a hire really starts, and after somebody moves on', () => {
    const slow = {
      ...role,
      startSlip: { p50: days(30.4375), p90: days(60) },
      timeToFill: { p50: days(60.875), p90: days(90) },
    };
    const delayed = { ...neutralLevers, startDelay: days(30.4375), timeToFill: 0.5 };
    const places = (
      levers: typeof neutralLevers,
      seat: Seat,
      moves: { name: string; date: ReturnType<typeof isoDate> }[] = [],
    ) => layoutHire(calendar, levers, slow, seat, moves).vacancies;
    expect(places(neutralLevers, hire('2027-03-01'))).toEqual([{ from: 2, to: 3 }]);
    expect(places(delayed, hire('2027-03-01'))).toEqual([{ from: 2, to: 4 }]);
    const filled: Seat = {
      ...hire('2027-03-01'),
      occupant: { kind: 'incumbent', hired: isoDate('2025-01-01') },
    };
    const moves = [{ name: 'Lead', date: isoDate('2027-06-01') }];
    expect(places(neutralLevers, filled)).toEqual([]);
    expect(places(neutralLevers, filled, moves)).toEqual([{ from: 5, to: 7 }]);
    expect(places(delayed, filled, moves)).toEqual([{ from: 5, to: 6 }]);
    // Nobody replaces the leaver: vacant to the end, or to the closing.
    expect(places(neutralLevers, { ...filled, backfill: false }, moves)).toEqual([{ from: 5, to: 12 }]);
    expect(
      places(neutralLevers, { ...filled, backfill: false, closes: isoDate('2027-10-01') }, moves),
    ).toEqual([{ from: 5, to: 9 }]);
  });

  test('the gradient runs through every step in order', () => {
    const { steps } = layoutHire(calendar, neutralLevers, role, hire('2027-03-01'));
    const gradient = rampGradient(steps, 2, 12, 'red');
    expect(gradient).toContain('18%, transparent) 0.000% 10.000%');
    expect(gradient).toContain('80%, transparent) 20.000% 100.000%');
  });

  test('the steps of a ramp chart end at 100 % whatever the ramp', () => {
    const layout = rampSteps([0, 0.5], 100, 50);
    expect(layout.line).toBe('M0 50H25L25 25.5H50L50 1H75L75 1H100');
    expect(layout.full).toBe(1);
    expect(
      rampSteps(
        Array.from({ length: 60 }, () => 0.1),
        200,
        50,
      ).ticks.length,
    ).toBeLessThan(10);
  });
});

describe('headcount and targets', () => {
  const plan = makeStartUpSample();

  test('the planned headcount starts with the filled seats and ends with all', () => {
    const count = plannedHeadcount(plan);
    expect(count[0]).toBe(7);
    expect(count.at(-1)).toBe(12);
    const late = plannedHeadcount({ ...plan, levers: { ...plan.levers, startDelay: days(61) } });
    expect(late.every((each, month) => each <= (count[month] ?? 0))).toBe(true);
    expect(late).not.toEqual(count);
  });

  test('the quarters carry their targets with the target lever applied', () => {
    const marks = quarterMarks({ ...plan, levers: { ...plan.levers, target: 2 } });
    expect(marks.map((mark) => mark.period.id)).toEqual(['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4']);
    expect(marks.map((mark) => mark.target)).toEqual(plan.targets.map((target) => target.amount * 2));
  });

  test('the headcount’s band is closed and lies between its lowest and highest', () => {
    const { band, planned, mean } = headcountPaths(
      [2, 4],
      [
        { low: 1, mean: 1.5, high: 2 },
        { low: 3, mean: 3.5, high: 4 },
      ],
    );
    expect(planned).toBe('M0 64.67H1L1 6H2');
    expect(mean).toBe('M0 79.33H1L1 20.67H2');
    expect(band).toBe('M0 64.67H1L1 6H2L2 35.33H1L1 94H0Z');
    expect(headcountPaths([2], [])).toEqual({ planned: 'M0 50H1' });
  });
});
