import type { Mean } from '../../stats/summary';

/** What a change does to a plan: differences trial by trial under common random numbers. */
export interface PairedEffect {
  /** Of the chance of the target; absent where the period has none. */
  readonly chance?: Mean;
  /** Of the expected bookings of the period. */
  readonly bookings: Mean;
}

/**
 * The mean difference of paired samples with its standard error. Differences are added up in ascending order, so that
 * the answer does not change by a bit when trials are shuffled. Cost: n log n.
 */
export function pairedMean(base: Float64Array, changed: Float64Array): Mean {
  const differences = base.map((value, trial) => (changed[trial] ?? 0) - value).sort();
  const n = differences.length;
  let sum = 0;
  for (const each of differences) sum += each;
  const mean = n > 0 ? sum / n : 0;
  let squares = 0;
  for (const each of differences) squares += (each - mean) * (each - mean);
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}

/** The effect on bookings and, with a target, on the chance of reaching it. `base` and `changed` are by trial, the same trials. */
export function pairedEffect(base: Float64Array, changed: Float64Array, target?: number): PairedEffect {
  const bookings = pairedMean(base, changed);
  if (target === undefined) return { bookings };
  const reached = (value: number) => (value >= target ? 1 : 0);
  return { bookings, chance: pairedMean(base.map(reached), changed.map(reached)) };
}
