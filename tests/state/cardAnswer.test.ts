import { expect, test } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';

import { mainPeriod } from '../../src/state/cardAnswer';
import { makeRunTotals } from '../../src/stats/mergeOutcomes';
import { summarise } from '../../src/stats/summarise';
import { setTarget } from '../../src/model/editPlan';
import { isoMonth, money, periodId } from '../../src/model/units';

const sample = makeStartUpSample();
const asked = (plan: typeof sample) => mainPeriod(summarise(plan, makeRunTotals(plan, 0)))?.period;
const over = (start: string, months: number, fiscalYearStart = 1) => ({
  ...sample,
  targets: [],
  calendar: { start: isoMonth(start), months, fiscalYearStart },
});

test('a plan of one fiscal year is asked about that year', () => {
  expect(asked(sample)).toBe('FY2027');
});

test('of several fiscal years the one that the plan covers most of is asked about, the earlier of equals', () => {
  expect(asked(over('2027-01', 12, 4))).toBe('FY2028');
  expect(asked(over('2027-01', 36))).toBe('FY2027');
});

test('a year with a target comes before a longer one without', () => {
  const plan = setTarget(over('2027-01', 12, 4), periodId('FY2027'), money(1_000_000));
  expect(asked(plan)).toBe('FY2027');
});
