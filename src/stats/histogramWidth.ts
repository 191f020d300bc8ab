const HISTOGRAM_BINS = 40;

/** The width of about 40 bins from `low` to `high`: the least of 1, 2, 5, 10, 20, … (and 0.1, 0.2, …) that needs no more; 1 where these are one (or as good as). */
export function histogramWidth(low: number, high: number): number {
  const least = (high - low) / HISTOGRAM_BINS;
  if (!(least > 1e-200)) return 1;
  let power = 1;
  while (power * 10 <= least) power *= 10;
  while (power > least) power /= 10;
  return power * ([1, 2, 5, 10].find((step) => step * power >= least) ?? 10);
}
