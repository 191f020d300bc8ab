import createHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { balancePrices } from '../../src/territory/balancePrices';
import { bisectUnits } from '../../src/territory/bisectUnits';
import { centresOf } from '../../src/territory/centresOf';
import { chooseNearest } from '../../src/territory/chooseNearest';
import type { Units } from '../../src/territory/units';
import { COUNTIES_ABSENT, hasCounties, readCounties } from './support/counties';
import { gridUnits } from './support/gridUnits';

/** The transport problem from the centres of a bisection, solved both ways. */
async function solveBothWays(units: Units, k: number, width: number) {
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const targets = new Float64Array(k).fill(total / k);
  const choices = new Int32Array(units.count * width);
  const costs = new Float64Array(units.count * width);
  chooseNearest(
    units,
    centresOf(units, bisectUnits(units, k), k),
    new Float64Array(k),
    width,
    choices,
    costs,
  );
  const scale = costs.reduce((sum, each) => sum + each, 0) / costs.length / 8;
  const reach = new Float64Array(k).fill(scale);
  let prices = new Float64Array(k);
  for (const heat of [0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001]) {
    const temperature = new Float64Array(units.count).fill(heat * scale);
    const given = { count: units.count, width, weight: units.weight, choices, costs, temperature };
    prices = Float64Array.from(
      balancePrices(given, targets, prices, reach, { steps: 30, tolerance: 1e-4 }).prices,
    );
  }
  // The dual without entropy: a lower bound of any assignment's cost, whatever the prices are.
  let dual = prices.reduce((sum, price, t) => sum + price * (targets[t] ?? 0), 0);
  for (let unit = 0; unit < units.count; unit++) {
    let least = Infinity;
    for (let a = unit * width; a < (unit + 1) * width; a++)
      least = Math.min(least, (costs[a] ?? 0) - (prices[choices[a] ?? 0] ?? 0));
    dual += least * (units.weight[unit] ?? 0);
  }
  const { optimum, splitUnits } = await solveWithHighs(units, targets, choices, costs, width);
  return { dual, optimum, splitUnits };
}

async function solveWithHighs(
  units: Units,
  targets: Float64Array,
  choices: Int32Array,
  costs: Float64Array,
  width: number,
) {
  const objective: string[] = [];
  const loads: string[][] = Array.from(targets, () => []);
  const whole: string[] = [];
  for (let unit = 0; unit < units.count; unit++) {
    const own = units.weight[unit] ?? 0;
    const parts: string[] = [];
    for (let a = unit * width; a < (unit + 1) * width; a++) {
      const name = `x${unit}_${choices[a]}`;
      objective.push(`${((costs[a] ?? 0) * own) / 1000} ${name}`);
      loads[choices[a] ?? 0]?.push(`${own} ${name}`);
      parts.push(name);
    }
    whole.push(` u${unit}: ${parts.join(' + ')} = 1`);
  }
  // The last target follows from the others.
  const met = loads.slice(0, -1).map((parts, t) => ` t${t}: ${parts.join(' + ')} = ${targets[t]}`);
  const text = ['Minimize', ` cost: ${objective.join(' + ')}`, 'Subject To', ...whole, ...met, 'End'];
  const solution = (await createHighs()).solve(text.join('\n'));
  expect(solution.Status).toBe('Optimal');
  const shares = new Map<string, number>();
  for (const [name, column] of Object.entries(solution.Columns))
    if ('Primal' in column && column.Primal > 1e-9) {
      const unit = name.slice(0, name.indexOf('_'));
      shares.set(unit, (shares.get(unit) ?? 0) + 1);
    }
  return {
    optimum: solution.ObjectiveValue * 1000,
    splitUnits: [...shares.values()].filter((count) => count > 1).length,
  };
}

test('the dual’s value rises with a price by what its territory lacks', () => {
  const units = gridUnits(12, 10, 4);
  const [k, width] = [5, 5];
  const total = units.weight.reduce((sum, each) => sum + each, 0);
  const targets = new Float64Array(k).fill(total / k);
  const choices = new Int32Array(units.count * width);
  const costs = new Float64Array(units.count * width);
  chooseNearest(
    units,
    centresOf(units, bisectUnits(units, k), k),
    new Float64Array(k),
    width,
    choices,
    costs,
  );
  const temperature = new Float64Array(units.count).fill(200);
  const given = { count: units.count, width, weight: units.weight, choices, costs, temperature };
  const at = (prices: Float64Array) =>
    balancePrices(given, targets, prices, new Float64Array(k).fill(1), { steps: 0, tolerance: 0 });
  const prices = Float64Array.of(0, 150, -80, 40, 10);
  const { shares } = at(prices);
  for (let t = 0; t < k; t++) {
    let load = 0;
    shares.forEach((share, place) => {
      if (choices[place] === t) load += share * (units.weight[Math.floor(place / width)] ?? 0);
    });
    const moved = (by: number) => at(prices.map((price, each) => (each === t ? price + by : price))).value;
    const slope = (moved(0.01) - moved(-0.01)) / 0.02;
    expect(Math.abs(slope - ((targets[t] ?? 0) - load))).toBeLessThan(1e-4);
  }
});

describe('the transport’s dual against the optimum that HiGHS finds', () => {
  test('on a grid: no more than the optimum, within .0005 of it; at most k − 1 units are split', async () => {
    const { dual, optimum, splitUnits } = await solveBothWays(gridUnits(24, 20, 3), 8, 8);
    expect(dual / optimum).toBeLessThanOrEqual(1 + 1e-6);
    expect(dual / optimum).toBeGreaterThan(0.9995);
    expect(splitUnits).toBeLessThanOrEqual(7);
  });

  test.skipIf(!hasCounties)(`on the counties, 20 territories (${COUNTIES_ABSENT} otherwise)`, async () => {
    const { dual, optimum, splitUnits } = await solveBothWays(readCounties('synth'), 20, 10);
    expect(dual / optimum).toBeLessThanOrEqual(1 + 1e-6);
    expect(dual / optimum).toBeGreaterThan(0.9995);
    expect(splitUnits).toBeLessThanOrEqual(19);
  });
});
