import { moveCheck, type HireLimits } from './hireLimits';
import type { HirePool } from './hirePool';
import { priceOf, type WeighedPlan } from './weighedPlan';

/** Cells that lose their last person, and cells that get one more. */
export interface HireMove {
  readonly out: readonly number[];
  readonly into: readonly number[];
  /** By how much the plan is cheaper after it. */
  readonly saving: number;
}

/** How many people a kind of move takes out and puts in; kinds are tried in this order. */
export const MOVE_KINDS = [
  [1, 0],
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
] as const;

function combinations(items: readonly number[], size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    at < from ? [] : combinations(items, size - 1, at).map((rest) => [item, ...rest]),
  );
}

/** The plan's counts after a move. */
export function countsAfter(counts: readonly number[], { out, into }: Omit<HireMove, 'saving'>): number[] {
  const after = [...counts];
  for (const cell of out) after[cell] = (after[cell] ?? 0) - 1;
  for (const cell of into) after[cell] = (after[cell] ?? 0) + 1;
  return after;
}

/** The moves of one kind from a plan, to be gone through by who goes: there may be tens of thousands. */
export function movesOfKind(
  plan: WeighedPlan,
  [outs, intos]: (typeof MOVE_KINDS)[number],
  pool: HirePool,
  limits: HireLimits,
  dearest: number,
) {
  const all = pool.cells.map((_, cell) => cell);
  const filled = all.filter((cell) => (plan.counts[cell] ?? 0) > 0);
  const before = priceOf(limits.objective, plan.people, plan.cost, dearest);
  const fits = moveCheck(limits, pool.cells, plan.counts);
  const pairs = combinations(all, intos);
  return {
    /** Cells that may lose people. */
    outs: combinations(filled, outs),
    /**
     * Moves by which those go, as far as they make the plan cheaper and keep it within its limits. The pool holds two people
     * more of every cell than the plan has.
     */
    savingOf(out: readonly number[]): HireMove[] {
      const freed = costOf(pool, plan.counts, out, -1);
      return pairs.flatMap((into): HireMove[] => {
        if (into.some((cell) => out.includes(cell)) || !fits(out, into)) return [];
        const cost = plan.cost + costOf(pool, plan.counts, into, 0) - freed;
        const saving = before - priceOf(limits.objective, plan.people + intos - outs, cost, dearest);
        return saving > 1e-9 * Math.max(1, before) && cost <= limits.budget ? [{ out, into, saving }] : [];
      });
    },
  };
}

/** Cost of the people who go (`step` −1: the last, the last but one …) or come (0: the next, the one after …). */
export function costOf(
  pool: HirePool,
  counts: readonly number[],
  cells: readonly number[],
  step: 0 | -1,
): number {
  let cost = 0;
  cells.forEach((cell, at) => {
    const same = cells.slice(0, at).filter((each) => each === cell).length;
    const index = (counts[cell] ?? 0) + (step === 0 ? same : -1 - same);
    cost += index >= 0 ? pool.get(cell, index).cost : 0;
  });
  return cost;
}
