import { describe, expect, test } from 'vitest';
import { layoutRanges } from '../../src/charts/layoutRanges';
import { layoutSteps } from '../../src/charts/layoutSteps';
import { layoutReasons } from '../../src/charts/layoutReasons';
import { makePlotBox } from '../../src/charts/plotBox';

const box = makePlotBox(640, 300, { left: 20, right: 20, top: 20, bottom: 40 });

describe('the layout of a waterfall', () => {
  const steps = [
    { value: 8, standardError: 1 },
    { value: -3, standardError: 0.5 },
  ];

  test('goes from the one figure to the other: each bar begins where the last one ended', () => {
    const { startX, endX, bars } = layoutReasons(10, 15, steps, box, 40);
    expect(bars[0]!.fromX).toBe(startX);
    expect(bars[1]!.fromX).toBe(bars[0]!.toX);
    expect(bars[1]!.toX).toBeCloseTo(endX, 9);
    expect(bars[1]!.x).toBe(bars[1]!.toX);
    expect(bars.map(({ y }) => y)).toEqual([60, 100]);
  });

  test('shows errors in the scale of the bars, and keeps everything inside', () => {
    const { bars, ticks } = layoutReasons(10, 15, steps, box, 40);
    const unit = bars[0]!.width / 8;
    expect(bars[0]!.errorX[1] - bars[0]!.errorX[0]).toBeCloseTo(2 * unit, 9);
    for (const x of [...bars.flatMap(({ errorX }) => errorX), ...ticks.map(({ at }) => at)]) {
      expect(x).toBeGreaterThanOrEqual(box.left);
      expect(x).toBeLessThanOrEqual(box.right);
    }
  });

  test('without a difference stands still in the middle', () => {
    const { startX, endX } = layoutReasons(5, 5, [{ value: 0, standardError: 0 }], box, 40);
    expect(startX).toBe((box.left + box.right) / 2);
    expect(endX).toBe(startX);
  });
});

describe('the layout of ranges', () => {
  test('lays all rows on one axis, wide bands around narrow ones', () => {
    const row = (shift: number) => ({ percentiles: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => each + shift) });
    const { rows } = layoutRanges([{ ...row(0), target: 12 }, row(2)], box, 50);
    expect(rows.map(({ y }) => y)).toEqual([20, 70]);
    expect(rows[0]!.bands.map(({ level }) => level)).toEqual([95, 80, 50]);
    const [wide, middle, narrow] = rows[0]!.bands;
    expect(wide!.x).toBeLessThan(middle!.x);
    expect(middle!.x).toBeLessThan(narrow!.x);
    expect(narrow!.x + narrow!.width).toBeLessThan(middle!.x + middle!.width);
    // Two more on the same axis.
    const unit = wide!.width / 8;
    expect(rows[1]!.medianX - rows[0]!.medianX).toBeCloseTo(2 * unit, 9);
    expect(rows[0]!.targetX! - rows[0]!.medianX).toBeCloseTo(7 * unit, 9);
    expect(rows[1]!.targetX).toBeUndefined();
  });
});

describe('the layout of lines by quarter', () => {
  test('keeps names apart where lines end together', () => {
    const { lines } = layoutSteps(
      [
        [1, 2, 3],
        [2, 2, 3],
        [0, 1, 3.01],
      ],
      box,
    );
    const places = lines.map(({ labelY }) => labelY).toSorted((one, other) => one - other);
    expect(places[1]! - places[0]!).toBeGreaterThanOrEqual(15);
    expect(places[2]! - places[1]!).toBeGreaterThanOrEqual(15);
    expect(lines[0]!.path.match(/[ML]/g)).toHaveLength(3);
  });

  test('of one quarter is a point', () => {
    const { lines } = layoutSteps([[4]], box);
    expect(lines[0]!.points).toHaveLength(1);
    expect(Number.isFinite(lines[0]!.points[0]!.x)).toBe(true);
  });
});
