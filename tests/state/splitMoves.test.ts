import { describe, expect, test } from 'vitest';
import { sumMoves } from '../../src/state/moveSums';
import { movesBetween } from '../../src/state/splitMoves';
import { moveWords } from '../../src/ui/splits/moveWords';
import { beginSplits } from './beginSplits';

describe('who loses and who gains', () => {
  test('adds up: all that is lost somewhere is gained elsewhere, and it is what moved', async () => {
    const { desk, session, tradeOff } = await beginSplits(150, 5);
    desk.edits.move(
      desk.book!.accounts.slice(0, 5).map(({ id }) => id),
      '',
    );
    await tradeOff.explore(0.05);
    const today = desk.splits[0]!;
    for (const { split } of tradeOff.splits) {
      const { moves, disruption } = movesBetween(desk.accounts, today, split);
      const rows = sumMoves(session.plan, desk.book!, moves, desk.accounts.weights);
      for (const side of ['loses', 'gains'] as const) {
        const accounts = rows.reduce((sum, row) => sum + row[side].accounts, 0);
        const load = rows.reduce((sum, row) => sum + row[side].load, 0);
        expect(accounts).toBe(moves.length);
        expect(load / desk.figures.total).toBeCloseTo(disruption.movedShare, 9);
      }
      // Everybody’s load after is what it was, less what is lost, with what is gained.
      for (const { id, loses, gains } of rows) {
        if (id === '') continue;
        const loadOf = (each: typeof split) => {
          const { order, measures } = desk.accounts.figuresOf(each);
          return measures.loads[order.indexOf(id)] ?? 0;
        };
        expect(loadOf(split)).toBeCloseTo(loadOf(today) - loses.load + gains.load, 3);
      }
    }
  });

  test('names the people of a territory, and counts the owners of what it loses', async () => {
    const { desk, session } = await beginSplits(60, 3);
    const today = desk.splits[0]!;
    const [first = ''] = desk.order;
    desk.edits.branch(today);
    const gone = today.territoryOf.flatMap((at, place) => (at === first ? [place] : [])).slice(0, 4);
    desk.edits.move(
      gone.flatMap((place) => desk.book!.accounts[place]?.id ?? []),
      '',
    );
    const { moves } = movesBetween(desk.accounts, today, desk.split!);
    const [row, none] = sumMoves(session.plan, desk.book!, moves, desk.accounts.weights);
    expect(row?.people).toEqual(
      session.plan.seats.filter(({ territoryId }) => territoryId === first).map(({ name }) => name),
    );
    expect(row?.loses.accounts).toBe(4);
    expect(row?.loses.owners).toBe(new Set(gone.map((place) => desk.book!.accounts[place]?.owner)).size);
    expect(none).toMatchObject({ id: '', people: [], gains: { accounts: 4 } });
  });

  test('every account that moves in a design has a reason in words, which names both territories', async () => {
    const { desk, tradeOff } = await beginSplits(150, 5);
    await tradeOff.explore(0.05);
    const { nameOf } = desk.accounts;
    for (const { split } of tradeOff.splits.slice(1)) {
      const { moves } = movesBetween(desk.accounts, desk.splits[0]!, split);
      expect(moves.length).toBeGreaterThan(0);
      for (const move of moves) {
        const words = moveWords(move, nameOf, 'Potential');
        expect(words.startsWith(`Moved from ${nameOf.get(move.from)} to ${nameOf.get(move.to)} `)).toBe(true);
        expect(words).toMatch(/more even potential: |for a shorter way: |to make room, /);
        expect(words).toMatch(/ km nearer to| km more to|as far from/);
        expect(words).toMatch(/is now .* its share, .* its own/);
      }
    }
  });
});
