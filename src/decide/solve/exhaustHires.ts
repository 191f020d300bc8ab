import type { HireLimits } from './hireLimits';
import type { HirePool } from './hirePool';
import { priceOf, weighPlan, type SearchGround, type WeighedPlan } from './weighedPlan';

export interface ExhaustHands {
  readonly pause: () => Promise<void>;
  readonly stopped: () => boolean;
  /** Most plans that are weighed one by one; where there are more nothing is. */
  readonly most: number;
}

interface Priced {
  readonly counts: readonly number[];
  readonly price: number;
}

/** Plans weighed between two pauses. */
const PAUSE_AFTER = 30;

/**
 * Weighs every plan that is cheaper than `incumbent`, the cheapest first, and gives the first that reaches the target in
 * `needed` trials, or `incumbent`; of an incumbent that does not reach it, every plan there is, and gives that of the
 * most hits. Undefined where there are more than `most` of them, or it was stopped. Cost: plans × people × trials.
 */
export async function exhaustHires(
  ground: SearchGround,
  limits: HireLimits,
  needed: number,
  incumbent: WeighedPlan,
  dearest: number,
  hands: ExhaustHands,
): Promise<WeighedPlan | undefined> {
  const good = incumbent.hits >= needed;
  const below = good ? priceOf(limits.objective, incumbent.people, incumbent.cost, dearest) : Infinity;
  if (tooMany(limits, ground.pool, below, dearest, hands.most)) return undefined;
  await ground.pool.load(ground.pool.cells.map(() => limits.perCell));
  const plans = listPlans(limits, ground.pool, below * (1 - 1e-9), dearest, hands.most);
  if (!plans) return undefined;
  plans.sort((a, b) => a.price - b.price);
  let best = incumbent;
  for (const [place, { counts }] of plans.entries()) {
    if (place % PAUSE_AFTER === PAUSE_AFTER - 1) await hands.pause();
    if (hands.stopped()) return undefined;
    const plan = weighPlan(ground, counts);
    if (good && plan.hits >= needed) return plan;
    if (!good && plan.hits > best.hits) best = plan;
  }
  return best;
}

/** Whether there are surely too many: plans of as many people as the dearest ones would come to, as the limits allow. */
function tooMany(
  { objective, perRole, perCell }: HireLimits,
  { cells }: HirePool,
  below: number,
  dearest: number,
  most: number,
) {
  let bound = 0;
  for (const count of perRole.values()) bound += count;
  const people = Math.min(bound, Math.floor(objective === 'cost' ? below / dearest : below - 1));
  let plans = 1;
  for (let count = 1; count <= people; count++)
    plans *= (cells.length - (perCell === 1 ? count - 1 : 0)) / count;
  return plans > most;
}

/** Counts of all plans below a price and within the limits; undefined if there are more than `most`. */
function listPlans(
  limits: HireLimits,
  pool: HirePool,
  below: number,
  dearest: number,
  most: number,
): Priced[] | undefined {
  const { cells } = pool;
  const found: Priced[] = [];
  const counts = cells.map(() => 0);
  const left = new Map(limits.perRole);
  /** Goes on with the cells from `cell` on; false once there are too many. */
  function goOn(cell: number, people: number, cost: number): boolean {
    const at = cells[cell];
    if (!at) {
      found.push({ counts: [...counts], price: priceOf(limits.objective, people, cost, dearest) });
      return found.length <= most;
    }
    const free = left.get(at.roleId) ?? 0;
    let sum = cost;
    for (let count = 0; count <= Math.min(limits.perCell, free); count++) {
      if (count > 0) sum += pool.get(cell, count - 1).cost;
      if (sum > limits.budget || priceOf(limits.objective, people + count, sum, dearest) >= below) break;
      counts[cell] = count;
      left.set(at.roleId, free - count);
      if (!goOn(cell + 1, people + count, sum)) return false;
    }
    counts[cell] = 0;
    left.set(at.roleId, free);
    return true;
  }
  return goOn(0, 0, 0) ? found : undefined;
}
