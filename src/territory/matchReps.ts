import { matchLabels } from './matchLabels';

/** People and territories, by rows: person × territory. */
export interface RepWorth {
  readonly reps: number;
  readonly territories: number;
  /** Weighted mean km from the person's home to the territory's accounts; NaN where the home is not known, or nothing is sold there. */
  readonly km: Float64Array;
  /** The share of what the person has now that the territory holds, from 0 to 1. */
  readonly kept: Float64Array;
}

/** More than any match of people is worth: a territory without anybody. */
const VACANT = 1e6;

/**
 * The territory of each person: the best match of all together by what they keep and how near they live. `history` says how
 * much the first counts, from 0, distance alone, to 1; a distance counts in means of all that are known, and a territory
 * with nothing in it is farther than any. Every territory has one person at least where there are enough, and none has more than ⌈people ÷ territories⌉; with too few, some have
 * nobody. Source: Kuhn 1955 (`matchLabels`). Cost: the cube of the larger
 * number.
 */
export function matchReps({ reps, territories, km, kept }: RepWorth, history: number): Int32Array {
  if (reps === 0 || territories === 0) return new Int32Array(reps).fill(-1);
  const known = km.filter((each) => !Number.isNaN(each));
  const mean = known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
  const farthest = known.reduce((most, each) => Math.max(most, each), 0);
  const crew = Math.max(1, Math.ceil(reps / territories));
  const slots = crew * territories;
  const worth = new Float64Array(slots * slots);
  for (let rep = 0; rep < slots; rep++)
    for (let slot = 0; slot < slots; slot++) {
      const territory = slot % territories;
      const cell = rep * slots + slot;
      if (rep >= reps) {
        // nobody: rather a second seat of a territory than its only one
        worth[cell] = slot < territories ? -VACANT : 0;
        continue;
      }
      const way = km[rep * territories + territory] ?? Number.NaN;
      // one who lives nowhere is as far from all: it says nothing
      const far = mean > 0 ? (Number.isNaN(way) ? farthest + mean : way) / mean : 0;
      worth[cell] = history * (kept[rep * territories + territory] ?? 0) - (1 - history) * far;
    }
  return matchLabels(worth, slots)
    .subarray(0, reps)
    .map((slot) => slot % territories);
}
