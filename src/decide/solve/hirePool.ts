import type { HireCell } from './hires';

/** One new person: what they add to the period's bookings by trial, and their mean cost over the horizon. */
export interface HireFigures {
  readonly bookings: Float64Array;
  readonly cost: number;
}

/** The people that may be hired, by cell and number within it; sampled as the search comes to them. */
export interface HirePool {
  readonly cells: readonly HireCell[];
  /** Makes sure that the first `counts[cell]` people of every cell are there. */
  load(counts: readonly number[]): Promise<void>;
  /** Someone who has been loaded; a bug and throws otherwise. */
  get(cell: number, index: number): HireFigures;
}

/** Samples under way at the same time: enough for every worker to have one, few enough for the memory of long plans. */
const AT_ONCE = 8;

/** A pool whose people are sampled by `sample`, each once. */
export function makeHirePool(
  cells: readonly HireCell[],
  sample: (cell: HireCell, index: number) => Promise<HireFigures>,
): HirePool {
  const people: HireFigures[][] = cells.map(() => []);
  return {
    cells,
    async load(counts) {
      const missing = cells.flatMap((cell, at) => {
        const there = people[at]?.length ?? 0;
        const wanted = Math.max(0, (counts[at] ?? 0) - there);
        return Array.from({ length: wanted }, (_, more) => ({ cell, at, index: there + more }));
      });
      const queue = missing.values();
      const takeOne = async (): Promise<void> => {
        for (const { cell, at, index } of queue) {
          const figures = await sample(cell, index);
          const list = people[at];
          if (list) list[index] = figures;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, takeOne));
    },
    get(cell, index) {
      const figures = people[cell]?.[index];
      if (!figures) throw new Error(`person ${index} of cell ${cell} must be loaded first`);
      return figures;
    },
  };
}
