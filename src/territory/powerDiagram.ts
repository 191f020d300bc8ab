import { exp, log } from '../sim/kernel/elementary';
import { balancePrices, type Prices } from './balancePrices';
import { bisectUnits } from './bisectUnits';
import { chooseNearest } from './chooseNearest';
import { coarsenUnits } from './coarsenUnits';
import { choiceOfHome, choiceOfLocked, type Keep } from './holdChoices';
import { namesFor, relabelSplit } from './relabelSplit';
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

/** More units than this are gathered into clumps first. */
const COARSE = 5000;
const CLUMPS = 4000;
/** Rounds that the units themselves then take, from what their clumps found. */
const FINE_ROUNDS = 2;
const FINE_HOTTEST = 0.01;
const KEPT_ROUNDS = 4;

/**
 * A balanced power diagram: each unit in the territory that is nearest by squared distance less the territory's price, with
 * prices at which the loads are the targets and centres in the middle of the loads. Rounds of regularised transport,
 * cooled down, each with new centres; the temperature is each unit's own, by its territory's size, without which dense
 * cities stay off balance. Source: Cohen-Addad, Klein & Young 2018, arXiv 1710.03358. Cost: rounds × units × territories;
 * beyond some thousands of units most rounds are done
 * on clumps of them. `locks` says which units have to be in which territory, −1 for any; `names`, where targets differ, what units' territories are to be called as far as may be; `keep` makes leaving home dear.
 */
export function powerDiagram(
  units: Units,
  targets: Float64Array,
  locks?: Split,
  names = locks,
  keep?: Keep,
): PowerDiagram {
  if (units.count <= COARSE)
    return cooled(units, startOf(units, targets, names), targets, ROUNDS, HOTTEST, locks, keep);
  const clumps = coarsenUnits(units, CLUMPS);
  // what has no name yet can have no load of its own either
  const level = new Float64Array(targets.length).fill(targets.reduce((a, b) => a + b, 0) / targets.length);
  const shared = names ? level : targets;
  const begun = cooled(clumps, startOf(clumps, shared), shared, ROUNDS, HOTTEST);
  const found = names ? renamed(begun, units, names) : begun;
  // clumps have no home: what is kept is felt by the units alone, and takes more rounds
  return keep
    ? cooled(units, found, targets, KEPT_ROUNDS, HOTTEST, locks, keep)
    : cooled(units, found, targets, FINE_ROUNDS, FINE_HOTTEST, locks);
}

/** The territories of a start under the names that locked units near them ask for. */
function renamed(start: Start, units: Units, locks: Split): Start {
  const k = start.prices.length;
  const choices = new Int32Array(units.count);
  chooseNearest(units, start.centres, start.prices, 1, choices, new Float64Array(units.count));
  const nameOf = namesFor(choices, locks, units.weight, k);
  const rename = (values: Float64Array) => {
    const named = new Float64Array(k);
    values.forEach((value, t) => (named[nameOf[t] ?? t] = value));
    return named;
  };
  return {
    centres: { x: rename(start.centres.x), y: rename(start.centres.y) },
    prices: rename(start.prices),
    radius: rename(start.radius),
  };
}

interface Start {
  readonly centres: { readonly x: Float64Array; readonly y: Float64Array };
  readonly prices: Float64Array;
  /** Mean squared distance from the centre by territory. */
  readonly radius: Float64Array;
}

function startOf(units: Units, targets: Float64Array, locks?: Split): Start {
  const k = targets.length;
  const start = {
    centres: { x: new Float64Array(k), y: new Float64Array(k) },
    prices: new Float64Array(k),
    radius: new Float64Array(k),
  };
  const bisected = bisectUnits(units, k);
  const split = locks ? relabelSplit(bisected, locks, units.weight, k) : bisected;
  recentre(units, new Float64Array(units.count).fill(1), 1, split, start.centres, start.radius);
  return start;
}

function cooled(
  units: Units,
  start: Start,
  targets: Float64Array,
  rounds: number,
  hottest: number,
  locks?: Split,
  keep?: Keep,
): PowerDiagram & Start {
  const { count, weight } = units;
  const width = Math.min(WIDTH, targets.length);
  const choices = new Int32Array(count * width);
  const costs = new Float64Array(count * width);
  const temperature = new Float64Array(count);
  const split = new Int32Array(count);
  const radius = start.radius.slice();
  const centres = { x: start.centres.x.slice(), y: start.centres.y.slice() };
  let prices = start.prices;
  const given = { count, width, weight, choices, costs, temperature };
  for (let round = 0; round < rounds; round++) {
    const last = round === rounds - 1;
    const heat = last ? COLDEST : hottest * exp((log(COLDEST / hottest) * round) / (rounds - 1));
    chooseNearest(units, centres, prices, width, choices, costs);
    if (keep) choiceOfHome(keep, (unit, t) => squareTo(units, centres, unit, t), width, choices, costs);
    if (locks) choiceOfLocked(locks, width, choices, costs);
    for (let unit = 0; unit < count; unit++)
      temperature[unit] = Math.max(1e-9, heat * (radius[choices[unit * width] ?? 0] ?? 0));
    const effort = last ? { steps: 40, tolerance: 1e-4 } : { steps: 6, tolerance: 0.003 };
    const solved = balancePrices(given, targets, prices, radius, effort);
    prices = solved.prices;
    if (last) harden(units, solved, width, choices, split);
    else recentre(units, solved.shares, width, choices, centres, radius);
  }
  return { split, centres, prices, radius };
}

function squareTo({ x, y }: Units, centres: Start['centres'], unit: number, t: number): number {
  const dx = (x[unit] ?? 0) - (centres.x[t] ?? 0);
  const dy = (y[unit] ?? 0) - (centres.y[t] ?? 0);
  return dx * dx + dy * dy;
}

/** Each unit to the choice that has most of it. */
function harden(
  { count }: Units,
  { shares }: Prices,
  width: number,
  choices: Int32Array,
  split: Split,
): void {
  for (let unit = 0; unit < count; unit++) {
    let best = 0;
    for (let a = 1; a < width; a++)
      if ((shares[unit * width + a] ?? 0) > (shares[unit * width + best] ?? 0)) best = a;
    split[unit] = choices[unit * width + best] ?? 0;
  }
}

/** Moves centres to the middle of their loads, and measures their mean squared radii; territories without weight stay as they are. */
function recentre(
  { count, x, y, weight }: Units,
  shares: Float64Array,
  width: number,
  choices: Int32Array,
  centres: PowerDiagram['centres'],
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
    centres.x[t] = cx;
    centres.y[t] = cy;
    radius[t] = Math.max(0, (sq[t] ?? 0) / own - cx * cx - cy * cy);
  }
}
