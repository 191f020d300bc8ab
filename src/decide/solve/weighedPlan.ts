import type { HireFigures, HirePool } from './hirePool';
import type { Objective } from './question';

/** What the search starts from, and what it must reach. */
export interface SearchGround {
  readonly pool: HirePool;
  /** Bookings of the period by trial without any of the pool's people. */
  readonly base: Float64Array;
  readonly target: number;
}

/** Hires as the search weighs them: by trial, as if everyone added what they bring alone. */
export interface WeighedPlan {
  readonly counts: readonly number[];
  readonly bookings: Float64Array;
  readonly cost: number;
  readonly people: number;
  /** Trials at or above the target. */
  readonly hits: number;
  /** Whether every cheaper plan was weighed and found short. */
  readonly proved?: boolean;
}

/** Adds the people up, in the order of cells: the same plan has the same figures however it was come to. */
export function weighPlan({ pool, base, target }: SearchGround, counts: readonly number[]): WeighedPlan {
  const bookings = Float64Array.from(base);
  let cost = 0;
  let people = 0;
  counts.forEach((count, cell) => {
    for (let index = 0; index < count; index++) {
      const person: HireFigures = pool.get(cell, index);
      for (let trial = 0; trial < bookings.length; trial++)
        bookings[trial] = (bookings[trial] ?? 0) + (person.bookings[trial] ?? 0);
      cost += person.cost;
      people++;
    }
  });
  let hits = 0;
  for (const value of bookings) if (value >= target) hits++;
  return { counts, bookings, cost, people, hits };
}

/** What is to be spared: cost; or people, of equally many those that cost less (in units of the dearest one's thousandth). */
export const priceOf = (objective: Objective, people: number, cost: number, dearest: number): number =>
  objective === 'cost' ? cost : people + (dearest > 0 ? (1e-4 * cost) / dearest : 0);
