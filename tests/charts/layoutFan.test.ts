import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFan, type FanInput } from '../../src/charts/layoutFan';
import { makePlotBox } from '../../src/charts/plotBox';

const box = makePlotBox(700, 340, { left: 52, right: 84, top: 26, bottom: 24 });
const percentiles = fc
  .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 9, maxLength: 9 })
  .map((values) => values.sort((a, b) => a - b));
const inputs = fc.record({
  months: fc.array(percentiles, { minLength: 1, maxLength: 36 }),
  alsoShow: fc.array(fc.double({ min: 0, max: 2e9, noNaN: true }), { maxLength: 4 }),
  fromZero: fc.boolean(),
});
const everyFan = (law: (input: FanInput) => void) =>
  fc.assert(
    fc.property(inputs, (drawn) => law({ ...drawn, start: 0, box })),
    { seed: 7, numRuns: 150 },
  );

describe('layoutFan', () => {
  it('nests its bands: 50 within 80 within 95 %, the median within them all', () => {
    everyFan((input) => {
      const fan = layoutFan(input);
      expect(fan.bands.map((band) => band.level)).toEqual([95, 80, 50]);
      input.months.forEach((values, index) => {
        const lows = fan.bands.map((band) => band.points[index + 1]?.low ?? NaN);
        const highs = fan.bands.map((band) => band.points[index + 1]?.high ?? NaN);
        const nested = [...lows, values[4] ?? NaN, ...highs.toReversed()];
        expect(nested.every((value, at) => at === 0 || value >= (nested[at - 1] ?? NaN))).toBe(true);
      });
    });
  });

  it('goes from left to right, from the start to the last month', () => {
    everyFan((input) => {
      const { bands, median } = layoutFan(input);
      for (const points of [...bands.map((band) => band.points), median.points]) {
        expect(points).toHaveLength(input.months.length + 1);
        expect(points[0]?.x).toBe(box.left);
        expect(points.at(-1)?.x).toBeCloseTo(box.right, 9);
        expect(points.every((point, at) => at === 0 || point.x > (points[at - 1]?.x ?? Infinity))).toBe(true);
      }
    });
  });

  it('has room for everything it shows, and every tick inside the plot', () => {
    everyFan((input) => {
      const { y } = layoutFan(input);
      const shown = [0, ...input.months.flat(), ...(input.alsoShow ?? [])];
      for (const value of shown) {
        expect(y.scale(value)).toBeGreaterThanOrEqual(box.top - 1e-6);
        expect(y.scale(value)).toBeLessThanOrEqual(box.bottom + 1e-6);
      }
      for (const tick of y.ticks) {
        expect(tick.value).toBeGreaterThanOrEqual(y.domain[0]);
        expect(tick.value).toBeLessThanOrEqual(y.domain[1]);
      }
    });
  });

  it('names its ends in order and apart', () => {
    everyFan((input) => {
      const labels = layoutFan(input).ends;
      expect(labels.map((label) => label.percentile)).toEqual([90, 50, 10]);
      expect(
        labels.every((label, at) => at === 0 || label.labelY - (labels[at - 1]?.labelY ?? 0) >= 15 - 1e-9),
      ).toBe(true);
    });
  });

  it('draws counts with ticks at whole numbers alone', () => {
    const months = [[6, 6, 7, 7, 7, 8, 8, 8, 8]];
    const { y } = layoutFan({ months, start: 7, fromZero: false, integer: true, box });
    expect(y.ticks.length).toBeGreaterThan(1);
    expect(y.ticks.every((tick) => Number.isInteger(tick.value))).toBe(true);
  });
});
