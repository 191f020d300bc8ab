import { apportionSeats } from './apportionSeats';
import { matchLabels } from './matchLabels';

/** People and territories, by rows: person × territory. */
export interface RepWorth {
  readonly reps: number;
  readonly territories: number;
  /** Weighted mean km from the person's home to the territory's accounts; NaN where the home is not known, or nothing is sold there. */
  readonly km: Float64Array;
  /** The share of what the person has now that the territory holds, from 0 to 1. */
  readonly kept: Float64Array;
  /** What there is to sell or work in each territory; alike where absent. */
  readonly loads?: Float64Array;
}

/**
 * The territory of each person: the best match of all together by what they keep and how near they live. `history` says how
 * much the first counts, from 0, distance alone, to 1; a distance counts in means of all that are known, and a territory
 * with nothing in it is farther than any. Every territory with something in it has one person at least where there are enough, and
 * all are in proportion to loads (see `apportionSeats`); with too few, some have nobody. Source: Kuhn 1955 (`matchLabels`).
 * Cost: the cube of the larger number.
 */
export function matchReps({ reps, territories, km, kept, loads }: RepWorth, history: number): Int32Array {
  if (reps === 0 || territories === 0) return new Int32Array(reps).fill(-1);
  const known = km.filter((each) => !Number.isNaN(each));
  const mean = known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
  const farthest = known.reduce((most, each) => Math.max(most, each), 0);
  const slots = placesFor(reps, territories, loads);
  // Rows beyond the people are nobody, who is worth as much anywhere.
  const worth = new Float64Array(slots.length * slots.length);
  for (let rep = 0; rep < reps; rep++)
    slots.forEach((territory, slot) => {
      const way = km[rep * territories + territory] ?? Number.NaN;
      // one who lives nowhere is as far from all: it says nothing
      const far = mean > 0 ? (Number.isNaN(way) ? farthest + mean : way) / mean : 0;
      worth[rep * slots.length + slot] =
        history * (kept[rep * territories + territory] ?? 0) - (1 - history) * far;
    });
  return matchLabels(worth, slots.length)
    .subarray(0, reps)
    .map((slot) => slots[slot] ?? -1);
}

/** The territory of each place there is to fill: one of each where people are too few, else as many as `apportionSeats` says. */
function placesFor(
  reps: number,
  territories: number,
  loads: Float64Array = new Float64Array(territories),
): number[] {
  const each = Array.from({ length: territories }, (_, territory) => territory);
  if (reps <= territories) return each;
  const crews = apportionSeats(reps, loads);
  return each.flatMap((territory) => new Array<number>(crews[territory] ?? 0).fill(territory));
}
