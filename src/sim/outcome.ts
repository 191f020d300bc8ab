import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import * as layout from './kernel/layout';
import {
  ATTAINMENT_BINS,
  BLOCK_TRIALS,
  MEASURES,
  NO_BIN,
  SHARE_FLOOR,
  SIGNED_STEPS,
  SKETCH_BINS,
  SKETCH_OCTAVES,
} from './kernel/records';

export {
  ATTAINMENT_BINS,
  BLOCK_TRIALS,
  MEASURES,
  NO_BIN,
  SHARE_FLOOR,
  SIGNED_STEPS,
  SKETCH_BINS,
  SKETCH_OCTAVES,
};

/** Bins of a seat's attainment histogram: the first holds nothing at all, the next are so wide, the last is all above. */
export const ATTAINMENT_BIN_WIDTH = 1 / 32;
/** Numbers of a seat's year: sums of its bookings, their squares, its attainment, their squares. */
export const SEAT_SUMS = 4;

/** What a run's figures are counted by. */
export interface OutcomeShape {
  readonly months: number;
  readonly quarters: number;
  readonly years: number;
  readonly seats: number;
  /** The plan, its regions, managers, territories and roles, in that order. */
  readonly groups: number;
  /** Words of 32 risk events each. */
  readonly eventWords: number;
  /** Sketches of bookings: of months too for the plan, regions and roles, else of quarters and years. */
  readonly sketches: number;
}

export function outcomeShape(plan: Plan): OutcomeShape {
  const periods = planPeriods(plan.calendar);
  const quarters = periods.filter(({ kind }) => kind === 'quarter').length;
  const years = periods.length - quarters;
  const { months } = plan.calendar;
  const wide = 1 + plan.regions.length + plan.roles.length;
  const narrow = plan.managers.length + plan.territories.length;
  return {
    months,
    quarters,
    years,
    seats: plan.seats.length,
    groups: wide + narrow,
    eventWords: Math.ceil(plan.events.length / 32),
    sketches: wide * (months + quarters + years) + narrow * (quarters + years),
  };
}

/** Arrays of a trial's figures: a row for each trial, `columns` wide. Names say what stands in a row. */
export const ROWS = {
  /** Bookings by month. */
  bookings: { slot: layout.OUT_BOOKINGS, array: Float64Array, columns: 'months' },
  /** People (managers and support among them) at each month's end. */
  headcount: { slot: layout.OUT_HEADCOUNT, array: Uint16Array, columns: 'months' },
  /** Ramped rep equivalents by month, of sellers. */
  rampedEquivalents: { slot: layout.OUT_RAMPED, array: Float64Array, columns: 'months' },
  /** Cost by fiscal year. */
  cost: { slot: layout.OUT_COST, array: Float64Array, columns: 'years' },
  /** Months that open positions were vacant, by fiscal year. */
  vacancy: { slot: layout.OUT_VACANCY, array: Float64Array, columns: 'years' },
  /** Seats that had a quota and were filled a month or more, by fiscal year; and those of them that attained it. */
  withQuota: { slot: layout.OUT_WITH_QUOTA, array: Uint32Array, columns: 'years' },
  atQuota: { slot: layout.OUT_AT_QUOTA, array: Uint32Array, columns: 'years' },
  /** People who left by themselves; people who started (planned hires and backfills). */
  leavers: { slot: layout.OUT_LEAVERS, array: Uint32Array, columns: 1 },
  starters: { slot: layout.OUT_STARTERS, array: Uint32Array, columns: 1 },
  /** Mean of the market's factor over the quarters. */
  market: { slot: layout.OUT_MARKET, array: Float64Array, columns: 1 },
  largestDeal: { slot: layout.OUT_LARGEST, array: Float64Array, columns: 1 },
  deals: { slot: layout.OUT_DEALS, array: Uint32Array, columns: 1 },
  /** Risk events that happened, a bit each, in the plan's order. */
  events: { slot: layout.OUT_EVENTS, array: Uint32Array, columns: 'eventWords' },
} as const;

type CellsOf = (shape: OutcomeShape) => number;
const seatYears: CellsOf = ({ seats, years }) => seats * years;
const groupPeriods: CellsOf = ({ groups, months, quarters, years }) => groups * (months + quarters + years);
const groupYears: CellsOf = ({ groups, years }) => groups * years;

/** Arrays of sums over trials. */
export const SUMS = {
  /** Bookings by seat and month. */
  seatMonths: {
    slot: layout.OUT_SEAT_MONTHS,
    array: Float64Array,
    cells: ({ seats, months }: OutcomeShape) => seats * months,
  },
  /** SEAT_SUMS numbers by seat and fiscal year. */
  seatYears: {
    slot: layout.OUT_SEAT_YEARS,
    array: Float64Array,
    cells: (s: OutcomeShape) => SEAT_SUMS * seatYears(s),
  },
  /** By seat and fiscal year: trials in which it had a quota and was filled a month or more, and in which it attained it. */
  seatCounts: {
    slot: layout.OUT_SEAT_COUNTS,
    array: Uint32Array,
    cells: (s: OutcomeShape) => 2 * seatYears(s),
  },
  /** Bookings and their squares by group and period (months, quarters, years). */
  groupMoments: {
    slot: layout.OUT_GROUP_MOMENTS,
    array: Float64Array,
    cells: (s: OutcomeShape) => 2 * groupPeriods(s),
  },
  /** Trials at or above the target by group and period (quarters, years). */
  groupHits: {
    slot: layout.OUT_GROUP_HITS,
    array: Uint32Array,
    cells: ({ groups, quarters, years }: OutcomeShape) => groups * (quarters + years),
  },
  /** Measures (see `kernel/records.ts`) and their squares by group and fiscal year. */
  measureMoments: {
    slot: layout.OUT_MEASURE_MOMENTS,
    array: Float64Array,
    cells: (s: OutcomeShape) => 2 * MEASURES * groupYears(s),
  },
} as const;

/**
 * Histograms, one after the other. A block holds the bin that each of its trials fell into, `BLOCK_TRIALS` bytes to a
 * histogram (NO_BIN for none); totals count them.
 */
export const HISTOGRAMS = {
  /** Attainment by seat and fiscal year. */
  seatAttainment: { slot: layout.OUT_SEAT_ATTAINMENT, bins: ATTAINMENT_BINS, count: seatYears },
  /** Sketch of bookings by seat and fiscal year. */
  seatBookings: { slot: layout.OUT_SEAT_BOOKINGS, bins: SKETCH_BINS, count: seatYears },
  /** Sketches of bookings, in the order of groups and of their periods. */
  groupSketches: {
    slot: layout.OUT_GROUP_SKETCHES,
    bins: SKETCH_BINS,
    count: ({ sketches }: OutcomeShape) => sketches,
  },
  /** Sketches of measures by group and fiscal year. */
  measureSketches: {
    slot: layout.OUT_MEASURE_SKETCHES,
    bins: SKETCH_BINS,
    count: (s: OutcomeShape) => MEASURES * groupYears(s),
  },
} as const;

export type RowName = keyof typeof ROWS;
export type SumName = keyof typeof SUMS;
export type HistogramName = keyof typeof HISTOGRAMS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];
export const SUM_NAMES = Object.keys(SUMS) as SumName[];
export const HISTOGRAM_NAMES = Object.keys(HISTOGRAMS) as HistogramName[];

/** Columns of a row of that name. */
export function columnsOf(name: RowName, shape: OutcomeShape): number {
  const { columns } = ROWS[name];
  return typeof columns === 'number' ? columns : shape[columns];
}

type ArrayOf<Section extends { readonly array: new (length: number) => unknown }> = InstanceType<
  Section['array']
>;

type BlockArrays = { readonly [Name in RowName]: ArrayOf<(typeof ROWS)[Name]> } & {
  readonly [Name in SumName]: ArrayOf<(typeof SUMS)[Name]>;
} & { readonly [Name in HistogramName]: Uint8Array<ArrayBuffer> };

/**
 * What one block of trials yields. Rows are trials, in order. Sums over the block's trials are taken in trial order, so
 * blocks merged in block order give the same bytes on any number of workers.
 */
export interface BlockOutcome extends BlockArrays {
  readonly block: number;
  readonly trials: number;
}
