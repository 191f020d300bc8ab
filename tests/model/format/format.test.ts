import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount } from '../../../src/model/format/formatCount';
import { formatExactMoney } from '../../../src/model/format/formatExactMoney';
import { formatMargin } from '../../../src/model/format/formatMargin';
import { formatMoney } from '../../../src/model/format/formatMoney';
import { formatMonth } from '../../../src/model/format/formatMonth';
import { formatPeriod } from '../../../src/model/format/formatPeriod';
import { formatShare } from '../../../src/model/format/formatShare';
import { isoMonth, periodId } from '../../../src/model/units';

const compact = (amount: number, currency = 'USD') => formatMoney(amount, currency, { compact: true });

describe('money', () => {
  it.each([
    [0, '$0'],
    [0.4, '$0'],
    [-0.4, '$0'],
    [950, '$950'],
    [999.6, '$1.0K'],
    [4_200, '$4.2K'],
    [99_960, '$100K'],
    [420_300, '$420K'],
    [999_600, '$1.0M'],
    [4_200_000, '$4.2M'],
    [4_249_999, '$4.2M'],
    [9_996_000, '$10.0M'],
    [12_000_000, '$12.0M'],
    [42_000_000, '$42.0M'],
    [120_300_000, '$120M'],
    [1_250_000_000, '$1.3B'],
    [-3_040_000, '-$3.0M'],
  ])('%d is written compactly as %s', (amount, text) => {
    expect(compact(amount)).toBe(text);
  });

  it('in compact form never has more than three digits below a thousand trillion', () => {
    fc.assert(
      fc.property(fc.double({ min: -9.9e14, max: 9.9e14, noNaN: true }), (amount) => {
        expect(compact(amount).replace(/\D/g, '').length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('follows the locale and the currency', () => {
    expect(formatMoney(4_200_000, 'EUR', { compact: true, locale: 'de-DE' })).toBe('4,2\u00a0Mio.\u00a0€');
    expect(formatMoney(4_200_000.4, 'JPY')).toBe('¥4,200,000');
  });

  it('exact shows the currency’s last digit, and none where it is zero', () => {
    expect(formatExactMoney(4_213_000, 'USD')).toBe('$4,213,000');
    expect(formatExactMoney(4_213_000.5, 'USD')).toBe('$4,213,000.50');
    expect(formatExactMoney(4_213_000.5, 'JPY')).toBe('¥4,213,001');
  });
});

describe('shares', () => {
  it('show whole points without a standard error and from a quarter of a point of it', () => {
    expect(formatShare(0.632847)).toBe('63\u202f%');
    expect(formatShare(1.0432)).toBe('104\u202f%');
    expect(formatShare(0.632847, 0.0025)).toBe('63\u202f%');
    expect(formatShare(0.632847, 0.00482)).toBe('63\u202f%');
  });

  it('show one decimal where the standard error is below a quarter of a point', () => {
    expect(formatShare(0.632847, 0.00249)).toBe('63.3\u202f%');
    expect(formatShare(0.5, 0.001)).toBe('50.0\u202f%');
  });

  it('are 0 % or 100 % only when none or all of the trials say so', () => {
    expect(formatShare(0, 0)).toBe('0\u202f%');
    expect(formatShare(1, 0)).toBe('100\u202f%');
    expect(formatShare(0.0004, 0.0002)).toBe('<\u202f0.1\u202f%');
    expect(formatShare(0.9996, 0.0002)).toBe('>\u202f99.9\u202f%');
    expect(formatShare(0.004, 0.006)).toBe('<\u202f1\u202f%');
    expect(formatShare(0.997, 0.006)).toBe('>\u202f99\u202f%');
    fc.assert(
      fc.property(
        fc.double({ min: Number.MIN_VALUE, max: 1 - 2 ** -53, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (value, standardError) => {
          expect(formatShare(value, standardError)).not.toMatch(/^(0(\.0)?|100(\.0)?)\u202f/);
        },
      ),
    );
  });

  it('have a margin in points', () => {
    expect(formatMargin(0.00482)).toBe('±0.5');
    expect(formatMargin(0)).toBe('±0');
    expect(formatMargin(0.0001)).toBe('±<0.1');
  });
});

describe('time and counts', () => {
  it('months are written with their year', () => {
    expect(formatMonth(isoMonth('2027-03'))).toBe('Mar 2027');
    expect(formatMonth(isoMonth('2028-01'))).toBe('Jan 2028');
  });

  it('fiscal periods are written with the quarter first', () => {
    expect(formatPeriod(periodId('FY2027-Q1'))).toBe('Q1 FY27');
    expect(formatPeriod(periodId('FY2027'))).toBe('FY27');
  });

  it('counts are grouped, means of them carry a decimal', () => {
    expect(formatCount(10_000)).toBe('10,000');
    expect(formatCount(11.43, 1)).toBe('11.4');
  });
});
