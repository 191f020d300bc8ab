import type { Plan } from '../model/plan';
import {
  BLOCK_TRIALS,
  columnsOf,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  outcomeShape,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
} from '../sim/outcome';
import { totalsBytes } from './mergeOutcomes';

/** Tables and roles of a compiled plan. */
const TABLES = 4e6;
/** Room that a seat takes in a compiled plan whose seats are all coupled, and in each of its months. */
const SEAT = 1200;
const SEAT_MONTH = 160;
/** Outcomes a worker has under way. */
const OPEN_BLOCKS = 2;

/**
 * Bytes that a run of so many trials needs at its height, over all threads: the totals and the copy of them that is being
 * summarised; for each worker a compiled plan (to be on the safe side one that uses everything) and the blocks under way.
 * The code itself comes on top.
 */
export function runBytes(plan: Plan, trials: number, workers: number): number {
  const shape = outcomeShape(plan);
  const sum = (bytes: readonly number[]) => bytes.reduce((total, each) => total + each, 0);
  const outcome = sum([
    ...ROW_NAMES.map((name) => BLOCK_TRIALS * columnsOf(name, shape) * ROWS[name].array.BYTES_PER_ELEMENT),
    ...SUM_NAMES.map((name) => SUMS[name].cells(shape) * SUMS[name].array.BYTES_PER_ELEMENT),
    ...HISTOGRAM_NAMES.map((name) => BLOCK_TRIALS * HISTOGRAMS[name].count(shape)),
  ]);
  const image = TABLES + outcome + shape.seats * (SEAT + SEAT_MONTH * shape.months);
  return 2 * totalsBytes(plan, trials) + workers * (image + OPEN_BLOCKS * outcome);
}
