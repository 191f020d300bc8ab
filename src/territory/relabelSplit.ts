import { matchLabels } from './matchLabels';
import type { Split } from './units';

/** The split with its territories renamed so that as much weight as can be keeps the territory it has in `known`. Cost: linear, and territories³. */
export function relabelSplit(split: Split, known: Split, weight: Float64Array, territories: number): Split {
  const nameOf = namesFor(split, known, weight, territories);
  return split.map((territory) => (territory < 0 ? territory : (nameOf[territory] ?? -1)));
}

/** What each territory of the split is to be called. */
export function namesFor(split: Split, known: Split, weight: Float64Array, territories: number): Int32Array {
  const overlap = new Float64Array(territories * territories);
  split.forEach((territory, unit) => {
    const before = known[unit] ?? -1;
    if (territory < 0 || before < 0) return;
    const cell = territory * territories + before;
    overlap[cell] = (overlap[cell] ?? 0) + (weight[unit] ?? 0);
  });
  return matchLabels(overlap, territories);
}
