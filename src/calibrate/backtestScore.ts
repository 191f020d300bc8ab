/** What a backtest found, as the Data room draws it and the command line tells it. Plain data. */
import type { Money } from '../model/units';

/** Shares of the trials, in percent, that a central interval holds. */
export type CoverageLevel = 50 | 80 | 90;

/** What would have been forecast, with what happened. */
export interface ForecastScore {
  /** Mean of the trials. */
  readonly expected: Money;
  readonly p5: Money;
  readonly p10: Money;
  readonly p25: Money;
  readonly p50: Money;
  readonly p75: Money;
  readonly p90: Money;
  readonly p95: Money;
  readonly actual: Money;
  /** Share of trials below what happened, ties counted half. */
  readonly below: number;
  /** Whether it lies within the central interval of that share of the trials, both ends included. */
  readonly within: Readonly<Record<CoverageLevel, boolean>>;
}

export interface SellerScore extends ForecastScore {
  readonly name: string;
}

/**
 * How many sellers their 80 % ranges held, against eight in ten: fewer or more than chance explains (a normal
 * approximation of the binomial law, one in twenty on either side, sellers taken as independent), or neither.
 */
export type BacktestVerdict = 'too-few' | 'as-many' | 'too-many';

export interface BacktestScore {
  /** The quarter held back, such as `FY2017-Q4`. */
  readonly quarter: string;
  /** The full quarters before it that productivity was taken from, in order of time. */
  readonly known: readonly string[];
  readonly team: ForecastScore;
  readonly seats: { readonly count: number; readonly within: Readonly<Record<CoverageLevel, number>> };
  /** By what happened, most first. */
  readonly sellers: readonly SellerScore[];
  readonly verdict: BacktestVerdict;
  /** Booked in the quarter by those who had no seat before it: outside the test. */
  readonly unforeseen: Money;
  readonly trials: number;
  /** Trials of the sellers whom `trials` put too close to the end of a range to tell; `trials` again where there are many sellers. */
  readonly longerTrials: number;
  readonly seed: number;
  readonly engine: string;
  readonly currency: string;
  /** The two findings in words: of the team, of its sellers. */
  readonly sentences: { readonly team: string; readonly sellers: string };
}
