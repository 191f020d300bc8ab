import { expect, test } from 'vitest';
import type { AccountBook } from '../../src/model/accountBook';
import { accountId, measureId } from '../../src/model/units';
import { addSampleAccounts } from '../../src/model/sampleAccounts';
import { designSplit } from '../../src/territory/designSplit';
import { measureSplit } from '../../src/territory/measureSplit';
import { unitsOfBook } from '../../src/territory/unitsOfBook';
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

test('units are the accounts with a place, weighed by the measure balanced by', () => {
  const { units, accountOf, unitOf } = unitsOfBook(book);
  expect([...accountOf]).toEqual([0, 2, 3]);
  expect([...unitOf]).toEqual([0, -1, 1, 2]);
  expect([...units.weight]).toEqual([10, 0, 0]);
  expect(units.count).toBe(3);
  expect(units.graph.to).toHaveLength(6);
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
