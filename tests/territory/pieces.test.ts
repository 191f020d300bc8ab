import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Contiguity } from '../../src/territory/contiguity';
import { findPieces } from '../../src/territory/findPieces';
import { gridUnits } from './support/gridUnits';
import { borderFlow } from '../../src/territory/borderFlow';
import { matchLabels } from '../../src/territory/matchLabels';
import { SplitState } from '../../src/territory/splitState';

// With diagonals, so that a unit's neighbours touch one another as in a map of triangles, and not all of them do.
const units = gridUnits(7, 6, 3, true);
const splits = fc.array(fc.nat(2), { minLength: 42, maxLength: 42 }).map((each) => Int32Array.from(each));

/** The same by an independent search: repeated joining of neighbours of one territory. */
function countPieces(split: Int32Array, territory: number): number {
  const name = Array.from(split, (own, unit) => (own === territory ? unit : -1));
  for (let changed = true; changed;) {
    changed = false;
    for (let unit = 0; unit < split.length; unit++)
      for (let edge = units.graph.start[unit] ?? 0; edge < (units.graph.start[unit + 1] ?? 0); edge++) {
        const other = units.graph.to[edge] ?? 0;
        const [a = -1, b = -1] = [name[unit], name[other]];
        if (a < 0 || b < 0 || b >= a) continue;
        name[unit] = b;
        changed = true;
      }
  }
  return new Set(name.filter((each) => each >= 0)).size;
}

test('pieces are those of an independent search', () => {
  fc.assert(
    fc.property(splits, (split) => {
      const { territoryOf } = findPieces(units.graph, split);
      for (const territory of [0, 1, 2])
        expect(territoryOf.filter((own) => own === territory)).toHaveLength(countPieces(split, territory));
    }),
    { seed: 31, numRuns: 100 },
  );
});

test('a territory stays whole without a unit just where the search finds no more pieces and it is not empty', () => {
  fc.assert(
    fc.property(splits, fc.nat(41), (split, unit) => {
      const territory = split[unit] ?? 0;
      const before = countPieces(split, territory);
      const without = split.slice();
      without[unit] = 3;
      const after = countPieces(without, territory);
      // A piece of one unit that leaves is a piece less: nothing of the rest was held together by it.
      const lonely = !Array.from({ length: 6 }).some((_, turn) => {
        const edge = (units.graph.start[unit] ?? 0) + turn;
        return edge < (units.graph.start[unit + 1] ?? 0) && split[units.graph.to[edge] ?? 0] === territory;
      });
      expect(new Contiguity(units.graph, split).staysWhole(unit)).toBe(!lonely && after === before);
    }),
    { seed: 32, numRuns: 400 },
  );
});

test('after any moves, loads, inertia and borders are those counted anew', () => {
  const targets = new Float64Array(3).fill(100);
  const moves = fc.array(fc.tuple(fc.nat(41), fc.nat(2)), { maxLength: 30 });
  fc.assert(
    fc.property(splits, moves, (split, list) => {
      const state = new SplitState(units, split, targets);
      let { inertia, border } = { inertia: state.inertia(), border: state.border() };
      const [inertiaUnit, borderUnit] = [Math.max(1e-12, inertia / 3), Math.max(1e-12, border / 3)];
      for (const [unit, to] of list) {
        if (state.split[unit] === to) continue;
        inertia += state.inertiaChange(unit, to) * inertiaUnit;
        border += state.borderChange(unit, to) * borderUnit;
        state.move(unit, to);
      }
      const anew = new SplitState(units, state.split, targets);
      expect(anew.inertia()).toBeCloseTo(inertia, 4);
      expect(anew.border()).toBeCloseTo(border, 6);
      expect([...state.loads]).toEqual([...anew.loads]);
    }),
    { seed: 33, numRuns: 100 },
  );
});

test('labels are matched as well as the best of all orders', () => {
  const orders = [
    [0, 1, 2, 3],
    ...[...Array(23).keys()].map((turn) => {
      const rest = [0, 1, 2, 3];
      const order: number[] = [];
      for (let left = 4, code = turn + 1; left > 0; left--) {
        order.push(...rest.splice(code % left, 1));
        code = Math.floor(code / left);
      }
      return order;
    }),
  ];
  const matrices = fc.array(fc.nat(50), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(matrices, (worth) => {
      const sum = (order: readonly number[] | Int32Array) =>
        Array.from(order).reduce((total, column, row) => total + (worth[row * 4 + column] ?? 0), 0);
      expect(sum(matchLabels(Float64Array.from(worth), 4))).toBe(Math.max(...orders.map(sum)));
    }),
    { seed: 34, numRuns: 200 },
  );
});

test('what must cross borders in a row of territories is what each border’s sides are off by', () => {
  // In a row the flow over each border is settled by the loads to its left: exactly balanced, |Σ (load − target)|.
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 7 }), (list) => {
      const k = list.length;
      const loads = Float64Array.from(list);
      const mean = loads.reduce((sum, each) => sum + each, 0) / k;
      const joined = new Uint8Array(k * k);
      for (let t = 0; t + 1 < k; t++) joined[t * k + t + 1] = joined[(t + 1) * k + t] = 1;
      let off = 0;
      let crossed = 0;
      for (let t = 0; t + 1 < k; t++) crossed += Math.abs((off += (loads[t] ?? 0) - mean));
      const targets = new Float64Array(k).fill(mean);
      expect(borderFlow(loads, targets, targets, joined).total).toBeCloseTo(crossed, 6);
    }),
    { seed: 35, numRuns: 200 },
  );
});
