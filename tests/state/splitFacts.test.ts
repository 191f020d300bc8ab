import { describe, expect, test } from 'vitest';
import { leastBetween, shapeOf } from '../../src/state/splitFacts';
import { disruptionBetween, movesBetween } from '../../src/state/splitMoves';
import { measureTravel } from '../../src/territory/measureTravel';
import { gridUnits } from '../territory/support/gridUnits';
import { beginSplits } from './beginSplits';

describe('a split beside the one that it is held against', () => {
  test('moves no less than must move to be as even, whatever it was made by', async () => {
    const { desk, tradeOff } = await beginSplits(200, 6);
    await tradeOff.explore(0.05);
    const today = desk.splits[0]!;
    for (const { split } of tradeOff.splits) {
      const { movedShare } = movesBetween(desk.accounts, today, split).disruption;
      expect(disruptionBetween(desk.accounts, today, split).movedShare).toBe(movedShare);
      expect(movedShare).toBeGreaterThanOrEqual(leastBetween(desk.accounts, today, split).free - 1e-9);
    }
  });

  test('a territory given up has to be emptied, and what is in none has to be taken in', async () => {
    const { desk } = await beginSplits(120, 4);
    const today = desk.splits[0]!;
    const [first = '', second = ''] = desk.order;
    const joined = {
      ...today,
      id: 'joined' as typeof today.id,
      territoryOf: today.territoryOf.map((at) => (at === first ? second : at)),
    };
    const load = desk.figures.measures.loads[0] ?? 0;
    expect(leastBetween(desk.accounts, today, joined).free).toBeCloseTo(load / desk.figures.total, 9);
    const none = {
      ...joined,
      territoryOf: today.territoryOf.map((at) => (at === first ? ('' as const) : at)),
    };
    const facts = shapeOf(desk.accounts, today, none);
    expect(facts.disruption?.movedShare).toBeCloseTo(load / desk.figures.total, 9);
    expect(facts.bounds?.free).toBeGreaterThan(0);
    expect(facts.bounds?.free).toBeLessThanOrEqual((facts.disruption?.movedShare ?? 0) + 1e-9);
  });

  test('is held against the one chosen, on the map too; never against itself', async () => {
    const { desk, outcomes } = await beginSplits();
    desk.edits.branch(desk.splits[0]!);
    desk.active = desk.order[0] ?? '';
    desk.paint([5, 6, 7, 8, 9, 10]);
    desk.endStroke();
    const [today, branch] = desk.splits;
    await outcomes.sampleSplits();
    const before = outcomes.facts(0.05);
    expect(outcomes.base?.id).toBe(today?.id);
    expect(before[0]?.disruption).toBeUndefined();
    expect(before[0]?.difference).toBeUndefined();
    outcomes.holdAgainst(branch!.id);
    desk.choose(today!.id);
    expect(desk.other?.id).toBe(branch?.id);
    const after = outcomes.facts(0.05);
    expect(after[1]?.disruption).toBeUndefined();
    expect(after[0]?.disruption).toEqual(before[1]?.disruption);
    expect(after[0]?.difference?.bookings.mean).toBeCloseTo(-(before[1]?.difference?.bookings.mean ?? 0), 6);
    expect(after[0]?.difference?.beats.value).toBeCloseTo(1 - (before[1]?.difference?.beats.value ?? 0), 12);
    expect(after[1]?.within).toBe(
      after[1]?.figures.measures.deviations.filter((each) => Math.abs(each) <= 0.05).length,
    );
  });
});

test('travel is from the middle of a territory, weighed', () => {
  const units = { ...gridUnits(3, 1), weight: Float64Array.of(1, 8, 1) };
  const step = (units.x[1] ?? 0) - (units.x[0] ?? 0);
  const { meanKm, p90Km } = measureTravel(units, Int32Array.of(0, 0, 0), 1);
  expect(meanKm).toBeCloseTo(0.2 * step, 9);
  expect(p90Km).toBeCloseTo(step, 9);
  expect(measureTravel(units, Int32Array.of(-1, -1, -1), 1)).toEqual({ meanKm: 0, p90Km: 0 });
});
