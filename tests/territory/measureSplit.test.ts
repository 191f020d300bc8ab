import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { measureSplit } from '../../src/territory/measureSplit';
import { sharedFile } from '../support/shared';
import { COUNTIES_ABSENT, hasCounties, readCounties, readReference } from './support/counties';
import { gridUnits } from './support/gridUnits';

const file = sharedFile('data/territory/plans/reference_metrics.json');

interface Reference {
  readonly k: number;
  readonly [figure: string]: number | boolean;
}

describe.skipIf(!hasCounties || !file)(
  `measures of the reference splits (${COUNTIES_ABSENT} otherwise)`,
  () => {
    const references = file
      ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Reference>)
      : [];
    test.each(references)('%s: every figure to the digits that the reference gives', (name, wanted) => {
      const measure = name.split('_')[0] as 'synth' | 'work' | 'pop';
      const found = measureSplit(readCounties(measure), readReference(name), wanted.k);
      const percent = (share: number, digits: number) => Number((100 * share).toFixed(digits));
      expect({
        maxDevPct: percent(found.maxDeviation, 2),
        cvPct: percent(found.cv, 2),
        minPct: percent(found.lowest, 1),
        maxPct: percent(found.highest, 1),
        rmsKm: Number(found.rmsKm.toFixed(1)),
        empty: found.empty,
        cut: found.cutEdges,
        cutKm: Math.round(found.cutKm),
        noncontig: found.inPieces,
        extraComps: found.extraPieces,
        pp: Number(found.polsbyPopper?.toFixed(3)),
        oversize: found.oversize.length,
        adjMaxDevPct: percent(found.adjustedDeviation, 2),
      }).toEqual(
        Object.fromEntries(
          Object.entries(wanted).filter(([figure]) => !['k', 'bad', 'deterministic'].includes(figure)),
        ),
      );
    });
  },
);

describe('measures of a split worked out by hand', () => {
  // Four squares of weights 1, 2, 3, 6 in a row: [1 2 | 3 6].
  const units = { ...gridUnits(4, 1), weight: Float64Array.of(1, 2, 3, 6) };
  const split = Int32Array.of(0, 0, 1, 1);

  test('balance', () => {
    const { loads, deviations, maxDeviation, cv, gini, maxOverMin } = measureSplit(units, split, 2);
    expect([...loads]).toEqual([3, 9]);
    expect([...deviations]).toEqual([-0.5, 0.5]);
    expect(maxDeviation).toBe(0.5);
    expect(cv).toBe(0.5);
    // Mean difference of all pairs, 6 of twice 2 × 2 … (|3 − 9| × 2) ÷ (2 × 2² × 6).
    expect(gini).toBeCloseTo(0.25, 12);
    expect(maxOverMin).toBe(3);
  });

  test('a bridge between two territories joins them and is no border', () => {
    const { start, to } = units.graph;
    const bridge = new Float64Array(to.length).fill(10);
    to.forEach((other, edge) => {
      const from = start.findLastIndex((first) => first <= edge);
      if (Math.min(from, other) === 1 && Math.max(from, other) === 2) bridge[edge] = 0;
    });
    const island = { ...units, graph: { start, to, border: bridge } };
    expect(measureSplit(island, split, 2)).toMatchObject({ cutEdges: 0, cutKm: 0, inPieces: 0 });
    expect(measureSplit(island, Int32Array.of(0, 1, 1, 1), 2)).toMatchObject({ cutEdges: 1, inPieces: 0 });
  });

  test('shape', () => {
    const { cutEdges, cutKm, polsbyPopper, rmsKm, inPieces } = measureSplit(units, split, 2);
    expect([cutEdges, cutKm, inPieces]).toEqual([1, 10, 0]);
    // Two rectangles of 20 × 10 km.
    expect(polsbyPopper).toBeCloseTo((4 * Math.PI * 200) / 3600, 12);
    // Reduced masses 2/3 and 2, both 10 km apart: (2/3 + 2) × 100 ÷ 12.
    expect(rmsKm).toBeCloseTo(Math.sqrt(800 / 3 / 12), 12);
  });

  test('pieces, empty territories and units without one are told apart', () => {
    const found = measureSplit(units, Int32Array.of(0, 1, 0, -1), 3);
    expect([found.inPieces, found.extraPieces, found.empty, found.unassigned]).toEqual([1, 1, 1, 1]);
  });

  test('a unit heavier than a fair share stands apart from the adjusted deviation', () => {
    const heavy = { ...units, weight: Float64Array.of(2, 2, 2, 30) };
    const found = measureSplit(heavy, Int32Array.of(0, 0, 1, 2), 3);
    expect(found.oversize).toEqual([3]);
    // The others share 6 between two: 4 and 2 against 3.
    expect(found.adjustedDeviation).toBeCloseTo(1 / 3, 12);
  });

  test('where one unit alone weighs anything, or none does, nothing deviates from what it can be', () => {
    const one = { ...units, weight: Float64Array.of(0, 0, 0, 5) };
    expect(measureSplit(one, Int32Array.of(0, 0, 1, 2), 3).adjustedDeviation).toBe(0);
    const none = { ...units, weight: new Float64Array(4) };
    expect(measureSplit(none, split, 2).adjustedDeviation).toBe(0);
  });
});
