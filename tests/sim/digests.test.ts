import { expect, it, test } from 'vitest';
import { digestOf } from '../../src/bench/digestOf';
import { listEngines } from '../../src/bench/engine';
import { listKernels } from '../../workers/kernels';
import { promisedDigests, runDigests } from '../../src/bench/runDigests';
import { ENGINE_VERSION } from '../../src/sim/engineVersion';
import { blockOf } from '../support/blockOf';
import { makeTestPlan } from './support/testPlan';

/** A tripwire, made by this engine: it says that figures have changed, not that they were right. */
test.each(listEngines(listKernels()))(
  `the $kind kernel of engine ${ENGINE_VERSION} gives the bytes that the engine gave when the digests were taken`,
  (engine) => {
    expect(
      runDigests(engine),
      'Figures have changed. If that is meant, raise ENGINE_VERSION, say in CHANGELOG which figures and what to do, ' +
        'and add these digests to tests/golden/digests.json under the new version.',
    ).toEqual(promisedDigests());
  },
);

it('one bit of one figure changes the digest', () => {
  const outcome = blockOf(makeTestPlan({}));
  const before = digestOf([outcome]);
  new Uint8Array(outcome.bookings.buffer)[3] = (new Uint8Array(outcome.bookings.buffer)[3] ?? 0) ^ 1;
  expect(digestOf([outcome])).not.toBe(before);
});

it('digests are FNV-1a of 64 bits', () => {
  const outcome = blockOf(makeTestPlan({}), 0, 8);
  let hash = 0xcbf29ce484222325n;
  for (const array of Object.values(outcome))
    if (typeof array !== 'number')
      for (const byte of new Uint8Array(array.buffer))
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n);
  expect(digestOf([outcome])).toBe(hash.toString(16).padStart(16, '0'));
});
