import { expect, test } from 'vitest';
import type { AccountBook } from '../../src/model/accountBook';
import { accountId, measureId, splitId, territoryId } from '../../src/model/units';
import { addSampleAccounts } from '../../src/model/sampleAccounts';
import { designSplit } from '../../src/territory/designSplit';
import { measureSplit } from '../../src/territory/measureSplit';
import { fixedUnits, putUnits, splitOfUnits, unitsOfBook } from '../../src/territory/unitsOfBook';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const place = (lon: number, lat: number) => ({ place: { lon, lat } });
const book: AccountBook = frozen({
  accounts: [
    { id: accountId('a'), name: 'A', ...place(-90, 40), values: [10] },
    { id: accountId('b'), name: 'B', values: [20] },
    { id: accountId('c'), name: 'C', ...place(-91, 41), values: [null] },
    { id: accountId('d'), name: 'D', ...place(-89, 41), values: [0] },
  ],
  measures: [{ id: measureId('m'), name: 'M', kind: 'potential' }],
  splits: [],
  balancedBy: measureId('m'),
});
const [one, two, gone] = ['one', 'two', 'gone'].map(territoryId);
const territories = [one, two].flatMap((id) => id ?? []);

test('units are the accounts with a place, weighed by the measure balanced by', () => {
  const { units, accountOf, unitOf } = unitsOfBook(book);
  expect([...accountOf]).toEqual([0, 2, 3]);
  expect([...unitOf]).toEqual([0, -1, 1, 2]);
  expect([...units.weight]).toEqual([10, 0, 0]);
  expect(units.count).toBe(3);
  expect(units.graph.to).toHaveLength(6);
});

test('the engine’s split and the book’s turn into one another; accounts without a place stay', () => {
  const made = unitsOfBook(book);
  const territoryOf = [one ?? '', two ?? '', '', gone ?? ''] as const;
  const split = splitOfUnits(made, territoryOf, territories);
  expect([...split]).toEqual([0, -1, -1]);
  expect(putUnits(made, Int32Array.of(1, 0, -1), { territoryOf, territories })).toEqual([
    'two',
    'two',
    'one',
    '',
  ]);
});

test('units of locked accounts and of those placed by name are fixed, and stay', () => {
  const made = unitsOfBook(book);
  const territoryOf = [one ?? '', two ?? '', '', two ?? ''] as const;
  const split = {
    id: splitId('s'),
    name: 'S',
    territoryOf,
    locked: [accountId('b'), accountId('c')],
    overrides: [{ accountId: accountId('d'), reason: 'Named' }],
  };
  const fixed = fixedUnits(made, book, split);
  expect([...fixed]).toEqual([0, 1, 1]);
  expect(putUnits(made, Int32Array.of(1, 1, 0), { territoryOf, territories, fixed })).toEqual([
    'two',
    'two',
    '',
    'two',
  ]);
});

test.each([4, 6, 8])(
  'accounts in cities far apart are split into %i within 5 %%, each in one piece',
  (territories) => {
    const sample = addSampleAccounts(makeFullPlan()).accountBook;
    if (sample === undefined) throw new Error('the sample must have a book');
    const { units } = unitsOfBook(sample);
    const split = designSplit(units, { territories, tolerance: 0.05, seed: 1 });
    const { maxDeviation, inPieces, unassigned } = measureSplit(units, split, territories);
    expect(maxDeviation).toBeLessThan(0.05);
    expect([inPieces, unassigned]).toEqual([0, 0]);
  },
);
