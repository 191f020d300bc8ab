import type { AccountBook, Measure } from './accountBook';

/** What all accounts together have of a measure. */
export interface MeasureSum {
  readonly measure: Measure;
  /** Of those that are known. */
  readonly sum: number;
  /** Accounts whose value is known and above zero, is zero, and is not known. */
  readonly above: number;
  readonly zero: number;
  readonly missing: number;
}

/** Each of the book's measures with what all accounts have of it. Linear in accounts times measures. */
export const sumMeasures = ({ accounts, measures }: AccountBook): MeasureSum[] =>
  measures.map((measure, place) => {
    let [sum, above, zero, missing] = [0, 0, 0, 0];
    for (const { values } of accounts) {
      const value = values[place] ?? null;
      if (value === null) missing++;
      else if (value === 0) zero++;
      else above++;
      sum += value ?? 0;
    }
    return { measure, sum, above, zero, missing };
  });
