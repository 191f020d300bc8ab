import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutRidges } from '../../src/charts/layoutRidges';
import { makePlotBox } from '../../src/charts/plotBox';
import { attainmentEdges } from '../../src/stats/attainmentEdges';

const box = makePlotBox(700, 400, { left: 250, right: 12, top: 28, bottom: 40 });
const rows = fc.array(
  fc.record({
    key: fc.uuid(),
    sketch: fc
      .array(fc.nat(200), { minLength: 128, maxLength: 128 })
      .filter((counts) => counts.some((count) => count > 0))
      .map((counts) => ({ counts, edges: attainmentEdges })),
    mean: fc.double({ min: 0, max: 5, noNaN: true }),
    median: fc.double({ min: 0, max: 3.9375, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);
const layoutOf = (list: Parameters<typeof layoutRidges>[0]['rows']) =>
  layoutRidges({ rows: list, box, rowHeight: 56, labelHeight: 8, mark: 1 });
/** Every number pair of a path. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );

describe('layoutRidges', () => {
  it('keeps every row inside its own height and the plot, whatever it holds', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { ridges, markX, domain } = layoutOf(list);
        expect(domain[0]).toBe(0);
        expect(domain[1]).toBeGreaterThanOrEqual(1.25);
        expect(markX).toBeLessThan(box.right);
        for (const { base, top, path, beyondPath, meanX, medianX } of ridges) {
          const points = [
            ...pointsOf(path),
            ...pointsOf(beyondPath),
            [meanX, base] as const,
            [medianX, base] as const,
          ];
          const xs = points.map(([x]) => x);
          const ys = points.map(([, y]) => y);
          expect(Math.min(...xs)).toBeGreaterThanOrEqual(box.left - 1e-6);
          expect(Math.max(...xs)).toBeLessThanOrEqual(box.right + 1e-6);
          expect(Math.min(...ys)).toBeGreaterThanOrEqual(top - 1e-6);
          expect(Math.max(...ys)).toBeLessThanOrEqual(base + 1e-6);
        }
      }),
      { seed: 3, numRuns: 15 },
    );
  });

  it('draws what reaches the mark from the mark on, and no further left', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { ridges, markX } = layoutOf(list);
        for (const { beyondPath } of ridges)
          expect(Math.min(...pointsOf(beyondPath).map(([x]) => x))).toBeGreaterThanOrEqual(markX - 1e-6);
      }),
      { seed: 4, numRuns: 15 },
    );
  });

  it('says how much lies beyond the axis, a fiftieth at the most', () => {
    const counts = Array.from({ length: 128 }, (_, bin) => (bin === 33 ? 990 : bin === 127 ? 10 : 0));
    const [ridge] = layoutOf([
      { key: 'a', sketch: { counts, edges: attainmentEdges }, mean: 1, median: 1 },
    ]).ridges;
    expect(ridge?.offAxis).toBeCloseTo(0.01, 12);
  });
});
