/** Trials are run in blocks of this many, addressed by number; part of what a seed promises. */
export const BLOCK_TRIALS = 64;
/** Bins of a seat's attainment histogram: the first holds nothing at all, the next are 1/32 wide, the last is all above. */
export const ATTAINMENT_BINS = 128;
export const ATTAINMENT_BIN_WIDTH = 1 / 32;

/**
 * What one block of trials yields. Rows are trials, in order. Arrays are copied between
 * threads; sums over the block's trials are taken in trial order, so blocks merged in block order
 * give the same bytes on any number of workers.
 */
export interface BlockOutcome {
  readonly block: number;
  readonly trials: number;
  /** Bookings by trial and month (trials × months). */
  readonly bookings: Float64Array<ArrayBuffer>;
  /** Filled seats at each month's end by trial (trials × months). */
  readonly headcount: Uint16Array<ArrayBuffer>;
  /** Ramped rep equivalents by trial and month (trials × months). */
  readonly rampedEquivalents: Float64Array<ArrayBuffer>;
  /** Cost by trial and fiscal year (trials × years). */
  readonly cost: Float64Array<ArrayBuffer>;
  /** People who left, by trial. */
  readonly leavers: Uint32Array<ArrayBuffer>;
  /** People who started, by trial (planned hires and backfills). */
  readonly starters: Uint32Array<ArrayBuffer>;
  /** Sum over trials of bookings by seat and fiscal year (seats × years). */
  readonly seatBookings: Float64Array<ArrayBuffer>;
  /** Sum over trials of attainment by seat and fiscal year (seats × years). */
  readonly seatAttainment: Float64Array<ArrayBuffer>;
  /** Trials in which the seat had a quota and was filled for a month of that year or more (seats × years). */
  readonly seatTrials: Uint16Array<ArrayBuffer>;
  /** Trials in which it was attained (seats × years). */
  readonly seatAttained: Uint16Array<ArrayBuffer>;
  /** Attainment histogram by seat and fiscal year (seats × years × bins). */
  readonly seatHistogram: Uint8Array<ArrayBuffer>;
}
