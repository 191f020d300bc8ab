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

/** A pool whose people are sampled by `sample`, each once, a row of them at the same time. `onLoaded` is told how many there are. */
export function makeHirePool(
  cells: readonly HireCell[],
  sample: (cell: HireCell, index: number) => Promise<HireFigures>,
  onLoaded: (people: number) => void = () => undefined,
): HirePool {
  const people: HireFigures[][] = cells.map(() => []);
  let loaded = 0;
  return {
    cells,
    async load(counts) {
      const missing = cells.flatMap((cell, at) => {
        const there = people[at]?.length ?? 0;
        const wanted = Math.max(0, (counts[at] ?? 0) - there);
        return Array.from({ length: wanted }, (_, more) => ({ cell, at, index: there + more }));
      });
      const found = await Promise.all(missing.map(({ cell, index }) => sample(cell, index)));
      missing.forEach(({ at, index }, place) => {
        const figures = found[place];
        const list = people[at];
        if (figures && list) list[index] = figures;
        onLoaded(++loaded);
      });
    },
    get(cell, index) {
      const figures = people[cell]?.[index];
      if (!figures) throw new Error(`person ${index} of cell ${cell} must be loaded first`);
      return figures;
    },
  };
}
