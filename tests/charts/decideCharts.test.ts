import { describe, expect, test } from 'vitest';
import { layoutFrontier } from '../../src/charts/layoutFrontier';
import { layoutShares } from '../../src/charts/layoutShares';
import { layoutTornado } from '../../src/charts/layoutTornado';
import { makePlotBox } from '../../src/charts/plotBox';

const box = makePlotBox(600, 300, { left: 50, right: 20, top: 20, bottom: 40 });

describe('the layout of a frontier', () => {
  const point = (cost: number, chance: number) => ({
    name: '',
    people: 1,
    cost: { mean: cost, standardError: 0 },
    chance: { value: chance, standardError: 0.01 },
    chosen: false,
  });
  const layout = layoutFrontier([point(0, 0.62), point(5e5, 0.8), point(9e5, 0.995)], 0.8, box);

  test('goes to the right with cost and up with chance, inside the box', () => {
    const [first, second, third] = layout.points;
    expect(first!.x).toBe(box.left);
    expect(second!.x).toBeGreaterThan(first!.x);
    expect(third!.y).toBeLessThan(second!.y);
    expect(second!.y).toBe(layout.wantedY);
    for (const { x, high, low } of layout.points) {
      expect(x).toBeLessThanOrEqual(box.right);
      expect(high).toBeGreaterThanOrEqual(box.top);
      expect(low).toBeLessThanOrEqual(box.bottom);
    }
  });

  test('begins at the tenth below the lowest point', () => {
    expect(layout.yTicks[0]?.value).toBe(0.5);
  });
});

describe('the layout of a tornado', () => {
  const row = (id: string, low: number, high: number) => ({
    id,
    name: id,
    low: { label: 'low', value: low, standardError: 0.01 },
    high: { label: 'high', value: high, standardError: 0.01 },
  });
  const layout = layoutTornado(
    [row('a', 0.4, 0.8), row('b', 0.7, 0.5), row('c', 0.6, 0.6)],
    0.6,
    [0, 1],
    box,
  );

  test('has each end on its side of the plan as it is, and its setting outside', () => {
    const [a, b, c] = layout.rows;
    expect(a!.low.x).toBeLessThan(layout.baseX);
    expect(a!.high.x).toBeGreaterThan(layout.baseX);
    expect(b!.low.x).toBeGreaterThan(layout.baseX);
    expect([a!.low.anchor, a!.high.anchor, b!.low.anchor]).toEqual(['end', 'start', 'start']);
    expect(a!.low.textX).toBeLessThan(a!.low.x);
    // two ends that change nothing are written on either side
    expect([c!.low.anchor, c!.high.anchor]).toEqual(['end', 'start']);
  });
});

describe('the layout of shares', () => {
  test('starts at zero, has what is made alone inside of the whole, and nothing below zero', () => {
    const value = (mean: number) => ({ value: mean, standardError: 0.01 });
    const layout = layoutShares(
      [
        { name: 'a', alone: value(0.5), total: value(0.6) },
        { name: 'b', alone: value(-0.02), total: value(-0.01) },
      ],
      box,
    );
    const [a, b] = layout.rows;
    expect(layout.zero).toBe(box.left);
    expect(a!.alone).toBeLessThan(a!.total);
    expect(a!.from).toBeLessThan(a!.total);
    expect(a!.to).toBeGreaterThan(a!.total);
    expect([b!.alone, b!.total]).toEqual([box.left, box.left]);
  });
});
