import { betaQuantile } from './betaFunctions';
import { NORMAL_975 } from './normalCdf';

/** An interval of a share: 0 ≤ low ≤ high ≤ 1. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/** Where nothing was decided, nothing is known. */
const UNKNOWN: RateInterval = { low: 0, high: 1 };
const TAIL = 0.025;

/**
 * Wilson's 95 % interval of won ÷ closed, from the test of a share by its own standard error: near 95 % on average
 * at any count, and the one to show. Source: Wilson 1927, JASA 22:209; recommended by Brown, Cai & DasGupta 2001,
 * Statistical Science 16:101.
 */
export function wilsonInterval(won: number, closed: number): RateInterval {
  if (closed === 0) return UNKNOWN;
  const rate = won / closed;
  const z2 = NORMAL_975 * NORMAL_975;
  const centre = (rate + z2 / (2 * closed)) / (1 + z2 / closed);
  const half =
    (NORMAL_975 / (1 + z2 / closed)) * Math.sqrt((rate * (1 - rate)) / closed + z2 / (4 * closed * closed));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Jeffreys' 95 % interval: the middle of the posterior Beta(won + ½, lost + ½), which is what a trial that draws the
 * win rate draws it from. At none or all won it reaches to 0 or 1. Source: Brown, Cai & DasGupta 2001.
 */
export function jeffreysInterval(won: number, closed: number): RateInterval {
  if (closed === 0) return UNKNOWN;
  const quantile = (p: number) => betaQuantile(won + 0.5, closed - won + 0.5, p);
  return { low: won === 0 ? 0 : quantile(TAIL), high: won === closed ? 1 : quantile(1 - TAIL) };
}

/**
 * Clopper and Pearson's exact interval: the shares that neither tail of the binomial rejects at 2.5 %. Never under 95 %, so
 * mostly wider than need be. Source: Clopper & Pearson 1934, Biometrika 26:404.
 */
export function clopperPearsonInterval(won: number, closed: number): RateInterval {
  if (closed === 0) return UNKNOWN;
  const lost = closed - won;
  return {
    low: won === 0 ? 0 : betaQuantile(won, lost + 1, TAIL),
    high: lost === 0 ? 1 : betaQuantile(won + 1, lost, 1 - TAIL),
  };
}
