import { describe, expect, test } from 'vitest';
import {
  defaultRun,
  defaultTimeToFill,
  leverRanges,
  makeRole,
  marketSdRange,
  neutralLevers,
} from '../../src/model/defaults';
import { parsePlan } from '../../src/model/parsePlan';
import { makeStartUpSample } from '../../src/model/samples';
import { segmentDefaults, type Segment } from '../../src/model/segmentDefaults';
import { roleId } from '../../src/model/units';

const plan = makeStartUpSample();
const keys = ['productivity', 'dealSize', 'attrition', 'ramp', 'timeToFill', 'startDelay', 'target'] as const;

test('every lever has a range, and it changes nothing at its neutral place', () => {
  expect(Object.keys(leverRanges).sort()).toEqual([...keys].sort());
  for (const key of keys) expect(leverRanges[key].neutral).toBe(neutralLevers[key]);
});

test.each(keys)('a plan may have the lever %s at either end of its range', (key) => {
  for (const value of [leverRanges[key].min, leverRanges[key].max])
    expect(parsePlan({ ...plan, levers: { ...plan.levers, [key]: value } })).toMatchObject({ ok: true });
});

test('a range holds its neutral value and is a whole number of steps long', () => {
  for (const { min, max, step, neutral } of [...Object.values(leverRanges), marketSdRange]) {
    expect(min <= neutral && neutral <= max).toBe(true);
    expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 9);
  }
});

describe.each(Object.keys(segmentDefaults) as Segment[])('the defaults of %s', (segment) => {
  test('make a role that is valid', () => {
    const role = makeRole(segment, { id: roleId('seller') });
    const seats = plan.seats.map((seat) => ({ ...seat, roleId: role.id }));
    expect(parsePlan({ ...plan, roles: [role], seats })).toMatchObject({ ok: true });
  });

  test('keep the stated ratios of quota to bookings and to earnings, to the rounding of pay and productivity', () => {
    const role = makeRole(segment);
    const { overAssignment, quotaToEarnings, baseShare } = segmentDefaults[segment];
    expect(role.annualQuota / (role.productivity.perMonth * 12)).toBeCloseTo(1 + overAssignment.value, 2);
    const earnings = role.pay.base + role.pay.variable;
    expect(role.annualQuota / earnings / quotaToEarnings.value).toBeCloseTo(1, 2);
    expect(role.pay.base / earnings).toBeCloseTo(baseShare.value, 2);
  });

  test('fill a seat after the vacancy and the successor’s notice', () => {
    const { daysToFill, startLag } = segmentDefaults[segment];
    expect(defaultTimeToFill(segment).p50).toBe(daysToFill.value.p50 + startLag.value);
  });

  test('each say where they come from', () => {
    const { label, ...figures } = segmentDefaults[segment];
    expect(label).not.toBe('');
    for (const { source, trust } of Object.values(figures)) {
      expect(source).not.toBe('');
      expect(['A', 'B', 'C', 'judgement']).toContain(trust);
    }
  });
});

test('the default number of trials puts the standard error of a probability at half a point at most', () => {
  expect(Math.sqrt(0.25 / defaultRun.trials)).toBeLessThanOrEqual(0.005);
});
