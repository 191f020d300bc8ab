// For a kernel that is no module of JavaScript: writes the standard plan, laid out, into the file of the first argument,
// and what its first block leaves behind in the compiled kernel here into that of the second.
import { writeFileSync } from 'node:fs';
import { makeStandardPlan } from '../../src/bench/standardPlan';
import { compilePlan } from '../../src/sim/compilePlan';
import { HEADER_ADDRESS } from '../../src/sim/imageBuilder';
import { loadInput } from '../../src/sim/loadInput';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { bestKernel } from '../../workers/kernels';

const [image = '', left = ''] = process.argv.slice(2);
const plan = makeStandardPlan();
const input = compilePlan(plan);
const { constants, size, outputStart } = input.image;
const seatMonths = plan.seats.length * plan.calendar.months;
const head = Uint32Array.of(HEADER_ADDRESS, constants.length, size, outputStart, seatMonths);
writeFileSync(image, Buffer.concat([new Uint8Array(head.buffer), constants]));

const kernel = bestKernel();
loadInput(kernel, input);
kernel.runTrials(HEADER_ADDRESS, 0, BLOCK_TRIALS);
writeFileSync(left, new Uint8Array(kernel.memory, outputStart, size - outputStart));
