import { describe, expect, it } from 'vitest';
import { formatMoneyTicks } from '../../src/charts/formatTicks';
import { layoutTradeOff, type TradeOffPoint } from '../../src/charts/layoutTradeOff';
import { makePlotBox } from '../../src/charts/plotBox';

const box = makePlotBox(700, 340, { left: 72, right: 20, top: 32, bottom: 48 });
const point = (name: string, moved: number, value: number, more: Partial<TradeOffPoint> = {}) => ({
  name,
  moved,
  value,
  margin: 0,
  deviation: 0.05,
  beaten: false,
  kept: false,
  ...more,
});

describe('the picture of moves against yield', () => {
  const points = [
    point('Today', 0, 10e6, { kept: true, deviation: 0.4 }),
    point('A little', 0.1, 10.5e6, { margin: 1e5 }),
    point('Much', 0.5, 11e6, { margin: 2e5, deviation: 0.1 }),
  ];
  const { points: placed, xTicks } = layoutTradeOff(points, box);

  it('what does not move stands at zero, and more is farther up', () => {
    expect(placed[0]?.x).toBe(box.left);
    expect(xTicks[0]).toEqual({ value: 0, at: box.left });
    expect(placed.map(({ y }) => y)).toEqual(placed.map(({ y }) => y).toSorted((a, b) => b - a));
  });

  it('areas of marks are in proportion to deviations, and no mark is too small to be seen', () => {
    const [today, little, much] = placed.map(({ radius }) => radius);
    expect((today ?? 0) ** 2 / (much ?? 1) ** 2).toBeCloseTo(4, 9);
    expect(little).toBeGreaterThanOrEqual(4);
  });

  it('intervals are as long as twice the margin', () => {
    const perDollar = ((placed[0]?.y ?? 0) - (placed[2]?.y ?? 0)) / 1e6;
    expect((placed[1]?.low ?? 0) - (placed[1]?.high ?? 0)).toBeCloseTo(2e5 * perDollar, 6);
    expect(placed[0]?.low).toBe(placed[0]?.high);
  });

  it('no name lies on another or on a mark; where all are in one place some go without', () => {
    const crowd = Array.from({ length: 12 }, (_, place) => point(`Split number ${place}`, 0.5, 11e6));
    const named = layoutTradeOff([...points, ...crowd], box).points.filter(({ label }) => label);
    expect(named.map(({ point: { name } }) => name)).toEqual(['Today', 'A little', 'Much']);
  });

  it('the beaten are drawn first, and the plan’s own last', () => {
    const { drawn } = layoutTradeOff(
      [points[0]!, point('Worse', 0.6, 10e6, { beaten: true }), points[2]!],
      box,
    );
    expect(drawn).toEqual([1, 2, 0]);
  });

  it('values that are as good as equal get an axis whose ticks can be told apart', () => {
    const ticksOf = (value: number) =>
      layoutTradeOff([point('A', 0, value), point('B', 0.3, value * (1 + 1e-9))], box).yTicks.map(
        (tick) => tick.value,
      );
    const money = formatMoneyTicks(ticksOf(5.454e6), 'USD');
    expect(new Set(money).size).toBe(money.length);
    const shares = ticksOf(0.62);
    expect(Math.min(...shares)).toBeGreaterThan(0.6);
    expect(Math.max(...shares)).toBeLessThan(0.64);
    expect(Math.max(...ticksOf(0.999))).toBeLessThanOrEqual(1);
  });

  it('one split alone, without a spread, is still laid out', () => {
    const { points: alone } = layoutTradeOff([point('Today', 0, 5)], box);
    expect(alone[0]?.y).toBeGreaterThan(box.top);
    expect(alone[0]?.y).toBeLessThan(box.bottom);
  });
});
