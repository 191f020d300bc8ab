import { exp, log } from '../sim/kernel/elementary';
import { solveCholesky } from './solveCholesky';

/**
 * Units that choose among a few territories each: unit i's choices are `choices` [i · width …], at `costs` of the same
 * places per unit of weight, blurred by a temperature of its own.
 */
export interface Choices {
  readonly count: number;
  readonly width: number;
  readonly weight: Float64Array;
  readonly choices: Int32Array;
  readonly costs: Float64Array;
  readonly temperature: Float64Array;
}

export interface Prices {
  /** What a territory takes off the cost of a unit of weight in it, so that it gets its target. */
  readonly prices: Float64Array;
  /** Shares by unit and choice, summing to one for each unit. */
  readonly shares: Float64Array;
  /** The dual's value: at temperatures of next to nothing the least cost of any assignment that meets the targets. */
  readonly value: number;
  /** Largest |load − target| ÷ target. */
  readonly offBalance: number;
}

/** How much of a territory's own scale a step's caution is at first, and at least (Levenberg 1944, Marquardt 1963). */
const FIRST_CAUTION = 0.01;
const LEAST_CAUTION = 1e-6;
const ATTEMPTS = 10;

/**
 * The prices at which the territories' loads are their targets: the maximum of the concave dual of the transport
 * problem with entropy, by cautious Newton steps from `from` on; `reach` is each territory's scale, its mean squared radius. Sources: Kitagawa, Mérigot & Thibert 2019, J. Eur. Math.
 * Soc. 21 (damped Newton for semi-discrete transport); Cuturi 2013, NeurIPS (entropy). Cost of a step: count × width²
 * and the cube of the territories.
 */
export function balancePrices(
  given: Choices,
  targets: Float64Array,
  from: Float64Array,
  reach: Float64Array,
  options: { readonly steps: number; readonly tolerance: number },
): Prices {
  const { count, width } = given;
  const k = targets.length;
  let prices = from.slice();
  let shares = new Float64Array(count * width);
  let trialShares = new Float64Array(count * width);
  let loads = new Float64Array(k);
  let trialLoads = new Float64Array(k);
  let value = evaluate(given, targets, prices, shares, loads);
  const slopes = new Float64Array(k * k);
  const matrix = new Float64Array(k * k);
  let caution = FIRST_CAUTION;
  for (let step = 0; step < options.steps && offBalance(loads, targets) > options.tolerance; step++) {
    sumSlopes(given, shares, k, slopes);
    let moved = false;
    for (let attempt = 0; attempt < ATTEMPTS && !moved; attempt++) {
      matrix.set(slopes);
      for (let t = 0; t < k; t++)
        matrix[t * k + t] = (matrix[t * k + t] ?? 0) + (caution * (targets[t] ?? 0)) / (reach[t] ?? 1);
      const direction = targets.map((target, t) => target - (loads[t] ?? 0));
      const slope = direction.slice();
      if (solveCholesky(matrix, direction)) {
        const rise = direction.reduce((sum, each, t) => sum + each * (slope[t] ?? 0), 0);
        const trial = prices.map((price, t) => price + (direction[t] ?? 0));
        const trialValue = evaluate(given, targets, trial, trialShares, trialLoads);
        if (trialValue >= value + 1e-4 * rise) {
          prices = trial;
          value = trialValue;
          [shares, trialShares] = [trialShares, shares];
          [loads, trialLoads] = [trialLoads, loads];
          moved = true;
        }
      }
      caution = moved ? Math.max(LEAST_CAUTION, caution / 4) : caution * 8;
    }
    if (!moved) break;
  }
  return { prices, shares, value, offBalance: offBalance(loads, targets) };
}

/** How fast loads answer to prices: minus the dual's second derivatives, territories by territories. */
function sumSlopes(
  { count, width, weight, choices, temperature }: Choices,
  shares: Float64Array,
  k: number,
  slopes: Float64Array,
): void {
  slopes.fill(0);
  for (let unit = 0; unit < count; unit++) {
    const scale = (weight[unit] ?? 0) / (temperature[unit] ?? 1);
    const base = unit * width;
    for (let a = 0; a < width; a++) {
      const share = shares[base + a] ?? 0;
      if (share < 1e-9 || share > 1 - 1e-9) continue;
      const t = choices[base + a] ?? 0;
      slopes[t * k + t] = (slopes[t * k + t] ?? 0) + scale * share;
      for (let b = 0; b < width; b++) {
        const cell = t * k + (choices[base + b] ?? 0);
        slopes[cell] = (slopes[cell] ?? 0) - scale * share * (shares[base + b] ?? 0);
      }
    }
  }
}

/** The dual at these prices, with everybody's shares and the loads that follow. */
function evaluate(
  { count, width, weight, choices, costs, temperature }: Choices,
  targets: Float64Array,
  prices: Float64Array,
  shares: Float64Array,
  loads: Float64Array,
): number {
  loads.fill(0);
  let value = 0;
  for (let t = 0; t < targets.length; t++) value += (targets[t] ?? 0) * (prices[t] ?? 0);
  for (let unit = 0; unit < count; unit++) {
    const base = unit * width;
    let best = -Infinity;
    for (let a = 0; a < width; a++) {
      const gain = (prices[choices[base + a] ?? 0] ?? 0) - (costs[base + a] ?? 0);
      shares[base + a] = gain;
      if (gain > best) best = gain;
    }
    const heat = temperature[unit] ?? 1;
    let sum = 0;
    for (let a = 0; a < width; a++) {
      const above = ((shares[base + a] ?? 0) - best) / heat;
      const share = above > -40 ? exp(above) : 0;
      shares[base + a] = share;
      sum += share;
    }
    const own = weight[unit] ?? 0;
    for (let a = 0; a < width; a++) {
      const share = (shares[base + a] ?? 0) / sum;
      shares[base + a] = share;
      const t = choices[base + a] ?? 0;
      loads[t] = (loads[t] ?? 0) + own * share;
    }
    value -= own * (best + heat * log(sum));
  }
  return value;
}

function offBalance(loads: Float64Array, targets: Float64Array): number {
  let most = 0;
  for (let t = 0; t < targets.length; t++) {
    const target = targets[t] ?? 0;
    if (target > 0) most = Math.max(most, Math.abs((loads[t] ?? 0) - target) / target);
  }
  return most;
}
