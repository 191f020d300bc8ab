import { digamma } from './gammaFunctions';

/** A seller's won deals and the months in which they could be won. */
export interface CountExposure {
  readonly count: number;
  readonly months: number;
}

/** Gamma of the sellers' deals per month: mean shape ÷ rate. */
export interface FittedPrior {
  readonly shape: number;
  readonly rate: number;
}

const SMALLEST_SHAPE = 0.05;

/** The root of a falling function between two numbers above zero, by bisection on the logarithm. */
function fallingRoot(from: number, to: number, value: (x: number) => number): number {
  let low = Math.log(from);
  let high = Math.log(to);
  for (let step = 0; step < 100 && high - low > 1e-14; step++) {
    const middle = (low + high) / 2;
    if (value(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * Shape a and rate b of the gamma from which the sellers' rates come, by maximum marginal likelihood: a count
 * over E months is then negative binomial. For each a the best b is the root of Σ a/b − (a + k)/(b + E); a is
 * the root of the rest of the gradient, Σ ψ(a + k) − ψ(a) + ln(b/(b + E)). Where the counts spread
 * no more than chance a would be infinite; it stops at the number of deals, for the prior cannot weigh more than
 * all that was seen. Undefined where nothing was won or there are under two sellers.
 * Source: empirical Bayes for Poisson counts, Robbins 1956, Efron & Hastie 2016, chapter 6. Linear in sellers.
 */
export function fitGammaPrior(sellers: readonly CountExposure[]): FittedPrior | undefined {
  const total = sellers.reduce((sum, { count }) => sum + count, 0);
  const months = sellers.reduce((sum, each) => sum + each.months, 0);
  if (sellers.length < 2 || total === 0 || !(months > 0)) return undefined;
  const rateFor = (shape: number) => {
    const start = (shape * months) / total;
    return fallingRoot(start * 1e-6, start * 1e6, (rate) => {
      let gradient = 0;
      for (const { count, months: exposure } of sellers)
        gradient += shape / rate - (shape + count) / (rate + exposure);
      return gradient;
    });
  };
  const shape = fallingRoot(SMALLEST_SHAPE, Math.max(1, total), (a) => {
    const rate = rateFor(a);
    let gradient = 0;
    for (const { count, months: exposure } of sellers)
      gradient += digamma(a + count) - digamma(a) + Math.log(rate / (rate + exposure));
    return gradient;
  });
  return { shape, rate: rateFor(shape) };
}
