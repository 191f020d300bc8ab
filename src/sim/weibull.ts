import { exp, log } from './elementary';
import { logGamma } from './gammaQuantile';
import { makeQuantileTable, type QuantileTable } from './quantileTable';

/** 1 ÷ shape at the ends of the search: coefficients of variation of 1e-9 and 360,000. */
const NARROWEST = 1e-9;
const WIDEST = 20;

/**
 * Shape k of the Weibull distribution of that coefficient of variation (above zero): the root of
 * 1 + cv² = Γ(1 + 2/k) ÷ Γ(1 + 1/k)², whose right side falls with k. Bisection on 1/k, relative error below 1e-11 for a
 * cv from 0.1 on, 1e-8 at 0.01 (the logarithms cancel). Source: Weibull 1951, J. Appl. Mech. 18:293.
 */
export function weibullShape(cv: number): number {
  const spread = log(1 + cv * cv);
  let low = NARROWEST;
  let high = WIDEST;
  for (let step = 0; step < 100 && high - low > 1e-16 * high; step++) {
    const middle = (low + high) / 2;
    if (logGamma(1 + 2 * middle) - 2 * logGamma(1 + middle) < spread) low = middle;
    else high = middle;
  }
  return 2 / (low + high);
}

/** −ln(1 − p), by its series where the difference would round p away. */
function hazardAt(p: number): number {
  if (p > 1e-4) return -log(1 - p);
  return p * (1 + p * (1 / 2 + p * (1 / 3 + p / 4)));
}

/**
 * Weibull of mean one and that coefficient of variation (0.01 to some 3), as a table: the quantile at p is
 * (−ln(1 − p))^(1/k) ÷ Γ(1 + 1/k). Wider than that, the first segments of the table would be too coarse.
 */
export function weibullTable(cv: number): QuantileTable {
  const inverseShape = 1 / weibullShape(cv);
  const logScale = -logGamma(1 + inverseShape);
  return makeQuantileTable(
    (p, upper) => exp(inverseShape * log(upper ? -log(p) : hazardAt(p)) + logScale),
    1,
  );
}
