/**
 * A figure to that many significant digits. Fitted figures become part of a plan, and the last digits of the
 * host's `Math.log` and `Math.exp` differ between engines: ten digits are the same on all.
 */
export const roundFigure = (value: number, digits = 10): number => Number(value.toPrecision(digits));

/** The least number of that many significant digits that is not below `value` (above zero). */
export function roundUp(value: number, digits: number): number {
  const nearest = roundFigure(value, digits);
  // A figure that was computed may lie a rounding error above the round number it stands for.
  if (nearest >= value * (1 - 1e-12)) return nearest;
  const step = 10 ** (Math.floor(Math.log10(value)) - digits + 1);
  return roundFigure(nearest + step, digits);
}
