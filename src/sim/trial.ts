import type { RunInput } from './compilePlan';
import { makeStream, type Stream } from './sfc32';
import { makeYearFrame, type YearFrame } from './yearFrame';

/** What one seat's life in one trial leaves behind; reused from seat to seat. */
export interface SeatLife {
  /** Mean deals by month of sizes as the role's. */
  readonly roleIntensity: Float64Array;
  /** The same of the incumbent's own sizes. */
  readonly ownIntensity: Float64Array;
  /** Months filled, by fiscal year. */
  readonly filled: Float64Array;
  /** Share of a year's quota that the filled time carries by the season's weights, by fiscal year. */
  readonly quotaShare: Float64Array;
  /** People who started (planned hires and backfills), by fiscal year. */
  readonly started: Float64Array;
  leavers: number;
}

/** Who is there in a trial, added up over its seats: changes by month, so that a stay costs two entries whatever its length. */
export interface Presence {
  /** People at a month's end, as the change from the month before. */
  readonly headcountChange: Int32Array;
  /** Fully ramped people who work the whole month, likewise. */
  readonly rampedChange: Int32Array;
  /** Ramped equivalents of everybody else, by month. */
  readonly ramping: Float64Array;
}

/** What the trial under way knows: drawn once and shared by its seats, or scratch that each seat fills anew. */
export interface Trial {
  readonly input: RunInput;
  readonly frame: YearFrame;
  /** Season × market by month. */
  readonly demand: Float64Array;
  /** Each role's productivity as a factor of the stated one. */
  readonly roleFactors: Float64Array;
  /** Words of the seat at hand: its people, its deals, and its incumbent's own record and deals. */
  readonly peopleStream: Stream;
  readonly dealStream: Stream;
  readonly ownStream: Stream;
  readonly life: SeatLife;
  readonly presence: Presence;
}

export function makeTrial(input: RunInput): Trial {
  const { months, years } = input;
  return {
    input,
    frame: makeYearFrame(input),
    demand: new Float64Array(months),
    roleFactors: new Float64Array(input.roles.length),
    peopleStream: makeStream(),
    dealStream: makeStream(),
    ownStream: makeStream(),
    life: {
      roleIntensity: new Float64Array(months),
      ownIntensity: new Float64Array(months),
      filled: new Float64Array(years),
      quotaShare: new Float64Array(years),
      started: new Float64Array(years),
      leavers: 0,
    },
    presence: {
      headcountChange: new Int32Array(months + 1),
      rampedChange: new Int32Array(months + 1),
      ramping: new Float64Array(months + 1),
    },
  };
}
