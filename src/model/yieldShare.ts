/**
 * The share of a territory's potential that coverage yields: (1 − e^−κc) ÷ (1 − e^−κ), which is c where κ is zero.
 * For checks and displays; the engine, whose figures must not differ between machines, has its own exponential.
 */
export const yieldShare = (coverage: number, curvature: number): number =>
  curvature === 0 ? coverage : Math.expm1(-curvature * coverage) / Math.expm1(-curvature);
