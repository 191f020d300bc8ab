import { balancePrices, type Prices } from './balancePrices';
import type { Split, Units } from './units';

/** Territories that a unit chooses among: those nearest by power distance. */
const WIDTH = 10;
const ROUNDS = 24;
/** Temperatures as multiples of a territory's mean squared radius, in the first round and the last. */
const HOTTEST = 0.3;
const COLDEST = 0.0005;

export interface PowerDiagram {
  readonly split: Split;
  readonly centres: { readonly x: Float64Array; readonly y: Float64Array };
  readonly prices: Float64Array;
}

/**
 * A balanced power diagram: each unit in the territory that is nearest by squared distance less the territory's price, with
 * prices at which the loads are the targets and centres in the middle of the loads. Rounds of regularised transport,
 * cooled down, each with new centres; the temperature is each unit's own, by its territory's size, without which dense
 * cities stay off balance. Source: Cohen-Addad, Klein & Young 2018, arXiv 1710.03358. Cost: rounds × units × territories.
 */
export function powerDiagram(units: Units, start: Split, targets: Float64Array): PowerDiagram {
  const { count, x, y, weight } = units;
  const k = targets.length;
  const width = Math.min(WIDTH, k);
  const choices = new Int32Array(count * width);
  const costs = new Float64Array(count * width);
  const temperature = new Float64Array(count);
  const radius = new Float64Array(k);
  const centreX = new Float64Array(k);
  const centreY = new Float64Array(k);
  const split = start.slice();
  let prices = new Float64Array(k);
  const given = { count, width, weight, choices, costs, temperature };
  recentre(units, split, centreX, centreY, radius);
  for (let round = 0; round < ROUNDS; round++) {
    const cooled = HOTTEST * (COLDEST / HOTTEST) ** (round / (ROUNDS - 1));
    chooseNearest(units, centreX, centreY, prices, width, choices, costs);
    for (let unit = 0; unit < count; unit++)
      temperature[unit] = Math.max(1e-9, cooled * (radius[split[unit] ?? 0] ?? 0));
    const last = round === ROUNDS - 1;
    const solved = balancePrices(given, targets, prices, radius, { steps: last ? 40 : 6, tolerance: last ? 1e-4 : 0.003 });
    prices = Float64Array.from(solved.prices);
    harden(units, solved, width, choices, split);
    if (!last) recentreSoftly(units, solved.shares, width, choices, centreX, centreY, radius);
  }
  return { split, centres: { x: centreX, y: centreY }, prices };
}

/** Each unit to the choice that has most of it. */
function harden({ count }: Units, { shares }: Prices, width: number, choices: Int32Array, split: Split): void {
  for (let unit = 0; unit < count; unit++) {
    let best = 0;
    for (let a = 1; a < width; a++)
      if ((shares[unit * width + a] ?? 0) > (shares[unit * width + best] ?? 0)) best = a;
    split[unit] = choices[unit * width + best] ?? 0;
  }
}

/** The nearest territories by squared distance less price, the nearest first, with their squared distances. */
export function chooseNearest(
  { count, x, y }: Units,
  centreX: Float64Array,
  centreY: Float64Array,
  prices: Float64Array,
  width: number,
  choices: Int32Array,
  costs: Float64Array,
): void {
  const k = prices.length;
  const power = new Float64Array(width);
  for (let unit = 0; unit < count; unit++) {
    const ux = x[unit] ?? 0;
    const uy = y[unit] ?? 0;
    const base = unit * width;
    let held = 0;
    for (let t = 0; t < k; t++) {
      const dx = ux - (centreX[t] ?? 0);
      const dy = uy - (centreY[t] ?? 0);
      const cost = dx * dx + dy * dy;
      const at = cost - (prices[t] ?? 0);
      if (held === width && at >= (power[width - 1] ?? 0)) continue;
      let place = held < width ? held++ : width - 1;
      for (; place > 0 && (power[place - 1] ?? 0) > at; place--) {
        power[place] = power[place - 1] ?? 0;
        choices[base + place] = choices[base + place - 1] ?? 0;
        costs[base + place] = costs[base + place - 1] ?? 0;
      }
      power[place] = at;
      choices[base + place] = t;
      costs[base + place] = cost;
    }
  }
}

/** Centres and mean squared radii of a split. Territories without weight keep their centre. */
function recentre(
  { count, x, y, weight }: Units,
  split: Split,
  centreX: Float64Array,
  centreY: Float64Array,
  radius: Float64Array,
): void {
  const choices = Int32Array.from({ length: count }, (_, unit) => split[unit] ?? 0);
  const shares = new Float64Array(count).fill(1);
  recentreSoftly({ count, x, y, weight }, shares, 1, choices, centreX, centreY, radius);
}

function recentreSoftly(
  { count, x, y, weight }: Pick<Units, 'count' | 'x' | 'y' | 'weight'>,
  shares: Float64Array,
  width: number,
  choices: Int32Array,
  centreX: Float64Array,
  centreY: Float64Array,
  radius: Float64Array,
): void {
  const k = radius.length;
  const load = new Float64Array(k);
  const sx = new Float64Array(k);
  const sy = new Float64Array(k);
  const sq = new Float64Array(k);
  for (let unit = 0; unit < count; unit++) {
    const ux = x[unit] ?? 0;
    const uy = y[unit] ?? 0;
    for (let a = 0; a < width; a++) {
      const own = (weight[unit] ?? 0) * (shares[unit * width + a] ?? 0);
      if (!(own > 0)) continue;
      const t = choices[unit * width + a] ?? 0;
      load[t] = (load[t] ?? 0) + own;
      sx[t] = (sx[t] ?? 0) + own * ux;
      sy[t] = (sy[t] ?? 0) + own * uy;
      sq[t] = (sq[t] ?? 0) + own * (ux * ux + uy * uy);
    }
  }
  for (let t = 0; t < k; t++) {
    const own = load[t] ?? 0;
    if (!(own > 0)) continue;
    const cx = (sx[t] ?? 0) / own;
    const cy = (sy[t] ?? 0) / own;
    centreX[t] = cx;
    centreY[t] = cy;
    radius[t] = Math.max(0, (sq[t] ?? 0) / own - cx * cx - cy * cy);
  }
}
