import type { PlanSample } from './planSample';

type Matrix = Float64Array | Uint16Array | Uint32Array;

/** One value a trial: a column of a matrix that is `columns` wide, trials in rows. */
export function columnOf(matrix: Matrix, columns: number, index: number, trials: number): Float64Array {
  const values = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) values[trial] = matrix[trial * columns + index] ?? 0;
  return values;
}

/** Sums of a monthly row over the months from `first` to before `end`, one a trial. */
export function sumOfMonths(
  totals: PlanSample,
  row: 'bookings' | 'rampedEquivalents',
  first: number,
  end: number,
): Float64Array {
  const { trials, shape } = totals;
  const sums = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) {
    let sum = 0;
    for (let month = first; month < end; month++) sum += totals[row][trial * shape.months + month] ?? 0;
    sums[trial] = sum;
  }
  return sums;
}
