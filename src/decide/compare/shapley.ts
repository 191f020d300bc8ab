import { drawWhole, seededDraws } from '../../model/seededDraws';

/** A coalition of players as bits: bit p is set where player p is in it. */
export type Mask = number;

/**
 * How a player's Shapley share is put together: the share is the sum of each coalition's value times its weight. Weights of a
 * player sum to zero, and those of all players to one for the whole, minus one for nobody, zero for any other: the shares
 * add up to the difference, whatever the orders.
 */
export type Weights = ReadonlyMap<Mask, number>;

/** One set of orders: what each player adds on average over them. */
export interface OrderSet {
  readonly weights: readonly Weights[];
}

const add = (weights: Map<Mask, number>, mask: Mask, weight: number) =>
  weights.set(mask, (weights.get(mask) ?? 0) + weight);

/** The weights of the average over all orders of so many players (Shapley 1953): |S|! (n − |S| − 1)! ÷ n! for joining S. Cost n 2^n. */
export function allOrders(players: number): OrderSet {
  const factorials = [1];
  for (let n = 1; n <= players; n++) factorials.push(n * (factorials[n - 1] ?? 1));
  const of = (n: number) => factorials[n] ?? 1;
  const weights = Array.from({ length: players }, () => new Map<Mask, number>());
  for (let mask = 0; mask < 1 << players; mask++) {
    const size = sizeOf(mask);
    weights.forEach((own, player) => {
      if (mask & (1 << player)) return;
      const weight = (of(size) * of(players - size - 1)) / of(players);
      add(own, mask, -weight);
      add(own, mask | (1 << player), weight);
    });
  }
  return { weights };
}

/**
 * The weights of so many pairs of an order drawn at random and its reverse (antithetic: who joins late in one joins early
 * in the other), a set for each pair, so that their spread tells the error. The same seed draws the same orders. Linear.
 */
export function drawnOrders(players: number, pairs: number, seed: number): OrderSet[] {
  const draw = seededDraws(seed);
  return Array.from({ length: pairs }, () => {
    const order = Array.from({ length: players }, (_, player) => player);
    for (let last = players - 1; last > 0; last--) {
      const other = drawWhole(draw, 0, last);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    const weights = order.map(() => new Map<Mask, number>());
    for (const way of [order, order.toReversed()]) {
      let mask = 0;
      for (const player of way) {
        const own = weights[player];
        if (own) {
          add(own, mask, -0.5);
          add(own, mask | (1 << player), 0.5);
        }
        mask |= 1 << player;
      }
    }
    return { weights };
  });
}

/** The average of several sets of orders. */
export function averageOrders(sets: readonly OrderSet[]): OrderSet {
  const players = sets[0]?.weights.length ?? 0;
  const weights = Array.from({ length: players }, (_, player) => {
    const own = new Map<Mask, number>();
    for (const set of sets)
      for (const [mask, weight] of set.weights[player] ?? []) add(own, mask, weight / sets.length);
    return own;
  });
  return { weights };
}

/** Every coalition that these orders ask for. */
export function coalitionsOf(sets: readonly OrderSet[]): Mask[] {
  const masks = new Set(sets.flatMap(({ weights }) => weights.flatMap((own) => [...own.keys()])));
  return [...masks].sort((one, other) => sizeOf(one) - sizeOf(other) || one - other);
}

/** Players in a coalition. */
export function sizeOf(mask: Mask): number {
  let size = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) size++;
  return size;
}
