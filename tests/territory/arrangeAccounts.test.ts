import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account, AccountBook, SplitRule, TerritorySplit } from '../../src/model/accountBook';
import { weighAccounts } from '../../src/model/sumSplit';
import { accountId, measureId, splitId, territoryId } from '../../src/model/units';
import { arrangeAccounts, type ArrangeOptions } from '../../src/territory/arrangeAccounts';
import { designSplit } from '../../src/territory/designSplit';
import { unitsOfBook } from '../../src/territory/unitsOfBook';

const order = ['t0', 't1', 't2', 'strategic'].map(territoryId);
const west: SplitRule = { when: [{ kind: 'state', anyOf: ['WA'] }], territoryId: territoryId('strategic') };

interface Made {
  readonly accounts: readonly Partial<Account>[];
  readonly at?: readonly number[];
  readonly locked?: readonly number[];
  readonly named?: readonly number[];
  readonly rules?: readonly SplitRule[];
}

/** Accounts in a row from west to east, one degree apart, of weight 10 unless told. */
function make({ accounts, at = [], locked = [], named = [], rules = [] }: Made) {
  const id = (place: number) => accountId(`a${place}`);
  const book: AccountBook = {
    accounts: accounts.map((fields, place) => ({
      id: id(place),
      name: `A${place}`,
      place: { lon: -110 + place, lat: 40 + (place % 3) },
      values: [10],
      ...fields,
    })),
    measures: [{ id: measureId('m'), name: 'M', kind: 'potential' }],
    splits: [],
    balancedBy: measureId('m'),
  };
  const split: TerritorySplit = {
    id: splitId('s'),
    name: 'S',
    territoryOf: accounts.map((_, place) => order[at[place] ?? -1] ?? ''),
    locked: locked.map(id),
    overrides: named.map((place) => ({ accountId: id(place), reason: 'Asked' })),
    rules,
  };
  const arrange = (options: Partial<ArrangeOptions> = {}) =>
    arrangeAccounts(book, unitsOfBook(book), split, {
      order,
      territories: 3,
      families: true,
      stays: new Set(),
      ...options,
    });
  return { book, split, arrange };
}

const nowhere = { place: undefined } as unknown as Partial<Account>;
const acme = { family: 'Acme' };

describe('families', () => {
  const accounts = [{ ...acme, values: [30] }, {}, {}, { family: ' ACME ' }, {}, { ...nowhere, ...acme }];

  test('are one unit, as heavy as all of it, and come back together, with what has no place', () => {
    const { arrange } = make({ accounts });
    const { units, putBack, dealt } = arrange();
    expect(units.count).toBe(4);
    expect([...units.weight]).toEqual([50, 10, 10, 10]);
    expect(dealt).toBe(0);
    expect([...putBack(Int32Array.of(2, 0, 1, 1))]).toEqual([2, 0, 1, 2, 1, 2]);
  });

  test('are left alone where nobody asks', () => {
    const { units, dealt } = make({ accounts }).arrange({ families: false });
    expect([units.count, dealt]).toEqual([5, 1]);
  });

  test('go with one of theirs that is locked, which stays on the map', () => {
    const { units, fixed, current, putBack, torn } = make({
      accounts,
      at: [0, 0, 0, 1],
      locked: [3],
    }).arrange();
    expect([units.count, [...fixed], [...current]]).toEqual([4, [0, 0, 1, 0], [0, 0, 1, -1]]);
    expect([...putBack(Int32Array.of(0, 0, 1, 2))]).toEqual([1, 0, 0, 1, 2, 1]);
    expect(torn).toEqual([]);
  });

  test('that locks tear apart are told by name, and the free ones go where most of it is', () => {
    const made = make({ accounts, at: [0, 0, 0, 1], locked: [0, 3] }).arrange();
    expect(made.torn).toEqual([{ family: 'Acme', territories: [0, 1], to: 0 }]);
    expect([...made.putBack(Int32Array.of(0, 2, 2, 1, 2))]).toEqual([0, 2, 2, 1, 2, 0]);
  });

  test('that are apart stay apart in a repair, and those together stay together', () => {
    const apart = make({ accounts, at: [0, 0, 0, 1, 1, 0] }).arrange({ settled: true, keeps: true });
    expect(apart.units.count).toBe(5);
    expect(
      make({ accounts, at: [0, 0, 0, 0, 1, 0] }).arrange({ settled: true, keeps: true }).units.count,
    ).toBe(4);
  });
});

test('a family without any place comes together in its leader’s territory where accounts keep theirs', () => {
  const off = { ...nowhere, ...acme };
  const accounts = [{}, {}, {}, off, { ...off, values: [20] }, off];
  const made = make({ accounts, at: [0, 1, 2, 0, 1, 2] });
  const after = (options: Partial<ArrangeOptions>) => [
    ...made.arrange({ keeps: true, ...options }).putBack(Int32Array.of(0, 1, 2)),
  ];
  expect(after({})).toEqual([0, 1, 2, 1, 1, 1]);
  expect(after({ families: false })).toEqual([0, 1, 2, 0, 1, 2]);
  // a repair leaves apart what was apart
  expect(after({ settled: true })).toEqual([0, 1, 2, 0, 1, 2]);
});

describe('rules and names', () => {
  test('come before the map: theirs are no units, and neighbours close over the hole', () => {
    const accounts = [{}, {}, { state: 'wa' }, {}, {}];
    const { units, putBack } = make({ accounts, rules: [west] }).arrange();
    expect(units.count).toBe(4);
    expect([...putBack(Int32Array.of(0, 0, 1, 2))]).toEqual([0, 0, 3, 1, 2]);
  });

  test('a lock goes before a rule, and a rule takes the family with it', () => {
    const accounts = [{ state: 'WA' }, { state: 'WA', ...acme }, {}, acme];
    const { putBack } = make({ accounts, at: [1], locked: [0], rules: [west] }).arrange();
    expect([...putBack(Int32Array.of(1, 0))]).toEqual([1, 3, 0, 3]);
  });

  test('what a rule has taken along stays with it in a repair, whether families are kept or not', () => {
    const accounts = [{ state: 'WA', ...acme }, acme, {}, {}, {}];
    for (const families of [true, false]) {
      const made = make({ accounts, at: [3, 3, 0, 1, 2], rules: [west] }).arrange({
        families,
        settled: true,
        keeps: true,
      });
      expect([...made.putBack(made.current)]).toEqual([3, 3, 0, 1, 2]);
    }
  });

  test('what is named counts in its territory’s load, which gets the less of the map', () => {
    const accounts = Array.from({ length: 30 }, (_, place) => (place === 0 ? { values: [50] } : {}));
    const { targets } = make({ accounts, at: [0], named: [0] }).arrange();
    const fair = (50 + 290) / 3;
    expect(targets[0]).toBeCloseTo(fair - 50, 9);
    expect(targets[1]).toBeCloseTo(fair, 9);
  });
});

describe('accounts without a place', () => {
  const accounts = [
    {},
    {},
    {},
    { ...nowhere, values: [7] },
    { ...nowhere, values: [9] },
    { ...nowhere, values: [2] },
  ];

  test('are dealt at the end, the heaviest to whoever has least', () => {
    const { putBack, dealt } = make({ accounts }).arrange();
    expect(dealt).toBe(3);
    expect([...putBack(Int32Array.of(0, 0, 1))]).toEqual([0, 0, 1, 2, 2, 1]);
  });

  test('stay where they are locked, in none too, and in a repair wherever they are', () => {
    const locked = make({ accounts, at: [0, 1, 2, -1, 2], locked: [3, 4] }).arrange();
    expect([...locked.putBack(Int32Array.of(0, 1, 2))].slice(3, 5)).toEqual([-1, 2]);
    const healed = make({ accounts, at: [0, 1, 2, 1, 2] }).arrange({ settled: true, keeps: true });
    expect([...healed.putBack(Int32Array.of(0, 1, 2))]).toEqual([0, 1, 2, 1, 2, 0]);
  });
});

test('whatever is locked, named, ruled or kin, everybody is somewhere once, locks hold and the units weigh what they are', () => {
  const any = fc.record({
    state: fc.constantFrom('WA', 'OR'),
    family: fc.option(fc.constantFrom('Acme', 'Bolt', 'Cog'), { nil: undefined }),
    placed: fc.boolean(),
    value: fc.nat(20),
    at: fc.integer({ min: -1, max: 3 }),
    how: fc.constantFrom('free', 'locked', 'named'),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 6, maxLength: 30 }), fc.boolean(), (rows, families) => {
      const places = (how: string) => rows.flatMap((row, place) => (row.how === how ? [place] : []));
      const { book, split, arrange } = make({
        accounts: rows.map(({ state, family, placed, value }) => ({
          state,
          values: [value],
          ...(family !== undefined && { family }),
          ...(placed ? {} : nowhere),
        })),
        at: rows.map(({ at }) => at),
        locked: places('locked'),
        named: places('named'),
        rules: [west],
      });
      const made = arrange({ families });
      const locks = made.current.map((at, unit) => (made.fixed[unit] ? at : -1));
      const found = designSplit(made.units, {
        territories: 3,
        tolerance: 0.1,
        seed: 1,
        locks,
        shares: made.targets,
      });
      const at = made.putBack(found);
      rows.forEach((row, place) => {
        const now = order.findIndex((id) => id === split.territoryOf[place]);
        if (row.how !== 'free') expect(at[place]).toBe(now);
        else if (row.state === 'WA') expect(at[place]).toBe(3);
        else expect(at[place]).toBeGreaterThanOrEqual(0);
      });
      const { byUnit, settled } = made.gather(weighAccounts(book));
      expect([...byUnit]).toEqual([...made.units.weight]);
      expect(settled).toHaveLength(3);
    }),
    { seed: 11, numRuns: 60 },
  );
});
