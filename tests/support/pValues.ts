import { gammaCdf } from '../../src/calibrate/gammaFunctions';
import { normalCdf } from '../../src/calibrate/normalCdf';

/**
 * Where a statistic lies in its distribution, as P(X ≤ x): near 0 or near 1 is suspicious. A chi-square that is too
 * small is as odd as one that is too large.
 */
export const normalP = (z: number): number => normalCdf(z);

/** Of χ² with that many degrees of freedom: half of it is a gamma of half the freedom. */
export const chiSquareP = (statistic: number, freedom: number): number =>
  gammaCdf(freedom / 2, statistic / 2);

/** Of a Poisson count, ties counted half: P(X ≤ k) = 1 − P(gamma of shape k + 1 ≤ mean). */
export function poissonP(count: number, mean: number): number {
  const upTo = 1 - gammaCdf(count + 1, mean);
  const below = count > 0 ? 1 - gammaCdf(count, mean) : 0;
  return (upTo + below) / 2;
}
