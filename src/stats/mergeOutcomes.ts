import type { Plan } from '../model/plan';
import {
  BLOCK_TRIALS,
  columnsOf,
  outcomeShape,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
  type BlockOutcome,
  type OutcomeShape,
  type RowName,
  type SumName,
} from '../sim/outcome';

type RowArrays = { readonly [Name in RowName]: BlockOutcome[Name] };
type SumArray<Name extends SumName> =
  BlockOutcome[Name] extends Float64Array<ArrayBuffer> ? Float64Array<ArrayBuffer> : Uint32Array<ArrayBuffer>;
type SumArrays = { readonly [Name in SumName]: SumArray<Name> };

/**
 * The outcomes of a contiguous prefix of blocks, as plain typed arrays that can be cloned between threads. Rows are
 * trials in order; only the first `trials` rows hold anything. Sums do not grow with the trials.
 */
export interface RunTotals extends RowArrays, SumArrays {
  /** Trials so far. */
  trials: number;
  /** The block that comes next. */
  nextBlock: number;
  readonly shape: OutcomeShape;
}

/** Bytes that the totals of so many trials of a plan take: rows by trial, and sums. */
export function totalsBytes(plan: Plan, trials: number): number {
  const shape = outcomeShape(plan);
  const rows = ROW_NAMES.reduce(
    (sum, name) => sum + columnsOf(name, shape) * ROWS[name].array.BYTES_PER_ELEMENT,
    0,
  );
  const sums = SUM_NAMES.reduce(
    (sum, name) => sum + SUMS[name].cells(shape) * (SUMS[name].array === Float64Array ? 8 : 4),
    0,
  );
  return rows * trials + sums;
}

/** Room for that many trials of the plan: see `totalsBytes`. */
export function makeRunTotals(plan: Plan, trials: number): RunTotals {
  const shape = outcomeShape(plan);
  const rows = ROW_NAMES.map((name) => [name, new ROWS[name].array(trials * columnsOf(name, shape))]);
  const sums = SUM_NAMES.map((name) => {
    const cells = SUMS[name].cells(shape);
    return [name, SUMS[name].array === Float64Array ? new Float64Array(cells) : new Uint32Array(cells)];
  });
  return { trials: 0, nextBlock: 0, shape, ...Object.fromEntries([...rows, ...sums]) } as RunTotals;
}

/**
 * Adds the next block. Blocks come in block order, whatever order they were run in: sums of floating-point numbers
 * depend on it. Throws when another block is given.
 */
export function addOutcome(totals: RunTotals, outcome: BlockOutcome): void {
  if (outcome.block !== totals.nextBlock)
    throw new Error(`block must be ${totals.nextBlock}, the next in order, got ${outcome.block}`);
  const first = outcome.block * BLOCK_TRIALS;
  for (const name of ROW_NAMES) totals[name].set(outcome[name], first * columnsOf(name, totals.shape));
  for (const name of SUM_NAMES) addTo(totals[name], outcome[name]);
  totals.trials = first + outcome.trials;
  totals.nextBlock = outcome.block + 1;
}

function addTo(sum: Float64Array | Uint32Array, part: Float64Array | Uint32Array | Uint8Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
}
