/** Below this share of the mean's square, a variance taken from sums is the rounding of these. */
const ROUNDING = 1e-12;

/**
 * The standard deviation (n − 1 in the denominator) of n values by their sum and the sum of their squares: right to a
 * millionth of the mean, and zero below that, since the two sums are then too much alike to tell a difference.
 */
export function sdOfSums(n: number, sum: number, squares: number): number {
  if (n < 2) return 0;
  const mean = sum / n;
  const variance = (squares - n * mean * mean) / (n - 1);
  return variance > ROUNDING * mean * mean ? Math.sqrt(variance) : 0;
}
