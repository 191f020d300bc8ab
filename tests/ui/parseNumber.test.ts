import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber, plainNumber } from '../../src/ui/kit/judgeNumber';
import { parseNumber } from '../../src/ui/kit/parseNumber';

describe('parseNumber', () => {
  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1 234 567', 1_234_567],
    ["1'234", 1234],
    ['0,5', 0.5],
    ['1.234', 1.234],
    ['$4.2M', 4_200_000],
    ['420k', 420_000],
    ['€1.5 bn', 1_500_000_000],
    ['4.2M USD', 4_200_000],
    ['CHF 300', 300],
    ['63 %', 63],
    ['\u221212', -12],
    ['-$5', -5],
    ['5.', 5],
    ['.5', 0.5],
  ])('reads %s as %d', (typed, value) => {
    expect(parseNumber(typed)).toBeCloseTo(value, 9);
  });

  it.each(['', 'abc', '12abcd', '1..2', '--5', '1.23.4', '5 apples', '∞'])(
    'finds no number in “%s”',
    (typed) => {
      expect(parseNumber(typed)).toBeUndefined();
    },
  );

  it('reads back whatever number is written plainly or in English groups', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (number) => {
        const value = Math.round(number * 100) / 100;
        expect(parseNumber(value.toFixed(2))).toBeCloseTo(value, 6);
        const grouped = value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        expect(parseNumber(grouped)).toBeCloseTo(value, 6);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('judgeNumber', () => {
  it('takes a percentage as a fraction', () => {
    expect(judgeNumber('12.5 %', { label: 'Attrition', percent: true, min: 0, max: 1 })).toEqual({
      value: 0.125,
    });
  });

  it.each([
    ['many', {}, 'Quota must be a number, got “many”.'],
    ['1.5', { integer: true }, 'Quota must be a whole number, got 1.5.'],
    ['-5', { min: 0 }, 'Quota must be at least 0, got -5.'],
    ['2000', { max: 1000 }, 'Quota must be at most 1,000, got 2000.'],
    ['140', { percent: true, max: 1 }, 'Quota must be at most 100 %, got 140.'],
  ])('says why %s is refused', (typed, rules, fault) => {
    expect(judgeNumber(typed, { label: 'Quota', ...rules })).toEqual({ fault });
  });

  it('writes a value without the noise of binary fractions', () => {
    expect(plainNumber(0.07, true)).toBe('7');
    expect(plainNumber(0.1 + 0.2)).toBe('0.3');
  });
});
