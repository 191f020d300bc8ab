import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { homeKm, kmFromHomes } from '../../src/territory/homeKm';
import { matchReps, type RepWorth } from '../../src/territory/matchReps';
import { gridUnits } from './support/gridUnits';

const worthOf = (km: number[][], kept: number[][]): RepWorth => ({
  reps: km.length,
  territories: km[0]?.length ?? 0,
  km: Float64Array.from(km.flat()),
  kept: Float64Array.from(kept.flat()),
});
const none = Number.NaN;

describe('people are matched with territories', () => {
  const near = [
    [10, 500],
    [500, 20],
  ];
  const had = [
    [0, 0.9],
    [0.8, 0],
  ];

  test('by distance alone, by history alone', () => {
    expect([...matchReps(worthOf(near, had), 0)]).toEqual([0, 1]);
    expect([...matchReps(worthOf(near, had), 1)]).toEqual([1, 0]);
  });

  test('all together, not one after another', () => {
    // the first is nearest to both, and the second far from one alone
    const km = [
      [10, 20],
      [30, 900],
    ];
    expect([
      ...matchReps(
        worthOf(km, [
          [0, 0],
          [0, 0],
        ]),
        0,
      ),
    ]).toEqual([1, 0]);
  });

  test('whose home is not known are matched by what they have', () => {
    expect([
      ...matchReps(
        worthOf(
          [
            [none, none],
            [50, 50],
          ],
          had,
        ),
        0.5,
      ),
    ]).toEqual([1, 0]);
  });

  test('rather with what there is to sell than with nothing, when they are too few', () => {
    expect([...matchReps(worthOf([[80, none]], [[0, 0]]), 0)]).toEqual([0]);
    expect([...matchReps(worthOf([[none, 80]], [[0, 0]]), 0.5)]).toEqual([1]);
  });

  test('with one at least in each territory, and no more than a fair number', () => {
    const any = fc.record({
      reps: fc.integer({ min: 1, max: 12 }),
      territories: fc.integer({ min: 1, max: 6 }),
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 144, maxLength: 144 }),
      history: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ reps, territories, values, history }) => {
        const size = reps * territories;
        const km = Float64Array.from(values.slice(0, size), (each) => 1000 * each);
        const kept = Float64Array.from(values.slice(size, 2 * size));
        const found = matchReps({ reps, territories, km, kept }, history);
        const crews = Array.from(
          { length: territories },
          (_, t) => found.filter((each) => each === t).length,
        );
        expect(found).toHaveLength(reps);
        expect(Math.max(...crews)).toBeLessThanOrEqual(Math.ceil(reps / territories));
        expect(crews.filter((crew) => crew > 0).length).toBe(Math.min(reps, territories));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('and the further ones where there is most load for each', () => {
    const far = Float64Array.from({ length: 10 }, () => none);
    const kept = new Float64Array(10);
    const found = matchReps({ reps: 5, territories: 2, km: far, kept, loads: Float64Array.of(4, 1) }, 0.5);
    expect(found.filter((each) => each === 0)).toHaveLength(4);
    expect(found.filter((each) => each === 1)).toHaveLength(1);
  });

  test('and nobody with nothing', () => {
    expect([
      ...matchReps({ reps: 2, territories: 0, km: new Float64Array(), kept: new Float64Array() }, 1),
    ]).toEqual([-1, -1]);
  });
});

describe('the way from home', () => {
  const units = { ...gridUnits(3, 1), weight: Float64Array.of(1, 1, 8) };
  const split = Int32Array.of(0, 0, 1);

  test('is weighed by unit, and not known without a home or a load', () => {
    const km = kmFromHomes(units, split, 3, [{ x: 0, y: 0 }, undefined]);
    expect([...km]).toEqual([5, 20, none, none, none, none]);
  });

  test('is to the nearest of those who work the territory; nine tenths of the weight are within the second figure', () => {
    const homes = [
      { territory: 0, x: 0, y: 0 },
      { territory: 0, x: 10, y: 0 },
      { territory: 1, x: 0, y: 0 },
    ];
    const { byTerritory, all } = homeKm(units, split, 3, homes);
    expect(byTerritory).toEqual([{ mean: 0, p90: 0 }, { mean: 20, p90: 20 }, undefined]);
    expect(all).toEqual({ mean: 16, p90: 20 });
    expect(homeKm(units, split, 3, []).all).toBeUndefined();
  });
});
