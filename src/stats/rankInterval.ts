/** Ranks (1 is the least value) of two order statistics that hold a quantile between them. */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/** What each end may miss: together they leave 95 %. */
const TAIL = 0.025;
/** Terms of the binomial smaller than this share of its largest add nothing that a double holds. */
const NEGLIGIBLE = 1e-18;

/**
 * The 95 % confidence interval of the p-quantile (0 < p < 1) of n independent values, whatever they are distributed by:
 * the values below the quantile are Binomial(n, p), so X(low) ≤ quantile ≤ X(high) where neither end is missed in more
 * than 2.5 % (David & Nagaraja 2003, Order Statistics, 7.1). The binomial is summed exactly; the normal approximation
 * with continuity correction is at most a rank or two away from it (see the tests).
 *
 * A sample too small to bound the quantile (n < 146 at 2.5 %) has its least or greatest value as that end, which then
 * covers less. Throws where n is below one. Cost √n.
 */
export function rankInterval(n: number, p: number): RankInterval {
  if (!(n >= 1)) throw new Error(`a quantile needs at least one value, got ${n}`);
  const terms = binomialTerms(n, p);
  let sum = 0;
  for (const term of terms.weights) sum += term;
  // low: the most with P(B < low) ≤ tail; high: the least with P(B ≥ high) ≤ tail, from either end, so that neither sum rounds away
  let low = terms.first;
  let below = 0;
  for (const term of terms.weights) {
    if (below + term > TAIL * sum) break;
    below += term;
    low++;
  }
  let high = terms.first + terms.weights.length;
  let above = 0;
  for (let index = terms.weights.length - 1; index >= 0; index--) {
    const term = terms.weights[index] ?? 0;
    if (above + term > TAIL * sum) break;
    above += term;
    high--;
  }
  return { low: Math.max(1, low), high: Math.min(n, high) };
}

/** Binomial(n, p) from `first` on, unscaled: by the ratio of neighbours out of the mode, until they are negligible. */
function binomialTerms(n: number, p: number): { first: number; weights: number[] } {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const down: number[] = [];
  let term = 1;
  for (let k = mode; k > 0 && term > NEGLIGIBLE; k--) {
    term *= k / ((n - k + 1) * odds);
    down.push(term);
  }
  const up: number[] = [1];
  term = 1;
  for (let k = mode; k < n && term > NEGLIGIBLE; k++) {
    term *= ((n - k) * odds) / (k + 1);
    up.push(term);
  }
  return { first: mode - down.length, weights: [...down.reverse(), ...up] };
}
