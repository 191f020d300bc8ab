/** Sample moments with their standard errors, in one pass each. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly meanError: number;
  readonly variance: number;
  readonly varianceError: number;
  readonly sd: number;
  readonly sdError: number;
  readonly skewness: number;
}

export function momentsOf(sample: ArrayLike<number>): Moments {
  const n = sample.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += sample[i] ?? 0;
  const mean = sum / n;
  let [second, third, fourth] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const square = ((sample[i] ?? 0) - mean) ** 2;
    second += square;
    third += square * ((sample[i] ?? 0) - mean);
    fourth += square * square;
  }
  const variance = second / n;
  const varianceError = Math.sqrt(Math.max(0, fourth / n - variance ** 2) / n);
  const sd = Math.sqrt(variance);
  return {
    n,
    mean,
    meanError: Math.sqrt(variance / n),
    variance,
    varianceError,
    sd,
    sdError: varianceError / (2 * sd),
    skewness: third / n / (variance * sd),
  };
}

/** How often, as a share, and the standard error of it. */
export function shareOf(sample: ArrayLike<number>, holds: (value: number) => boolean) {
  let hits = 0;
  for (let i = 0; i < sample.length; i++) if (holds(sample[i] ?? 0)) hits++;
  const value = hits / sample.length;
  return { value, error: Math.sqrt(Math.max(value * (1 - value), 1 / sample.length) / sample.length) };
}

/** Σ (observed − expected)² / expected over cells, the ones that expect fewer than ten pooled, and its degrees of freedom. */
export function chiSquare(observed: readonly number[], expected: readonly number[]) {
  let [statistic, cells, restSeen, restExpected] = [0, 0, 0, 0];
  expected.forEach((mean, index) => {
    const seen = observed[index] ?? 0;
    if (mean < 10) {
      restSeen += seen;
      restExpected += mean;
      return;
    }
    statistic += (seen - mean) ** 2 / mean;
    cells++;
  });
  if (restExpected >= 1) {
    statistic += (restSeen - restExpected) ** 2 / restExpected;
    cells++;
  }
  return { statistic, freedom: cells - 1 };
}
