import type { IsoMonth, PeriodId } from '../model/units';
import type { OutcomeShape } from '../sim/outcome';
import type { SketchFloors } from '../sim/sketchFloors';
import type { PackedSketches } from './packSketches';

/** What seats are added up to. */
export const LEVEL_KINDS = ['plan', 'region', 'manager', 'territory', 'role'] as const;
export type LevelKind = (typeof LEVEL_KINDS)[number];

/** One of them: the plan itself, or one by its id. */
export type Level =
  { readonly kind: 'plan' } | { readonly kind: Exclude<LevelKind, 'plan'>; readonly id: string };

/** Measures of a group's fiscal year, in the order in which the engine keeps them (kernel/records.ts). */
export const MEASURE_NAMES = [
  'attainment',
  'cost',
  'contribution',
  'leavers',
  'vacancyMonths',
  'headcount',
  'rampedEquivalents',
  'seatsAtQuota',
  'shareAtQuota',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

/** Stands for no target: every figure of a summary is a finite number. */
export const NO_TARGET = -1;

/**
 * What a run knows of the plan and of every region, manager, territory, role and seat: typed arrays that are cheap to
 * hand from thread to thread, and nothing made of them until somebody asks (`readLevel`, `readLevelMonth`, `readSeat`).
 */
export interface Levels {
  readonly trials: number;
  readonly shape: OutcomeShape;
  readonly months: readonly IsoMonth[];
  /** Quarters, then years, with their months as indices from the plan's start: [firstMonth, endMonth). */
  readonly periods: readonly {
    readonly id: PeriodId;
    readonly firstMonth: number;
    readonly endMonth: number;
  }[];
  /** In the plan's order; groups are these, after the plan itself and before the seats. */
  readonly ids: Readonly<Record<Exclude<LevelKind, 'plan'> | 'seat', readonly string[]>>;
  readonly floors: SketchFloors;
  /** Targets by group and period: the plan's own, the others' quotas; NO_TARGET is none. */
  readonly targets: Float64Array;
  /** Bookings and their squares by group and month, quarter, year; their sketches, of months of the plan, regions and roles alone. */
  readonly bookings: Float64Array;
  readonly bookingSketches: PackedSketches;
  /** Trials at or above the target by group and period. */
  readonly hits: Uint32Array;
  /** Measures and their squares by group, year and measure; their sketches. */
  readonly measures: Float64Array;
  readonly measureSketches: PackedSketches;
  /** Bookings by seat and month. */
  readonly seatMonths: Float64Array;
  /** By seat and year: bookings, their squares, attainment, its squares; trials with a quota, and at it; sketches of both. */
  readonly seatYears: Float64Array;
  readonly seatCounts: Uint32Array;
  readonly seatBookings: PackedSketches;
  readonly seatAttainment: PackedSketches;
}
