import { exhaustHires } from './exhaustHires';
import { moveCheck, type HireLimits } from './hireLimits';
import { countsAfter, costOf, MOVE_KINDS, movesOfKind, type HireMove } from './hireMoves';
import { priceOf, weighPlan, type SearchGround, type WeighedPlan } from './weighedPlan';

export interface SearchHands {
  /** Lets the page paint and answer. */
  readonly pause: () => Promise<void>;
  readonly stopped: () => boolean;
  /** Told of every plan that is weighed and kept. */
  readonly onPlan?: (plan: WeighedPlan) => void;
  /** How many of `MOVE_KINDS` are tried; all by default. */
  readonly kinds?: number;
  /** Most plans that are weighed one by one to prove the answer; none by default. */
  readonly exhaust?: number;
}

/** Sums over trials between two pauses: some 8 ms. */
const PAUSE_AFTER = 4_000_000;
/** What listing the moves of one choice of people to go comes to, in sums over trials. */
const LISTING = 30;
/** Moves of one kind that are weighed at one place at the most. */
const MOST_MOVES = 3000;

/**
 * Seeks the cheapest hires within limits that reach the target in `needed` trials or more: the sample approximation of
 * the problem "least cost subject to P(bookings ≥ target) ≥ p" (Luedtke & Ahmed 2008, SIAM J. Optim. 19). First people
 * are added, each time whoever brings the shortfall down most for their price; then people are taken out and exchanged,
 * up to two against two, as long as the plan stays good and becomes cheaper. Where the trials cannot be reached it gives
 * the plan of the most hits that it finds. Where the cheaper plans are few enough, every one of them is weighed at last, which
 * proves the answer on these trials. `starts` are counts by cell to set out from. Cost: moves × trials.
 */
export async function searchHires(
  ground: SearchGround,
  limits: HireLimits,
  needed: number,
  starts: readonly (readonly number[])[],
  hands: SearchHands,
): Promise<WeighedPlan> {
  const { pool, target } = ground;
  const { cells } = pool;
  let work = 0;
  let dearest = 0;

  async function spend(sums: number): Promise<void> {
    work += sums * ground.base.length;
    if (work < PAUSE_AFTER) return;
    work = 0;
    await hands.pause();
  }

  async function weigh(counts: readonly number[]): Promise<WeighedPlan> {
    await pool.load(cells.map((_, cell) => Math.min(limits.perCell, (counts[cell] ?? 0) + 2)));
    const plan = weighPlan(ground, counts);
    await spend(1 + plan.people);
    hands.onPlan?.(plan);
    return plan;
  }

  const price = (plan: WeighedPlan) => priceOf(limits.objective, plan.people, plan.cost, dearest);
  const addable = (plan: WeighedPlan) => {
    const fits = moveCheck(limits, cells, plan.counts);
    return cells.flatMap((_, cell) =>
      !fits([], [cell]) || plan.cost + costOf(pool, plan.counts, [cell], 0) > limits.budget ? [] : [cell],
    );
  };

  /** Adds people until enough trials reach the target, or nobody more may come. */
  async function grow(from: WeighedPlan): Promise<WeighedPlan> {
    let plan = from;
    while (plan.hits < needed && !hands.stopped()) {
      let best = -1;
      let most = -Infinity;
      for (const cell of addable(plan)) {
        const { bookings, cost } = pool.get(cell, plan.counts[cell] ?? 0);
        const gain =
          shortfallClosed(plan.bookings, bookings, target) / (limits.objective === 'cost' ? cost : 1);
        if (gain > most) [best, most] = [cell, gain];
        await spend(1);
      }
      if (best < 0) break;
      plan = await weigh(countsAfter(plan.counts, { out: [], into: [best] }));
    }
    return plan;
  }

  /** Whether a move keeps enough trials at the target; `rest` is the plan without those who go. */
  function isGood(rest: Float64Array, plan: WeighedPlan, { into }: HireMove): boolean {
    const people = into.map((cell, at) => {
      const same = into.slice(0, at).filter((each) => each === cell).length;
      return pool.get(cell, (plan.counts[cell] ?? 0) + same).bookings;
    });
    return hitsAtLeast(rest, people[0], people[1], target, needed);
  }

  /** Bookings by trial without the last person of each of these cells. */
  function without(plan: WeighedPlan, out: readonly number[]): Float64Array {
    const rest = Float64Array.from(plan.bookings);
    out.forEach((cell, at) => {
      const same = out.slice(0, at).filter((each) => each === cell).length;
      const gone = pool.get(cell, (plan.counts[cell] ?? 0) - 1 - same).bookings;
      for (let trial = 0; trial < rest.length; trial++) rest[trial] = (rest[trial] ?? 0) - (gone[trial] ?? 0);
    });
    return rest;
  }

  async function firstGood(plan: WeighedPlan, moves: readonly HireMove[]): Promise<HireMove | undefined> {
    const rests = new Map<string, Float64Array>();
    for (const move of moves.slice(0, MOST_MOVES)) {
      if (hands.stopped()) return undefined;
      const key = move.out.join();
      const rest = rests.get(key) ?? without(plan, move.out);
      rests.set(key, rest);
      await spend(move.into.length + 1);
      if (isGood(rest, plan, move)) return move;
    }
    return undefined;
  }

  /** Moves of a kind that save something, the most first. */
  async function listMoves(plan: WeighedPlan, kind: (typeof MOVE_KINDS)[number]): Promise<HireMove[]> {
    const { outs, savingOf } = movesOfKind(plan, kind, pool, limits, dearest);
    const moves: HireMove[] = [];
    for (const out of outs) {
      moves.push(...savingOf(out));
      await spend(LISTING);
    }
    return moves.sort((a, b) => b.saving - a.saving);
  }

  /** Exchanges people as long as that makes a good plan cheaper. */
  async function improve(from: WeighedPlan): Promise<WeighedPlan> {
    let plan = from;
    for (let kind = 0; kind < (hands.kinds ?? MOVE_KINDS.length) && !hands.stopped();) {
      const moves = await listMoves(plan, MOVE_KINDS[kind] ?? [1, 0]);
      const move = await firstGood(plan, moves);
      const next = move && (await weigh(countsAfter(plan.counts, move)));
      if (next && next.hits >= needed) [plan, kind] = [next, 0];
      else kind++;
    }
    return plan;
  }

  /** Exchanges one for one, or adds, as long as more trials reach the target. */
  async function climb(from: WeighedPlan): Promise<WeighedPlan> {
    let plan = from;
    for (;;) {
      let best: readonly number[] | undefined;
      let most = plan.hits;
      const fits = moveCheck(limits, cells, plan.counts);
      for (const out of [[], ...cells.flatMap((_, cell) => ((plan.counts[cell] ?? 0) > 0 ? [[cell]] : []))]) {
        const rest = without(plan, out);
        for (const cell of cells.keys()) {
          const counts = countsAfter(plan.counts, { out, into: [cell] });
          if (hands.stopped() || out.includes(cell) || !fits(out, [cell])) continue;
          const cost = plan.cost + costOf(pool, plan.counts, [cell], 0) - costOf(pool, plan.counts, out, -1);
          if (cost > limits.budget) continue;
          const hits = hitsWith(rest, pool.get(cell, plan.counts[cell] ?? 0).bookings, target);
          await spend(1);
          if (hits > most) [best, most] = [counts, hits];
        }
      }
      const next = best && (await weigh(best));
      if (!next || next.hits <= plan.hits) return plan;
      plan = next;
    }
  }

  let found: WeighedPlan | undefined;
  for (const start of starts) {
    if (hands.stopped() && found) break;
    const first = await weigh(start);
    dearest = Math.max(...cells.map((_, cell) => pool.get(cell, 0).cost), 1);
    const grown = await grow(first);
    const plan = grown.hits >= needed ? await improve(grown) : await climb(grown);
    const better =
      !found ||
      (plan.hits >= needed ? found.hits < needed || price(plan) < price(found) : plan.hits > found.hits);
    if (better) found = plan;
  }
  const best = found ?? (await weigh(cells.map(() => 0)));
  const most = hands.exhaust ?? 0;
  if (most === 0 || cells.length === 0) return best;
  const proved = await exhaustHires(ground, limits, needed, best, dearest, { ...hands, most });
  return proved ? { ...proved, proved: true } : best;
}

/** How much of what trials are short of the target a person closes, added up over trials. */
function shortfallClosed(bookings: Float64Array, more: Float64Array, target: number): number {
  let closed = 0;
  for (let trial = 0; trial < bookings.length; trial++) {
    const short = target - (bookings[trial] ?? 0);
    if (short > 0) closed += Math.min(short, more[trial] ?? 0);
  }
  return closed;
}

function hitsWith(bookings: Float64Array, more: Float64Array, target: number): number {
  let hits = 0;
  for (let trial = 0; trial < bookings.length; trial++)
    if ((bookings[trial] ?? 0) + (more[trial] ?? 0) >= target) hits++;
  return hits;
}

/** Whether `needed` trials or more reach the target with up to two more people; stops as soon as it is settled. */
function hitsAtLeast(
  bookings: Float64Array,
  one: Float64Array | undefined,
  two: Float64Array | undefined,
  target: number,
  needed: number,
): boolean {
  let misses = bookings.length - needed;
  for (let trial = 0; trial < bookings.length; trial++) {
    const sum = (bookings[trial] ?? 0) + (one ? (one[trial] ?? 0) : 0) + (two ? (two[trial] ?? 0) : 0);
    if (sum < target && --misses < 0) return false;
  }
  return true;
}
