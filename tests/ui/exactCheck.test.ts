import { expect, test } from 'vitest';
import { money, periodId } from '../../src/model/units';
import { exactCheck } from '../../src/ui/outlook/exactCheck';

const period = (mean: number, standardError: number, exactMean?: number) => ({
  period: periodId('FY2027'),
  kind: 'year' as const,
  firstMonth: 0,
  endMonth: 12,
  whole: true,
  bookings: { mean, standardError, sd: standardError * 100, percentiles: [], intervals: [] },
  histogram: { start: 0, width: 1, counts: [] },
  nearest: { p10: 0, p50: 0, p90: 0 },
  ...(exactMean !== undefined && { exactMean: money(exactMean) }),
});

test('trials within chance of the exact mean are said to agree with it', () => {
  expect(exactCheck(period(5_460_000, 11_000, 5_452_300), 'USD')).toBe(
    'As a check: worked out without trials, the mean is $5.5M. The trials agree with it (0.7 standard errors apart).',
  );
});

test('trials further from it than chance explains are called so', () => {
  expect(exactCheck(period(5_600_000, 11_000, 5_452_300), 'USD')).toContain(
    'than chance explains (13.4 standard',
  );
});

test('nothing is said where the exact mean is not known', () => {
  expect(exactCheck(period(1, 1), 'USD')).toBeUndefined();
});
