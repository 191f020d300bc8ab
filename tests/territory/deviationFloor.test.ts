import { describe, expect, test } from 'vitest';
import { balanceOf } from '../../src/territory/measureSplit';
import { deviationFloor } from '../../src/territory/deviationFloor';
import type { Units } from '../../src/territory/units';
import { leastDeviation } from './support/leastDeviation';
import { gridUnits } from './support/gridUnits';
import { planarUnits } from './support/planarUnits';

const free = (units: Units, k: number) =>
  deviationFloor(units, new Int32Array(units.count).fill(-1), new Uint8Array(units.count), {
    settled: new Float64Array(k),
    dealt: 0,
  });

describe('what no split can be below', () => {
  test('is never above what the best of all splits of a small map comes to (seeds 1 to 30)', () => {
    let heavy = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const units = planarUnits(9, seed);
      const floor = free(units, 3);
      if (floor.least > 0) heavy++;
      expect(floor.least).toBeLessThanOrEqual(leastDeviation(units, 3) + 1e-9);
    }
    expect(heavy).toBeGreaterThan(1);
  });

  test('is what a unit heavier than a fair share is above it', () => {
    const even = gridUnits(4, 4);
    const units = { ...even, weight: new Float64Array(16).fill(1).with(5, 15) };
    expect(free(units, 3)).toMatchObject({ least: 0.5, heavy: [5], cause: 'unit' });
  });

  test('is what two heavy units leave the third territory short of, where that is more', () => {
    const units = { ...gridUnits(4, 4), weight: new Float64Array(16).fill(0.25).with(5, 6).with(6, 6) };
    const split = Int32Array.from({ length: 16 }, (_, unit) => [5, 6].indexOf(unit) + 1);
    expect(free(units, 3).cause).toBe('rest');
    expect(free(units, 3).least).toBeCloseTo(balanceOf(units, split, 3).maxDeviation, 12);
  });

  test('is what is settled in a territory and locked to it, where that is more', () => {
    const even = gridUnits(4, 4);
    const units = { ...even, weight: new Float64Array(16).fill(1) };
    const current = new Int32Array(16).fill(-1).with(3, 1);
    const fixed = new Uint8Array(16).with(3, 1);
    const floor = deviationFloor(units, current, fixed, { settled: Float64Array.of(0, 14, 0), dealt: 0 });
    expect(floor).toEqual({ least: 0.5, heavy: [], cause: 'settled', territory: 1 });
  });

  test('is nothing where all is alike', () => {
    expect(free(gridUnits(6, 6), 4)).toEqual({ least: 0, heavy: [] });
  });
});
