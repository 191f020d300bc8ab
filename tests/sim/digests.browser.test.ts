import { expect, test } from 'vitest';
import { listEngines } from '../../src/bench/engine';
import { promisedDigests, runDigests } from '../../src/bench/runDigests';

test.each(listEngines())('the $kind kernel gives the same bytes in the browser as in Node', (engine) => {
  expect(runDigests(engine)).toEqual(promisedDigests());
});
