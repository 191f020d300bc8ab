import type { KernelResult } from '../../state/benchmark.svelte';

/** Seat-months of a trial of the standard plan: 200 seats × 24 months. */
const SEAT_MONTHS = 4800;

/** What a kernel's rounds come to, or undefined before the first: medians, and the fastest and slowest round. */
export function speedRow({ times }: KernelResult) {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) return undefined;
  return {
    nanoseconds: median,
    fastest: sorted[0] ?? median,
    slowest: sorted.at(-1) ?? median,
    trialsPerSecond: 1e9 / (median * SEAT_MONTHS),
  };
}
