import type { EventId, SeatId } from '../model/units';
import type { BlockOutcome, RowName } from './outcome';

/**
 * Something that came to pass in a trial. `month` counts from the plan's start: fractional for what happens to people,
 * whole for deals, of whose day nothing is known, and for risks (below zero where one began before the plan).
 */
export type ReplayEvent =
  /** A planned hire or a successor takes the seat. */
  | { readonly kind: 'started'; readonly month: number; readonly seatId: SeatId }
  | { readonly kind: 'left'; readonly month: number; readonly seatId: SeatId }
  /** Whoever sat in the one seat takes the other. */
  | { readonly kind: 'moved'; readonly month: number; readonly seatId: SeatId; readonly fromSeatId: SeatId }
  /** The position was closed with somebody in it. */
  | { readonly kind: 'reduced'; readonly month: number; readonly seatId: SeatId }
  /** A risk event begins, and is over with the month `until`. */
  | {
      readonly kind: 'happened';
      readonly month: number;
      readonly eventId: EventId;
      readonly until: number;
    }
  /** `wonOpen` is of the opportunities that were open at the start. */
  | {
      readonly kind: 'deal' | 'wonOpen';
      readonly month: number;
      readonly seatId: SeatId;
      readonly amount: number;
    };

/** The plan's own figures of one trial: see ROWS. */
export type TrialRow = { readonly [Name in RowName]: BlockOutcome[Name] };

/** One trial, told. */
export interface Replay {
  readonly trial: number;
  /** By month, and of one month as they came about, seat by seat. */
  readonly events: readonly ReplayEvent[];
  readonly row: TrialRow;
}
