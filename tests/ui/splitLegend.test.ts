import { describe, expect, it } from 'vitest';
import { makeThreeRegionSample } from '../../src/model/samples';
import { weighAccounts } from '../../src/model/sumSplit';
import { figuresOfNumbers, numbersOf } from '../../src/territory/splitFigures';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
import { groupOutcomeWords } from '../../src/ui/splits/groupOutcomeWords';
import { legendGroups } from '../../src/ui/splits/legendRows';
import { makeBookPlan } from '../support/makeBookPlan';

describe('the legend of territories', () => {
  const made = makeBookPlan(makeThreeRegionSample(), 90, 9);
  // Two regions of three territories, and three in none of their own: those have that of most of their seats.
  const plan = {
    ...made,
    territories: made.territories.map((each, place) => {
      const region = made.regions[1 + Math.floor(place / 3)];
      return region ? { ...each, regionId: region.id } : each;
    }),
  };
  const book = plan.accountBook!;
  const territoryOf = book.splits[0]!.territoryOf.map((at, place) => (place < 4 ? ('' as const) : at));
  const order = plan.territories.map(({ id }) => id);
  const names = new Map<string, string>(plan.territories.map(({ id, name }) => [id, name]));
  const figures = figuresOfNumbers(
    unitsOfBook(book),
    weighAccounts(book),
    numbersOf(territoryOf, order),
    order,
  );
  const sums = (by: 'none' | 'region' | 'manager') => {
    const groups = legendGroups(plan, figures, names, by);
    const total = (of: (group: (typeof groups)[number]) => number) =>
      groups.reduce((sum, group) => sum + of(group), 0);
    return [total(({ load }) => load), total(({ accounts }) => accounts), total(({ seats }) => seats)];
  };

  it('adds up to the same, however it is listed, and leaves out what is in none', () => {
    const [load = 0, accounts, seats] = sums('none');
    expect(load + figures.unassignedLoad).toBe(figures.total);
    expect(accounts).toBe(86);
    expect(seats).toBe(plan.seats.length);
    for (const by of ['region', 'manager'] as const) {
      expect(sums(by)[0]).toBeCloseTo(load, 3);
      expect(sums(by).slice(1)).toEqual([accounts, seats]);
    }
  });

  it('a region’s share is that of its territories, so that deviations weighed by them are none', () => {
    const groups = legendGroups(plan, figures, names, 'region');
    expect(groups.map(({ rows }) => rows.length)).toEqual([3, 3, 3]);
    const weighed = groups.reduce((sum, { deviation, rows }) => sum + deviation * rows.length, 0);
    expect(weighed).toBeCloseTo(0, 9);
    for (const { rows, deviation } of groups) {
      const mean = rows.reduce((sum, row) => sum + row.deviation, 0) / rows.length;
      expect(deviation).toBeCloseTo(mean, 9);
    }
  });

  it('says what the seats of a group book, and the chance of their quota where there is one', () => {
    const bookings = { mean: 4.2e6, standardError: 1e4 };
    expect(groupOutcomeWords({ bookings, chance: { value: 0.63, standardError: 0.01 } }, plan)).toBe(
      'Its seats book $4.2M; 63\u202f% chance of their quota',
    );
    expect(groupOutcomeWords({ bookings }, plan)).toBe('Its seats book $4.2M');
    expect(groupOutcomeWords(undefined, plan)).toBeUndefined();
  });
});
