import type { RunInput } from './compilePlan';
import { HEADER_ADDRESS } from './imageBuilder';
import type { Kernel } from './kernelHost';
import { loadInput, outputAt } from './loadInput';
import {
  BLOCK_TRIALS,
  columnsOf,
  HISTOGRAMS,
  HISTOGRAM_NAMES,
  ROWS,
  ROW_NAMES,
  SUMS,
  SUM_NAMES,
  type BlockOutcome,
} from './outcome';

/**
 * Runs one fixed block of trials: trials block × 64 to block × 64 + trials − 1. A pure function of the plan, its seed
 * and the block's number, whichever kernel runs it. Cost: some 30 ns a seat-month compiled, four times that as script.
 */
export function runBlock(kernel: Kernel, input: RunInput, block: number, trials: number): BlockOutcome {
  loadInput(kernel, input);
  const { image, shape } = input;
  new Uint8Array(kernel.memory, image.outputStart, image.size - image.outputStart).fill(0);
  kernel.runTrials(HEADER_ADDRESS, block * BLOCK_TRIALS, trials);
  const copy = (slot: number, array: ArrayKind, length: number) =>
    new array(kernel.memory, outputAt(input, slot), length).slice();
  const rows = ROW_NAMES.map((name) => [
    name,
    copy(ROWS[name].slot, ROWS[name].array, trials * columnsOf(name, shape)),
  ]);
  const sums = SUM_NAMES.map((name) => [
    name,
    copy(SUMS[name].slot, SUMS[name].array, SUMS[name].cells(shape)),
  ]);
  const histograms = HISTOGRAM_NAMES.map((name) => [
    name,
    copy(HISTOGRAMS[name].slot, Uint8Array, BLOCK_TRIALS * HISTOGRAMS[name].count(shape)),
  ]);
  return { block, trials, ...Object.fromEntries([...rows, ...sums, ...histograms]) } as BlockOutcome;
}

type ArrayKind =
  Float64ArrayConstructor | Uint32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor;
