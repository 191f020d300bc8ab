import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutHistogram } from '../../src/charts/layoutHistogram';
import { makePlotBox } from '../../src/charts/plotBox';

const box = makePlotBox(700, 260, { left: 52, right: 12, top: 40, bottom: 44 });
const histograms = fc.record({
  start: fc.integer({ min: -10, max: 1000 }).map((bin) => bin * 50_000),
  width: fc.constantFrom(50_000, 100_000),
  counts: fc.array(fc.nat(500), { minLength: 1, maxLength: 60 }),
});
const targets = fc.option(fc.double({ min: 0, max: 1e8, noNaN: true }), { nil: undefined });
const everyHistogram = (
  law: (histogram: { start: number; width: number; counts: number[] }, target?: number) => void,
) => fc.assert(fc.property(histograms, targets, law), { seed: 7, numRuns: 200 });

describe('layoutHistogram', () => {
  it('starts its bars at zero', () => {
    everyHistogram((histogram, target) => {
      const { y, bars } = layoutHistogram(histogram, target, box);
      expect(y.domain[0]).toBe(0);
      expect(y.scale(0)).toBe(box.bottom);
      for (const bar of bars) expect(bar.y + bar.height).toBeCloseTo(box.bottom, 9);
    });
  });

  it('shows shares that add up to one wherever there are trials', () => {
    everyHistogram((histogram, target) => {
      const { bins } = layoutHistogram(histogram, target, box);
      const trials = histogram.counts.reduce((sum, count) => sum + count, 0);
      const sum = bins.reduce((total, bin) => total + bin.share, 0);
      expect(sum).toBeCloseTo(trials > 0 ? 1 : 0, 9);
    });
  });

  it('tells what reached the target from what did not, exactly at the target', () => {
    everyHistogram((histogram, target) => {
      const { bars, targetX } = layoutHistogram(histogram, target, box);
      if (targetX === undefined) {
        expect(bars.every((bar) => bar.reached)).toBe(true);
        return;
      }
      for (const bar of bars) {
        if (bar.reached) expect(bar.x).toBeGreaterThanOrEqual(targetX - 1e-6);
        else expect(bar.x + bar.width).toBeLessThanOrEqual(targetX + 1e-6);
      }
    });
  });

  it('covers a divided bin with its two bars, side by side', () => {
    const { bars, bins } = layoutHistogram({ start: 0, width: 10, counts: [3] }, 4, box);
    expect(bars.map((bar) => bar.reached)).toEqual([false, true]);
    const [below, above] = bars;
    expect((below?.width ?? 0) + (above?.width ?? 0)).toBeCloseTo(bins[0]?.width ?? NaN, 9);
    expect(below?.height).toBe(above?.height);
  });

  it('keeps target, bars and ticks inside the plot', () => {
    everyHistogram((histogram, target) => {
      const { bars, targetX, xTicks, xDomain } = layoutHistogram(histogram, target, box);
      const places = [...bars.map((bar) => bar.x), ...xTicks.map((tick) => tick.at), targetX ?? box.left];
      for (const x of places) {
        expect(x).toBeGreaterThanOrEqual(box.left - 1e-6);
        expect(x).toBeLessThanOrEqual(box.right + 1e-6);
      }
      for (const tick of xTicks) {
        expect(tick.value).toBeGreaterThanOrEqual(xDomain[0]);
        expect(tick.value).toBeLessThanOrEqual(xDomain[1]);
      }
    });
  });
});
