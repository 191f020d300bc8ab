import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { money, periodId } from '../../src/model/units';
import { isComplete } from '../../src/stats/isComplete';
import { isKnownWellEnough } from '../../src/stats/isKnownWellEnough';
import { makeRunTotals, type RunTotals } from '../../src/stats/mergeOutcomes';
import { summarise } from '../../src/stats/summarise';
import { simulate } from '../sim/support/simulate';
import { makePlanOfSize } from '../support/makePlanOfSize';

const base = makePlanOfSize({ seats: 4, months: 12, seed: 1 });
const planOf = (standardError?: number, targets = base.targets): Plan => ({
  ...base,
  targets,
  run: { seed: 1, trials: 100_000, ...(standardError !== undefined && { standardError }) },
});

/** Totals after so many whole blocks, of which so many trials reached the target of the year (the fifth period). */
function totalsOf(blocks: number, hits: number): RunTotals {
  const totals = { ...makeRunTotals(base, 64), trials: blocks * 64, nextBlock: blocks };
  totals.groupHits[4] = hits;
  return totals;
}

/** √(p̃(1 − p̃) ÷ n) with p̃ = (hits + 2) ÷ (n + 4). */
function errorOf(trials: number, hits: number): number {
  const share = (hits + 2) / (trials + 4);
  return Math.sqrt((share * (1 - share)) / trials);
}

describe('a run may end', () => {
  it('once the error by Agresti and Coull is no more than the plan asks for', () => {
    for (const [blocks, hits] of [
      [16, 512],
      [64, 3000],
      [1024, 30],
    ] as const) {
      const error = errorOf(blocks * 64, hits);
      expect(isKnownWellEnough(planOf(error * (1 + 1e-9)), totalsOf(blocks, hits))).toBe(true);
      expect(isKnownWellEnough(planOf(error * (1 - 1e-9)), totalsOf(blocks, hits))).toBe(false);
    }
  });

  it('at 16, 32, 64, … whole blocks alone, so that no worker’s pace has a say', () => {
    const looks = Array.from({ length: 130 }, (_, blocks) => blocks).filter((blocks) =>
      isKnownWellEnough(planOf(0.5), totalsOf(blocks, 0)),
    );
    expect(looks).toEqual([16, 32, 64, 128]);
    // a short last block is no prefix of a longer run
    const short = { ...totalsOf(16, 0), trials: 16 * 64 - 1 };
    expect(isKnownWellEnough(planOf(0.5), short)).toBe(false);
  });

  it('not on none or all of the hits of a few: they prove less than they seem to', () => {
    expect(isKnownWellEnough(planOf(0.001), totalsOf(16, 0))).toBe(false);
    expect(isKnownWellEnough(planOf(0.001), totalsOf(16, 1024))).toBe(false);
    expect(isKnownWellEnough(planOf(0.001), totalsOf(32, 0))).toBe(true);
  });

  it('only when every target is known, and never without a target or a stated error', () => {
    const both = planOf(0.01, [...base.targets, { period: periodId('FY2027-Q1'), amount: money(1) }]);
    const totals = totalsOf(32, 0);
    totals.groupHits[0] = 1024;
    expect(isKnownWellEnough(both, totals)).toBe(false);
    totals.groupHits[0] = 2048;
    expect(isKnownWellEnough(both, totals)).toBe(true);
    expect(isKnownWellEnough(planOf(0.5, []), totalsOf(64, 0))).toBe(false);
    expect(isKnownWellEnough(planOf(), totalsOf(64, 0))).toBe(false);
    expect(isComplete(planOf(), totalsOf(64, 0))).toBe(false);
  });
});

it('a summary says whether its run is over', () => {
  const plan = planOf(0.02);
  expect(summarise(plan, simulate(plan, 64 * 15)).complete).toBe(false);
  expect(summarise(plan, simulate(plan, 64 * 16)).complete).toBe(true);
  expect(summarise({ ...plan, run: { seed: 1, trials: 100 } }, simulate(plan, 100)).complete).toBe(true);
});
