import { describe, expect, it } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { territoryId } from '../../src/model/units';
import { weighAccounts } from '../../src/model/sumSplit';
import type { AccountMove } from '../../src/state/splitMoves';
import type { MoveReason } from '../../src/territory/explainMoves';
import { figuresOfNumbers, numbersOf } from '../../src/territory/splitFigures';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
import { findingWords, problemWords } from '../../src/ui/splits/findingWords';
import { loadColumn } from '../../src/ui/splits/loadColumn';
import { formatLoad } from '../../src/ui/splits/loadWords';
import { midSentence } from '../../src/ui/splits/midSentence';
import { moveWords } from '../../src/ui/splits/moveWords';
import { brokenOf, floorWords, formatDeviation } from '../../src/ui/splits/splitWords';
import { makeBookPlan } from '../support/makeBookPlan';

describe('words of a split', () => {
  const plan = makeBookPlan(makeStartUpSample(), 60, 4);
  const book = plan.accountBook!;
  const order = plan.territories.map(({ id }) => id);
  const figures = (weights: number[], territoryOf = book.splits[0]!.territoryOf) =>
    figuresOfNumbers(unitsOfBook(book), weights, numbersOf(territoryOf, order), order);

  it('a deviation has its sign, and a tenth where it is small', () => {
    expect([0.123, -0.0234, 0.0001].map(formatDeviation)).toEqual([
      '+12\u202f%',
      '−2.3\u202f%',
      '±0.0\u202f%',
    ]);
  });

  it('a measure keeps its capitals within a sentence where they say more than that a name begins', () => {
    expect(['Potential', 'Selling hours', 'ZIP codes', 'FY26 potential ($)', 'A'].map(midSentence)).toEqual([
      ...['potential', 'selling hours', 'ZIP codes', 'FY26 potential ($)', 'A'],
    ]);
  });

  it('a load is money, hours or a number', () => {
    expect(formatLoad(1_250_000, book, 'USD')).toBe('$1.3M');
    expect(formatLoad(1250, { ...book, balancedBy: book.measures[1]!.id }, 'USD')).toBe('1,250 h');
    const { balancedBy: _none, ...plain } = book;
    expect(formatLoad(12, plain, 'USD')).toBe('12');
  });

  it('loads of a column are in one unit, and those one in a hundred apart read otherwise', () => {
    const loads = [1_104_000, 1_151_000, 1_150_000, 980_000];
    expect(loads.map(loadColumn(loads, book, 'USD'))).toEqual(['$1.10M', '$1.15M', '$1.15M', '$0.98M']);
    const large = [42_300_000, 41_800_000];
    expect(large.map(loadColumn(large, book, 'USD'))).toEqual(['$42.3M', '$41.8M']);
    const small = [850, 0];
    expect(small.map(loadColumn(small, book, 'USD'))).toEqual(['$850', '$0']);
    const { balancedBy: _none, ...plain } = book;
    expect([12, 9].map(loadColumn([12, 9], plain, 'USD'))).toEqual(['12', '9']);
    expect([1.26, 1.24].map(loadColumn([1.26, 1.24], plain, 'USD'))).toEqual(['1.26', '1.24']);
  });

  it('what is broken is named: deviation, pieces, accounts in none', () => {
    const territoryOf = book.splits[0]!.territoryOf.map((at, place) => (place < 3 ? ('' as const) : at));
    const found = figures(weighAccounts(book), territoryOf);
    expect(found.unassignedAccounts).toBe(3);
    expect(brokenOf(found, 10).map(({ kind }) => kind)).toContain('unassigned');
    const [off] = brokenOf(found, 0.001);
    expect(off?.label).toMatch(/^Largest deviation, /);
    // The worst first.
    const sizes = off?.territories.map((place) => Math.abs(found.measures.deviations[place] ?? 0)) ?? [];
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes[0]).toBe(found.measures.maxDeviation);
    // One that rules alone fill has nothing on the map, and is not amiss.
    const ruled = { ...found, pieces: found.pieces.map((each, place) => (place === 1 ? 0 : each)) };
    expect(brokenOf(ruled, 10).map(({ kind }) => kind)).toContain('empty');
    const onMap = order.filter((_, place) => place !== 1);
    expect(brokenOf(ruled, 10, onMap).map(({ kind }) => kind)).not.toContain('empty');
  });

  it('a floor is explained by the account that makes it', () => {
    const heavy = weighAccounts(book).map((own, place) => (place === 7 ? 1e9 : own));
    const map = unitsOfBook(book);
    const weighed = { ...map, units: { ...map.units, weight: Float64Array.from(heavy) } };
    const words = floorWords(
      figuresOfNumbers(weighed, heavy, numbersOf(book.splits[0]!.territoryOf, order), order),
      book,
    );
    expect(words).toMatch(/^Account 7 alone is heavier than a fair share: no split can even that out\./);
    expect(floorWords(figures(weighAccounts(book)), book)).toBeUndefined();
  });

  it('a reason is one that a rep accepts: what it evened or shortened, by how much, and what it cost', () => {
    const names = new Map([
      ['w', 'West'],
      ['m', 'Mountain'],
    ]);
    const reason: MoveReason = {
      unit: 0,
      from: 0,
      to: 1,
      before: { from: 0.12, to: -0.09 },
      after: { from: 0.01, to: 0 },
      without: { from: 0.06, to: -0.05 },
      kmBefore: 300,
      kmAfter: 260,
      evens: 'before',
      improved: 'both',
    };
    const move: AccountMove = { place: 0, from: territoryId('w'), to: territoryId('m'), reason };
    const words = (change: Partial<MoveReason>) => {
      const { evens: _evens, ...plain } = reason;
      return moveWords({ ...move, reason: { ...plain, ...change } }, names, 'Potential');
    };
    expect(words({ evens: 'before' })).toBe(
      'Moved from West to Mountain for a shorter way and more even potential: 40 km nearer to the middle of its territory; West was 12\u202f% over its share, Mountain 9\u202f% under its own; West is now 1\u202f% over its share, Mountain at its own',
    );
    expect(words({ evens: 'after', kmAfter: 340 })).toBe(
      'Moved from West to Mountain for more even potential: had it stayed, West would be 6\u202f% over its share, Mountain 5\u202f% under its own; West is now 1\u202f% over its share, Mountain at its own; the cost is 40 km more to the middle of its territory',
    );
    expect(words({})).toMatch(/for a shorter way: 40 km nearer .*; the cost is balance: West is now 1/);
    expect(words({ kmAfter: 298 })).toMatch(
      / to make room, so that .*; as far from the middle of its territory/,
    );
    expect(moveWords({ ...move, from: '' }, names, '')).toBe('Joined Mountain; it was in no territory');
    expect(moveWords({ ...move, to: '' }, names, '')).toBe('Taken out of West; it is in no territory now');
  });
});

describe('words of a table that was read', () => {
  it('say how many accounts it has and what they were placed by', () => {
    const read = {
      file: 'crm.csv',
      columns: [],
      headless: false,
      unplaced: [],
      accounts: makeBookPlan(makeStartUpSample(), 20, 4).accountBook!.accounts,
      measures: [],
      territoryNames: [],
      namedBy: 'owner',
      placed: { coordinates: 12, postcode: 7, area: 0, none: 1 },
      problems: [],
      problemCounts: [],
    } as const;
    expect(findingWords(read)).toBe(
      'crm.csv: 20 accounts, 12 by coordinates, 7 by postcode, 1 without a place, in the table alone.',
    );
    expect(findingWords({ ...read, sheets: { names: ['West', 'East'], read: 'East' } })).toMatch(
      /alone\. Sheet “East” was read, one of 2\.$/,
    );
    expect(findingWords({ ...read, accounts: [] })).toBe(
      'crm.csv: no account was taken over, for no column says which account a row is. Say below which is its id or name.',
    );
  });

  it('say what an assignment made elsewhere changes', () => {
    const read = {
      file: 'crm.csv',
      columns: [],
      headless: false,
      problems: [],
      problemCounts: [],
      territoryNames: [],
      namedBy: 'territory',
      matched: 12,
      unknown: 1,
    } as const;
    const counts = { found: 12, unchanged: 9, moved: 3, unknown: 1, absent: 2, added: ['West', 'East'] };
    expect(findingWords(read, counts)).toBe(
      'crm.csv: 12 accounts of this plan found in it, 9 unchanged and 3 moved. 1 row is of accounts that the plan does not have. 2 accounts are not in it and stay. New territories: West, East.',
    );
    expect(findingWords({ ...read, matched: 0 })).toMatch(
      /^crm\.csv: none of this plan’s accounts was found/,
    );
  });

  it('say where a finding is and what was done', () => {
    const problem = {
      file: 'crm.csv',
      rule: 'r',
      message: 'postcode must exist, got 00000',
      action: 'left out',
    };
    expect(problemWords({ ...problem, row: 12, column: 'Zip' })).toBe(
      'Row 12, Zip: postcode must exist, got 00000; left out.',
    );
    expect(problemWords(problem)).toBe('Postcode must exist, got 00000; left out.');
  });
});
