import type { RunInput } from '../../../src/sim/compilePlan';
import { HEADER_ADDRESS } from '../../../src/sim/imageBuilder';
import { loadInput, outputAt } from '../../../src/sim/loadInput';
import { columnsOf, ROWS, type RowName } from '../../../src/sim/outcome';
import { bestKernel } from '../../../workers/kernels';

const kernel = bestKernel();

/** Runs one trial by its number alone, wherever it lies in a block; `row` gives its figures of a name, `words` and `numbers` read sections by their slots. */
export function runTrial(input: RunInput, trial: number) {
  loadInput(kernel, input);
  const { image, shape } = input;
  new Uint8Array(kernel.memory, image.outputStart, image.size - image.outputStart).fill(0);
  kernel.runTrials(HEADER_ADDRESS, trial, 1);
  const words = (slot: number, count: number) =>
    new Int32Array(kernel.memory, outputAt(input, slot), count).slice();
  const numbers = (slot: number, count: number) =>
    new Float64Array(kernel.memory, outputAt(input, slot), count).slice();
  const row = (name: RowName): readonly number[] => [
    ...new ROWS[name].array(kernel.memory, outputAt(input, ROWS[name].slot), columnsOf(name, shape)),
  ];
  return { row, words, numbers };
}
