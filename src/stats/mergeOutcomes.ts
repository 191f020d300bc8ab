import type { Plan } from '../model/plan';
import {
  BLOCK_TRIALS,
  columnsOf,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  NO_BIN,
  outcomeShape,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
  type BlockOutcome,
  type HistogramName,
  type OutcomeShape,
  type RowName,
  type SumName,
} from '../sim/outcome';

type RowArrays = { readonly [Name in RowName]: BlockOutcome[Name] };
type SumArrays = { readonly [Name in SumName]: BlockOutcome[Name] };
/** Half-words where no count can pass them. */
type Counts = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type HistogramArrays = { readonly [Name in HistogramName]: Counts };

/**
 * The outcomes of a contiguous prefix of blocks, as plain typed arrays that can be cloned between threads. Rows are
 * trials in order; only the first `trials` rows hold anything. Sums do not grow with the trials.
 */
export interface RunTotals extends RowArrays, SumArrays, HistogramArrays {
  /** Trials so far. */
  trials: number;
  /** The block that comes next. */
  nextBlock: number;
  readonly shape: OutcomeShape;
}

/** What counts up to so many trials. */
const countsOf = (trials: number) => (trials < 65_536 ? Uint16Array : Uint32Array);

/** Bytes that the totals of so many trials of a plan take: rows by trial, and sums. */
export function totalsBytes(plan: Plan, trials: number): number {
  const shape = outcomeShape(plan);
  const sum = (bytes: readonly number[]) => bytes.reduce((total, each) => total + each, 0);
  const rows = ROW_NAMES.map((name) => columnsOf(name, shape) * ROWS[name].array.BYTES_PER_ELEMENT);
  const sums = SUM_NAMES.map((name) => SUMS[name].cells(shape) * SUMS[name].array.BYTES_PER_ELEMENT);
  const counted = countsOf(trials).BYTES_PER_ELEMENT;
  const bins = HISTOGRAM_NAMES.map((name) => HISTOGRAMS[name].count(shape) * HISTOGRAMS[name].bins * counted);
  return trials * sum(rows) + sum(sums) + sum(bins);
}

/** Room for that many trials of the plan: see `totalsBytes`. */
export function makeRunTotals(plan: Plan, trials: number): RunTotals {
  const shape = outcomeShape(plan);
  const Counted = countsOf(trials);
  const arrays = [
    ...ROW_NAMES.map((name) => [name, new ROWS[name].array(trials * columnsOf(name, shape))]),
    ...SUM_NAMES.map((name) => [name, new SUMS[name].array(SUMS[name].cells(shape))]),
    ...HISTOGRAM_NAMES.map((name) => [
      name,
      new Counted(HISTOGRAMS[name].count(shape) * HISTOGRAMS[name].bins),
    ]),
  ];
  return { trials: 0, nextBlock: 0, shape, ...Object.fromEntries(arrays) } as RunTotals;
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
  for (const name of SUM_NAMES) {
    const sum = totals[name];
    const part = outcome[name];
    if (sum instanceof Float64Array) addNumbers(sum, part);
    else addCounts(sum, part);
  }
  for (const name of HISTOGRAM_NAMES)
    countBins(totals[name], HISTOGRAMS[name].bins, outcome[name], outcome.trials);
  totals.trials = first + outcome.trials;
  totals.nextBlock = outcome.block + 1;
}

// Two of a kind: a loop that meets one kind of array alone is several times faster.
function addNumbers(sum: Float64Array, part: ArrayLike<number>): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
}
function addCounts(sum: Uint32Array, part: ArrayLike<number>): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
}

/** Counts a block's bins into one histogram after the other. */
function countBins(counts: Counts, bins: number, part: Uint8Array, trials: number): void {
  let base = 0;
  for (let first = 0; first < part.length; first += BLOCK_TRIALS) {
    for (let at = first; at < first + trials; at++) {
      const bin = part[at] ?? NO_BIN;
      if (bin !== NO_BIN) counts[base + bin] = (counts[base + bin] ?? 0) + 1;
    }
    base += bins;
  }
}
