import { expect, test } from 'vitest';
import { listEngines } from '../../src/bench/engine';
import { listKernels } from '../../workers/kernels';
import { promisedDigests, runDigests } from '../../src/bench/runDigests';

test.each(listEngines(listKernels()))(
  'the $kind kernel gives the same bytes in the browser as in Node',
  (engine) => {
    expect(runDigests(engine)).toEqual(promisedDigests());
  },
);
