import { expect } from 'vitest';
import type { RunTotals } from '../../../src/stats/mergeOutcomes';
import { momentsOf } from '../../support/statistics';

/** Standard errors that a figure of a run may lie from the exact one. */
const TOLERANCE = 4;
/** What rounding, and tables that are right to 1e-5, may add. */
const ROUNDING = 2e-5;

/** Whether a figure is the exact one within four of its standard errors. */
export function expectWithin(seen: number, exact: number, error: number, what: string): void {
  const allowed = TOLERANCE * error + ROUNDING * Math.abs(exact) + 1e-9;
  expect(Math.abs(seen - exact), `${what}: ${seen} for ${exact}, error ${error}`).toBeLessThanOrEqual(
    allowed,
  );
}

/** Whether the sample's mean is the exact one, by the sample's own standard error. */
export function expectMean(sample: ArrayLike<number>, exact: number, what: string): void {
  const { mean, meanError } = momentsOf(sample);
  expectWithin(mean, exact, meanError, what);
}

/** Whether the sample's variance is the exact one, by the sample's own fourth moment. */
export function expectVariance(sample: ArrayLike<number>, exact: number, what: string): void {
  const { variance, varianceError } = momentsOf(sample);
  expectWithin(variance, exact, varianceError, what);
}

/** A month's figure of every trial, from a matrix of rows by trial. */
export const columnOf = (matrix: ArrayLike<number>, columns: number, column: number, trials: number) =>
  Float64Array.from({ length: trials }, (_, trial) => matrix[trial * columns + column] ?? 0);

/** Whether the plan's mean bookings are the exact ones month by month. */
export function expectMonths(totals: RunTotals, exact: readonly number[], what = 'bookings'): void {
  const { months } = totals.shape;
  exact.forEach((mean, month) => {
    const sample = columnOf(totals.bookings, months, month, totals.trials);
    expectMean(sample, mean, `${what} of month ${month}`);
  });
}

/** Mean bookings of a seat by month, by its place in the plan's list. */
export const seatMonthsOf = (totals: RunTotals, seat: number): readonly number[] =>
  Array.from(
    totals.seatMonths.subarray(seat * totals.shape.months, (seat + 1) * totals.shape.months),
    (sum) => sum / totals.trials,
  );

/** Whether a seat's mean bookings are the exact ones month by month, where deals are Poisson and all of one size. */
export function expectSeatMonths(
  totals: RunTotals,
  seat: number,
  exact: readonly number[],
  size: number,
): void {
  const seen = seatMonthsOf(totals, seat);
  exact.forEach((mean, month) => {
    const error = Math.sqrt((mean * size) / totals.trials);
    expectWithin(seen[month] ?? NaN, mean, error, `seat ${seat}, month ${month}`);
  });
}
