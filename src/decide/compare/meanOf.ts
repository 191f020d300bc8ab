import type { Mean } from '../../stats/summary';

/** The mean of some values, and its standard error from their spread; 0 ± 0 of none. Linear. */
export function meanOf(values: ArrayLike<number>): Mean {
  const n = values.length;
  if (n === 0) return { mean: 0, standardError: 0 };
  let sum = 0;
  for (let index = 0; index < n; index++) sum += values[index] ?? 0;
  const mean = sum / n;
  let squares = 0;
  for (let index = 0; index < n; index++) squares += ((values[index] ?? 0) - mean) ** 2;
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
