import { describe, expect, test } from 'vitest';
import { designSplit } from '../../src/territory/designSplit';
import type { Graph } from '../../src/territory/graph';
import { healSplit } from '../../src/territory/healSplit';
import { measureSplit } from '../../src/territory/measureSplit';
import type { Split, Units } from '../../src/territory/units';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
import { areaService } from '../../workers/areaService';

async function areas(kind: 'us-states' | 'us-counties', which: 'lower-48' | 'states'): Promise<Units> {
  const listed = await areaService.list({ kind }, { kind: which });
  if (!listed.ok) throw new Error(JSON.stringify(listed.problems));
  const { accounts, measures } = listed.value;
  const places = accounts.flatMap(({ place }) => place ?? []);
  const shaped = await areaService.shape(
    { kind },
    accounts.map(({ id }) => id),
    places,
  );
  if (!shaped.ok) throw new Error(JSON.stringify(shaped.problems));
  const zips = measures[1]?.id;
  return unitsOfBook({ accounts, measures, splits: [], ...(zips && { balancedBy: zips }) }, shaped.value)
    .units;
}

/** Pieces of each territory by joining ends of borders one by one: no search of the engine's. */
function piecesByJoining({ start, to }: Graph, split: Split, territories: number): number[] {
  const root = Int32Array.from(split, (_, unit) => unit);
  const find = (unit: number): number => {
    let at = unit;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  for (let unit = 0; unit < split.length; unit++)
    for (let edge = start[unit] ?? 0; edge < (start[unit + 1] ?? 0); edge++) {
      const other = to[edge] ?? 0;
      if (split[unit] === split[other]) root[find(unit)] = find(other);
    }
  const roots = new Set(Array.from(split, (_, unit) => find(unit)));
  const pieces = new Array<number>(territories).fill(0);
  for (const unit of roots) pieces[split[unit] ?? 0] = (pieces[split[unit] ?? 0] ?? 0) + 1;
  return pieces;
}

const whole = (territories: number) => new Array<number>(territories).fill(1);

describe('counties that touch as their outlines do', () => {
  const lower48 = areas('us-counties', 'lower-48');
  test.each([1, 2])(
    'are designed into 20 territories in one piece each, a hundredth off at most (seed %i)',
    async (seed) => {
      const units = await lower48;
      const split = designSplit(units, { territories: 20, tolerance: 0.01, seed });
      expect(piecesByJoining(units.graph, split, 20)).toEqual(whole(20));
      const measures = measureSplit(units, split, 20);
      expect(measures.maxDeviation).toBeLessThan(0.01);
      expect(measures.unassigned).toBe(0);
      // compact: districts drawn to be so are at .2 to .5
      expect(measures.polsbyPopper).toBeGreaterThan(0.2);
      expect(measures.polsbyPopper).toBeLessThan(1);
    },
  );

  test('are healed into one piece each after some were dragged next door, and those stay', async () => {
    const units = await lower48;
    const targets = new Float64Array(20).fill(units.weight.reduce((sum, each) => sum + each, 0) / 20);
    const split = designSplit(units, { territories: 20, tolerance: 0.05, seed: 3 });
    const dragged = split.slice();
    const locked = new Uint8Array(units.count);
    // each to a territory next door, so that what is between can follow
    let moved = 0;
    for (let unit = 0; unit < units.count && moved < 8; unit += 97) {
      const edge = [...units.graph.to.subarray(units.graph.start[unit], units.graph.start[unit + 1])].find(
        (other) => split[other] !== split[unit],
      );
      if (edge === undefined) continue;
      dragged[unit] = split[edge] ?? 0;
      locked[unit] = 1;
      moved++;
    }
    const healed = healSplit(units, dragged, { targets, tolerance: 0.05, seed: 3, locked });
    expect(moved).toBeGreaterThan(4);
    expect(piecesByJoining(units.graph, healed, 20)).toEqual(whole(20));
    locked.forEach((is, unit) => {
      if (is === 1) expect(healed[unit]).toBe(dragged[unit]);
    });
  });
});

test('all states hang together over bridges: Alaska and Hawaii go with a neighbour', async () => {
  const units = await areas('us-states', 'states');
  const split = designSplit(units, { territories: 5, tolerance: 0.1, seed: 1 });
  expect(piecesByJoining(units.graph, split, 5)).toEqual(whole(5));
});
