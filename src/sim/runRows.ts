import type { RunInput } from './compilePlan';
import { HEADER_ADDRESS } from './imageBuilder';
import type { Kernel } from './kernelHost';
import { loadInput, outputAt } from './loadInput';
import { BLOCK_TRIALS, columnsOf, ROWS, ROW_NAMES, type BlockOutcome, type RowName } from './outcome';

/** What the plan as a whole comes to in consecutive trials: the rows of a block's outcome, without its sums. */
export type PlanRows = { readonly [Name in RowName]: BlockOutcome[Name] };

/**
 * The plan's rows of trials `first` to `first + trials − 1`: those of a run of the plan, bit for bit. The input is one
 * that was compiled for the plan alone.
 */
export function runRows(kernel: Kernel, input: RunInput, first: number, trials: number): PlanRows {
  loadInput(kernel, input);
  const { image, shape } = input;
  const rows = Object.fromEntries(
    ROW_NAMES.map((name) => [name, new ROWS[name].array(trials * columnsOf(name, shape))]),
  ) as PlanRows;
  for (let done = 0; done < trials; done += BLOCK_TRIALS) {
    const count = Math.min(BLOCK_TRIALS, trials - done);
    new Uint8Array(kernel.memory, image.outputStart, image.size - image.outputStart).fill(0);
    kernel.runTrials(HEADER_ADDRESS, first + done, count);
    for (const name of ROW_NAMES) {
      const columns = columnsOf(name, shape);
      const block = new ROWS[name].array(kernel.memory, outputAt(input, ROWS[name].slot), count * columns);
      rows[name].set(block, done * columns);
    }
  }
  return rows;
}
