// Reads a number of trials a line and prints the nanoseconds that a seat-month of the standard plan took. Argument: the
// kind of kernel; `kinds` prints those there are, and ends.
import { createInterface } from 'node:readline';
import { makeBenchmarkService } from '../../workers/benchmarkService';

const service = makeBenchmarkService();
const kinds = service.kernels();
const kind = kinds.find((each) => each === process.argv[2]);

if (kind === undefined) console.log(kinds.join('\n'));
else
  for await (const line of createInterface({ input: process.stdin }))
    console.log(service.measure(kind, Number(line)).toFixed(4));
