import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/charts/chartTable';
import { formatMoneyTicks, formatShareTicks } from '../../src/charts/formatTicks';
import { layoutSparkline } from '../../src/charts/layoutSparkline';
import { spreadLabels } from '../../src/charts/spreadLabels';

describe('formatMoneyTicks', () => {
  it('writes each amount without rounding, alike within a letter', () => {
    expect(formatMoneyTicks([0, 1_000_000, 1_250_000, 1_500_000], 'USD')).toEqual([
      '$0',
      '$1.00M',
      '$1.25M',
      '$1.50M',
    ]);
    expect(formatMoneyTicks([0, 500_000, 1_000_000], 'USD')).toEqual(['$0', '$500K', '$1M']);
    expect(formatMoneyTicks([-2_000_000, 0], 'EUR')).toEqual(['-€2M', '€0']);
  });
});

describe('formatShareTicks', () => {
  it('writes percent without rounding', () => {
    expect(formatShareTicks([0, 0.025, 0.05])).toEqual(['0.0\u202f%', '2.5\u202f%', '5.0\u202f%']);
    expect(formatShareTicks([0, 0.1, 0.2])).toEqual(['0\u202f%', '10\u202f%', '20\u202f%']);
  });
});

describe('spreadLabels', () => {
  it('keeps labels in order, apart, and inside as long as they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 12 }), (drawn) => {
        const wanted = drawn.sort((a, b) => a - b);
        const places = spreadLabels(wanted, 15, 0, 300);
        expect(places.every((place, at) => at === 0 || place - (places[at - 1] ?? 0) >= 15 - 1e-9)).toBe(
          true,
        );
        expect(places.every((place) => place >= -1e-9 && place <= 300 + 1e-9)).toBe(true);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('moves nothing that is apart already', () => {
    expect(spreadLabels([10, 40, 90], 15, 0, 100)).toEqual([10, 40, 90]);
  });
});

describe('layoutSparkline', () => {
  it('starts at zero’s level for nothing, and reaches the top with the largest value', () => {
    expect(layoutSparkline([0, 10], 96, 28)).toBe('M0,27L96,1');
    expect(layoutSparkline([], 96, 28)).toBe('');
  });
});

describe('writeCsv', () => {
  it('keeps figures in full precision and text as it is', () => {
    const rows = [
      [
        { text: '$1.2M', raw: 1_234_567.891 },
        { text: 'a', raw: 'a, "b"\nc' },
      ],
    ];
    const read = csvParseRows(writeCsv({ columns: ['Mean', 'Name'], rows }));
    expect(read).toEqual([
      ['Mean', 'Name'],
      ['1234567.891', 'a, "b"\nc'],
    ]);
  });
});
