import { describe, expect, it } from 'vitest';
import {
  allOrders,
  averageOrders,
  coalitionsOf,
  drawnOrders,
  type Mask,
  type OrderSet,
} from '../../../src/decide/compare/shapley';
import { shareOut } from '../../../src/decide/compare/shareOut';
import { seededDraws } from '../../../src/model/seededDraws';

/** A figure for every coalition, at random. */
function game(players: number, seed: number): number[] {
  const draw = seededDraws(seed);
  return Array.from({ length: 1 << players }, () => draw() * 10);
}

const sharesOf = (set: OrderSet, worth: (mask: Mask) => number): number[] =>
  set.weights.map((own) => [...own].reduce((sum, [mask, weight]) => sum + weight * worth(mask), 0));
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

/** Averages of what each player adds, over every order there is, one by one. */
function byHand(players: number, worth: (mask: Mask) => number): number[] {
  const totals = Array.from({ length: players }, () => 0);
  let orders = 0;
  const walk = (mask: Mask, added: readonly number[]) => {
    if (mask === (1 << players) - 1) {
      orders++;
      added.forEach((each, player) => (totals[player]! += each));
      return;
    }
    for (let player = 0; player < players; player++) {
      if (mask & (1 << player)) continue;
      const next = mask | (1 << player);
      walk(
        next,
        added.map((each, index) => (index === player ? worth(next) - worth(mask) : each)),
      );
    }
  };
  walk(
    0,
    Array.from({ length: players }, () => 0),
  );
  return totals.map((total) => total / orders);
}

describe('Shapley shares', () => {
  it('of the glove game are two thirds and a sixth each (Shapley & Shubik)', () => {
    // Player 0 has a left glove, the others a right one each; a pair is worth one.
    const worth = (mask: Mask) => (mask & 1 && mask & 6 ? 1 : 0);
    const shares = sharesOf(allOrders(3), worth);
    [2 / 3, 1 / 6, 1 / 6].forEach((each, player) => expect(shares[player]).toBeCloseTo(each, 12));
  });

  it.each([1, 2, 3, 4, 5])('of %i players are the average over every order, walked one by one', (players) => {
    const values = game(players, players);
    const worth = (mask: Mask) => values[mask]!;
    const shares = sharesOf(allOrders(players), worth);
    byHand(players, worth).forEach((each, player) => expect(shares[player]).toBeCloseTo(each, 10));
  });

  it.each([1, 2, 6, 9])(
    'add up to the difference, over all orders and over drawn ones: %i players',
    (players) => {
      const values = game(players, 40 + players);
      const worth = (mask: Mask) => values[mask]!;
      const whole = worth((1 << players) - 1) - worth(0);
      for (const set of [allOrders(players), averageOrders(drawnOrders(players, 4, 3))])
        expect(sum(sharesOf(set, worth))).toBeCloseTo(whole, 9);
    },
  );

  it('over drawn orders are near those over all: 7 players, 600 pairs, seed 8, within 4 standard errors', () => {
    const values = game(7, 7);
    const worth = (mask: Mask) => values[mask]!;
    const exact = sharesOf(allOrders(7), worth);
    const sets = drawnOrders(7, 600, 8);
    const shares = shareOut(
      sets,
      new Map(coalitionsOf(sets).map((mask) => [mask, Float64Array.of(worth(mask), worth(mask))])),
      2,
    );
    shares.forEach(({ value, standardError }, player) => {
      expect(standardError).toBeGreaterThan(0);
      expect(Math.abs(value - exact[player]!)).toBeLessThan(4 * standardError);
    });
  });

  it('a player who adds the same to every coalition gets that, whatever the orders, without an error', () => {
    const sets = drawnOrders(8, 3, 1);
    const worth = (mask: Mask) =>
      [...mask.toString(2)].reverse().reduce((total, bit, player) => total + Number(bit) * player, 0);
    const values = new Map(coalitionsOf(sets).map((mask) => [mask, Float64Array.of(worth(mask))]));
    shareOut(sets, values, 1).forEach(({ value, standardError }, player) => {
      expect(value).toBeCloseTo(player, 12);
      expect(standardError).toBeCloseTo(0, 12);
    });
  });

  it('the same seed draws the same orders, and an order comes with its reverse', () => {
    expect(drawnOrders(5, 2, 9)).toEqual(drawnOrders(5, 2, 9));
    expect(drawnOrders(5, 2, 9)).not.toEqual(drawnOrders(5, 2, 10));
    for (const { weights } of drawnOrders(5, 6, 2))
      for (const own of weights) expect(sum([...own.values()])).toBeCloseTo(0, 12);
  });
});
