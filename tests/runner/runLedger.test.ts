import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsBuffers } from '../../src/runner/copyTotals';
import { RunLedger, type BlockRequest } from '../../src/runner/runLedger';
import { bestKernel } from '../../workers/kernels';
import { makeSimulationService } from '../../workers/simulationService';
import { samplePlan } from './runs';

const service = makeSimulationService(bestKernel());

function takeAll(ledger: RunLedger): BlockRequest[] {
  const requests: BlockRequest[] = [];
  for (let next = ledger.take(); next; next = ledger.take()) requests.push(next);
  return requests;
}

describe('the book of a run', () => {
  it('hands out every trial once, in blocks of 64 and a shorter last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (trials) => {
        const requests = takeAll(new RunLedger(samplePlan(trials)));
        expect(requests.map(({ block }) => block)).toEqual(requests.map((_, index) => index));
        expect(requests.slice(0, -1).every((request) => request.trials === 64)).toBe(true);
        expect(requests.reduce((sum, request) => sum + request.trials, 0)).toBe(trials);
      }),
    );
  });

  it('hands out a lost block again before any other', () => {
    const ledger = new RunLedger(samplePlan(1000));
    const first = ledger.take();
    ledger.take();
    if (first) ledger.giveBack(first);
    expect(ledger.take()).toEqual({ block: 0, trials: 64 });
    expect(ledger.take()).toEqual({ block: 2, trials: 64 });
  });

  it('has the same totals whatever the order in which blocks are finished', () => {
    const plan = samplePlan(500);
    service.prepare(1, plan);
    const outcomes = takeAll(new RunLedger(plan)).map(({ block, trials }) =>
      service.runBlock(1, block, trials),
    );
    const totalsInOrder = (order: typeof outcomes) => {
      const ledger = new RunLedger(plan);
      for (const outcome of order) ledger.accept(outcome);
      expect(ledger.finished).toBe(true);
      return totalsBuffers(ledger.copyTotals()).map((buffer) => Buffer.from(buffer).toString('base64'));
    };
    const expected = totalsInOrder(outcomes);
    fc.assert(
      fc.property(fc.shuffledSubarray(outcomes, { minLength: outcomes.length }), (order) => {
        expect(totalsInOrder(order)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('asks for a summary after the first block, at each doubling, not shortly before the end, and at the end', () => {
    const plan = samplePlan(1000);
    service.prepare(1, plan);
    const ledger = new RunLedger(plan);
    const due: number[] = [];
    for (const { block, trials } of takeAll(new RunLedger(plan))) {
      ledger.accept(service.runBlock(1, block, trials));
      if (ledger.summaryDue) due.push(ledger.copyTotals().trials);
    }
    expect(due).toEqual([64, 128, 256, 1000]);
  });
});
