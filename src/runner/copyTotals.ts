import { columnsOf, HISTOGRAM_NAMES, ROW_NAMES, SUM_NAMES } from '../sim/outcome';
import type { RunTotals } from '../stats/mergeOutcomes';

/** A copy of what the totals hold so far, without the room they keep for trials to come. */
export function copyTotals(totals: RunTotals): RunTotals {
  const rows = ROW_NAMES.map((name) => [
    name,
    totals[name].slice(0, totals.trials * columnsOf(name, totals.shape)),
  ]);
  const sums = [...SUM_NAMES, ...HISTOGRAM_NAMES].map((name) => [name, totals[name].slice()]);
  return { ...totals, ...Object.fromEntries([...rows, ...sums]) } as RunTotals;
}

/** The buffers behind the totals, for moving them to another thread. */
export function totalsBuffers(totals: RunTotals): ArrayBuffer[] {
  return [...ROW_NAMES, ...SUM_NAMES, ...HISTOGRAM_NAMES].map((name) => totals[name].buffer);
}
