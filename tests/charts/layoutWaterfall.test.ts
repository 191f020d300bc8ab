import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutWaterfall, type WaterfallBar } from '../../src/charts/layoutWaterfall';

const total = (label: string, to: number): WaterfallBar => ({
  kind: 'total',
  label,
  from: 0,
  to,
  figure: '',
});

const waterfalls = fc
  .tuple(
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.array(fc.double({ min: -1e8, max: 1e8, noNaN: true })),
  )
  .map(([full, changes]) => {
    let at = full;
    const steps = changes.map((change, index): WaterfallBar => {
      const from = at;
      at += change;
      return { kind: 'step', label: `Step ${index}`, from, to: at, figure: '' };
    });
    return [total('Full', full), ...steps, total('Expected', at)];
  });

const everyWaterfall = (law: (bars: WaterfallBar[], width: number, target: number | undefined) => void) =>
  fc.assert(
    fc.property(
      waterfalls,
      fc.integer({ min: 120, max: 1200 }),
      fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined }),
      law,
    ),
    { seed: 7, numRuns: 150 },
  );

describe('layoutWaterfall', () => {
  it('begins each bar where the one above it ended, and leads there', () => {
    everyWaterfall((bars, width, target) => {
      const { rows, x } = layoutWaterfall(bars, width, target);
      rows.forEach((row, index) => {
        const next = rows[index + 1];
        expect(row.link === undefined).toBe(next === undefined);
        if (!row.link || !next) return;
        expect(row.link.x).toBeCloseTo(x(next.bar.kind === 'step' ? next.bar.from : next.bar.to), 6);
        expect(row.link.to).toBeCloseTo(next.y, 6);
      });
    });
  });

  it('stands totals on zero and tells steps up from steps down', () => {
    everyWaterfall((bars, width, target) => {
      const { rows, x } = layoutWaterfall(bars, width, target);
      for (const { bar, x: left, width: wide, direction } of rows) {
        expect(wide).toBeCloseTo(Math.abs(x(bar.to) - x(bar.kind === 'total' ? 0 : bar.from)), 6);
        if (bar.kind === 'total') expect(Math.min(x(0), x(bar.to))).toBeCloseTo(left, 6);
        else expect(direction).toBe(bar.to < bar.from ? 'down' : 'up');
      }
    });
  });

  it('keeps bars, target and ticks inside the picture, one row under the other', () => {
    everyWaterfall((bars, width, target) => {
      const layout = layoutWaterfall(bars, width, target);
      const places = [
        ...layout.rows.flatMap((row) => [row.x, row.x + row.width]),
        ...layout.ticks.map(({ at }) => at),
        layout.x(target ?? 0),
      ];
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(layout.left - 1e-6);
        expect(place).toBeLessThanOrEqual(layout.right + 1e-6);
      }
      layout.rows.forEach((row, index) => {
        expect(row.y).toBeGreaterThan(layout.top - 1);
        expect(row.y + row.height).toBeLessThanOrEqual(layout.bottom);
        expect(row.y).toBeGreaterThan((layout.rows[index - 1]?.y ?? 0) + row.height - 1);
      });
    });
  });

  it('writes names beside the bars where there is room, above them where there is none', () => {
    const bars = [total('Full', 10), total('Expected', 8)];
    expect(layoutWaterfall(bars, 343, undefined).stacked).toBe(true);
    expect(layoutWaterfall(bars, 343, undefined).left).toBe(0);
    expect(layoutWaterfall(bars, 900, undefined).stacked).toBe(false);
  });
});
