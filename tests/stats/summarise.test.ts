import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days, money, periodId, share } from '../../src/model/units';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import {
  makeHistogram,
  makeProbability,
  quantileOfSorted,
  summariseSample,
} from '../../src/stats/distribution';
import { addOutcome, makeRunTotals } from '../../src/stats/mergeOutcomes';
import { readSeat } from '../../src/stats/readSeat';
import { summarise } from '../../src/stats/summarise';
import { PERCENTILES } from '../../src/stats/summary';
import { bestKernel } from '../../workers/kernels';
import { bookingsOf, simulate } from '../sim/support/simulate';
import { makeTestPlan } from '../sim/support/testPlan';

const values = fc
  .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 200 })
  .map((list) => Float64Array.from(list));

const plan = makeTestPlan({
  months: 14,
  seats: 3,
  role: { annualAttrition: share(0.3), annualQuota: money(14), timeToFill: { p50: days(30), p90: days(60) } },
  plan: { targets: [{ period: periodId('FY2027-Q2'), amount: money(9) }] },
});

describe('a sample', () => {
  it('has the quantiles that R and d3 give by default (type 7)', () => {
    const sorted = [1, 2, 4, 10];
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOfSorted(sorted, p))).toEqual([1, 1.75, 3, 5.5, 10]);
    expect(() => quantileOfSorted([], 0.5)).toThrow('a quantile needs at least one value, got none');
  });

  it('has the mean, sd and standard error by definition', () => {
    const { mean, sd, standardError } = summariseSample(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9));
    expect([mean, sd, standardError]).toEqual([5, Math.sqrt(32 / 7), Math.sqrt(32 / 7 / 8)]);
  });

  it('has rising percentiles between its least and its largest value, and a histogram that holds every value once', () => {
    fc.assert(
      fc.property(values, (sample) => {
        const sorted = sample.toSorted();
        const { percentiles, intervals } = summariseSample(sample);
        expect(percentiles).toEqual(PERCENTILES.map((percent) => quantileOfSorted(sorted, percent / 100)));
        expect(sample).toEqual(sorted);
        intervals.forEach(({ low, high }, index) => {
          expect(low).toBeLessThanOrEqual(percentiles[index] ?? 0);
          expect(high).toBeGreaterThanOrEqual(percentiles[index] ?? 0);
        });
        const ends = [sample[0] ?? 0, ...percentiles, sample.at(-1) ?? 0];
        for (let i = 1; i < ends.length; i++) expect(ends[i]).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
        const { start, width, counts } = makeHistogram(sample);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sample.length);
        expect(counts.length).toBeLessThanOrEqual(42);
        expect(start).toBeLessThanOrEqual((sample[0] ?? 0) * (1 + 1e-12));
        expect(start + width * counts.length).toBeGreaterThanOrEqual((sample.at(-1) ?? 0) * (1 - 1e-12));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('gives a probability its binomial error', () => {
    expect(makeProbability(5500, 10_000)).toEqual({
      value: 0.55,
      standardError: Math.sqrt((0.55 * 0.45) / 10_000),
    });
    expect(makeProbability(0, 0)).toEqual({ value: 0, standardError: 0 });
  });

  it('holds nothing for certain because no trial, or every one, had it', () => {
    const nearly = makeProbability(1, 2000).standardError;
    expect(makeProbability(0, 2000)).toEqual({ value: 0, standardError: nearly });
    expect(makeProbability(2000, 2000)).toEqual({
      value: 1,
      standardError: makeProbability(1999, 2000).standardError,
    });
    expect(nearly).toBeCloseTo(1 / 2000, 6);
  });
});

describe('totals', () => {
  it('take blocks in order and refuse any other', () => {
    const totals = makeRunTotals(plan, 128);
    const outcome = runBlock(bestKernel(), compilePlan(plan), 1, BLOCK_TRIALS);
    expect(() => addOutcome(totals, outcome)).toThrow('block must be 0, the next in order, got 1');
  });
});

describe('a summary', () => {
  const totals = simulate(plan, 1000);
  const summary = summarise(plan, totals);

  it('lists quarters, then years, whole or not', () => {
    expect(summary.periods.map(({ period, whole }) => `${period} ${whole}`)).toEqual([
      ...['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4'].map((id) => `${id} true`),
      ...['FY2028-Q1 false', 'FY2027 true', 'FY2028 false'],
    ]);
  });

  it('counts a period at its target when bookings are at or above it', () => {
    const quarter = bookingsOf(totals, 3, 6);
    const hits = quarter.filter((sum) => sum >= 9).length;
    expect(summary.periods[1]?.chance?.value).toBe(hits / 1000);
    expect(summary.periods.filter(({ chance }) => chance)).toHaveLength(1);
  });

  it('adds up: months make quarters, quarters years, seats the plan', () => {
    const mean = (index: number) => summary.periods[index]?.bookings.mean ?? NaN;
    expect(mean(0) + mean(1) + mean(2) + mean(3)).toBeCloseTo(mean(5), 9);
    expect(summary.months.slice(0, 3).reduce((sum, month) => sum + month.bookings.mean, 0)).toBeCloseTo(
      mean(0),
      9,
    );
    expect(summary.months.at(-1)?.cumulativeBookings.mean).toBeCloseTo(mean(5) + mean(6), 9);
    const seats = plan.seats.map(
      ({ id }) => readSeat(summary.levels, id, periodId('FY2027'))?.meanBookings ?? NaN,
    );
    expect(seats.reduce((sum, each) => sum + each, 0)).toBeCloseTo(mean(5), 9);
  });

  it('is the same when summarised again: nothing it is given is changed', () => {
    expect(summarise(plan, totals)).toEqual(summary);
  });
});
