import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawWhole, seededDraws } from '../../src/model/seededDraws';
import { designSplit } from '../../src/territory/designSplit';
import { explainMoves } from '../../src/territory/explainMoves';
import { balanceOf } from '../../src/territory/measureSplit';
import { rebalanceSplit } from '../../src/territory/rebalanceSplit';
import { gridUnits } from './support/gridUnits';

const COUNT = 12 * 10;
const K = 6;

/** A design that fitted, and the same squares after each has grown or shrunk by up to a half: seed 11. */
function shocked() {
  const before = gridUnits(12, 10);
  const split = designSplit(before, { territories: K, tolerance: 0.05, seed: 3 });
  const draw = seededDraws(11);
  const weight = before.weight.map(
    (own, unit) => own * ((split[unit] ?? 0) < 2 ? 1.5 : 0.75) * (0.9 + 0.2 * draw()),
  );
  const units = { ...before, weight };
  const total = weight.reduce((sum, each) => sum + each, 0);
  const targets = new Float64Array(K).fill(total / K);
  return { units, split, targets };
}

describe('reasons for moves', () => {
  const { units, split, targets } = shocked();
  const after = rebalanceSplit(units, split, { targets, tolerance: 0.05, seed: 1, stickiness: 1 });
  const reasons = explainMoves(units, split, after, targets);

  test('there is one for each unit that is in another territory, and its deviations are those of the splits', () => {
    const moved = [...split.keys()].filter((unit) => split[unit] !== after[unit]);
    expect(moved.length).toBeGreaterThan(3);
    expect(reasons.map(({ unit }) => unit)).toEqual(moved);
    const was = balanceOf(units, split, K, targets).deviations;
    const is = balanceOf(units, after, K, targets).deviations;
    for (const reason of reasons) {
      expect(reason.before.from).toBeCloseTo(was[reason.from] ?? NaN, 12);
      expect(reason.before.to).toBeCloseTo(was[reason.to] ?? NaN, 12);
      expect(reason.after.from).toBeCloseTo(is[reason.from] ?? NaN, 12);
      expect(reason.after.to).toBeCloseTo(is[reason.to] ?? NaN, 12);
    }
  });

  test('in a rebalance with as few moves as can be, what moves evens loads out: more than nine tenths of it', () => {
    const weigh = (some: typeof reasons) =>
      some.reduce((sum, { unit }) => sum + (units.weight[unit] ?? 0), 0);
    const even = reasons.filter(({ evens }) => evens !== undefined);
    expect(weigh(even) / weigh(reasons)).toBeGreaterThan(0.9);
    // Said of the loads as they were, it is true of them.
    for (const { evens, before } of even)
      if (evens === 'before') expect(before.from).toBeGreaterThan(before.to);
  });

  test('putting a unit back is what the split without its move would be, for any two splits: 100 pairs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const draw = seededDraws(seed);
        const [one, two] = [0, 1].map(() =>
          Int32Array.from({ length: COUNT }, () => drawWhole(draw, 0, K) - 1),
        );
        if (!one || !two) return;
        const [reason] = explainMoves(units, one, two, targets);
        if (!reason) return;
        const back = two.slice();
        back[reason.unit] = reason.from;
        const deviations = balanceOf(units, back, K, targets).deviations;
        for (const side of ['from', 'to'] as const)
          if (reason[side] >= 0) expect(reason.without[side]).toBeCloseTo(deviations[reason[side]] ?? NaN, 9);
        if (reason.from < 0 || reason.to < 0) expect(reason.evens).toBeUndefined();
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test('weight that is no unit’s counts where it is said', () => {
    const before = balanceOf(units, split, K, targets).loads.map((load) => 2 * load);
    const found = explainMoves(units, split, after, targets, { loads: { before, after: before } })[0];
    expect(found?.before.from).toBeCloseTo((before[found?.from ?? 0] ?? 0) / (targets[0] ?? 1) - 1, 9);
  });
});
