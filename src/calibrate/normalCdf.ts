import { gammaCdf } from './gammaFunctions';

/** P(Z ≤ z) of a standard normal: Z²/2 is a gamma of shape one half. */
export const normalCdf = (z: number): number => 0.5 + (z < 0 ? -0.5 : 0.5) * gammaCdf(0.5, (z * z) / 2);

/** The 90 % and the 97.5 % quantile of a standard normal. */
export const NORMAL_90 = 1.2815515655446004;
export const NORMAL_975 = 1.959963984540054;
