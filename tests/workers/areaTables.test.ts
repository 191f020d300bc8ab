import { describe, expect, test } from 'vitest';
import { adoptAreas } from '../../src/model/adoptAreas';
import { applySplit } from '../../src/model/applySplit';
import type { ImportedAreas } from '../../src/model/importedAreas';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { areaService } from '../../workers/areaService';
import { makeFullPlan } from '../support/makeFullPlan';
import { workbookOf } from '../support/workbookOf';

const table = (...lines: string[]) => new File([lines.join('\n')], 'areas.csv');

async function read(file: File, plan?: Plan): Promise<ImportedAreas> {
  const answer = await areaService.readTable(file, plan?.accountBook);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}
const valuesOf = ({ accounts }: ImportedAreas, id: string) => accounts.find((each) => each.id === id)?.values;
const wordsOf = ({ problems }: ImportedAreas) =>
  problems.map(({ row, column, message, action }) => `${row} ${column}: ${message} → ${action}`);

describe('a table of areas', () => {
  test('by FIPS code: zeros that a spreadsheet lost are mended and said, unknown codes are listed, the rest goes on', async () => {
    const found = await read(
      table(
        'FIPS,County,Population,Rep',
        '1001,Autauga,58000,Anna',
        '44001,Bristol,,Ben',
        '99999,Nowhere,5,Ben',
        '1001,Twice,1,Anna',
      ),
    );
    expect(found.areas).toEqual({ kind: 'us-counties' });
    expect(found.measures.map(({ name }) => name)).toEqual(['Population']);
    expect(valuesOf(found, '01001')).toEqual([58_000]);
    expect(wordsOf(found)).toEqual([
      '2 FIPS: codes must keep their leading zeros, got 1 that has not, such as 1001 → the zeros were put back: 01001',
      '4 FIPS: a county must be known by FIPS code of five digits, or by name and state, got “99999” → left out',
      '5 FIPS: an area must have one row, got “1001” again, first in row 2 → left out',
    ]);
  });

  test('counties whose state and county stand in two columns are found by both, by code or name', async () => {
    const byCode = await read(
      table('STATEFP,COUNTYFP,Spend', '1,1,5', '44,001,7', '44,3,8', '44,999,9', ',5,1'),
    );
    expect(byCode.areas).toEqual({ kind: 'us-counties' });
    expect(byCode.measures.map(({ name }) => name)).toEqual(['Spend']);
    expect(['01001', '44001', '44003'].map((id) => valuesOf(byCode, id))).toEqual([[5], [7], [8]]);
    expect(wordsOf(byCode)).toEqual([
      '2 STATEFP and COUNTYFP: codes must keep their leading zeros, got 2 that have not, such as 1 and 1 → the zeros were put back: 01001',
      '5 STATEFP and COUNTYFP: a county must be known by FIPS code of five digits, or by name and state, got “44999” → left out',
      '6 STATEFP and COUNTYFP: a county must be known by FIPS code of five digits, or by name and state, got nothing → left out',
    ]);
    const byName = await read(
      table('County,State,Spend', 'Autauga County,Alabama,5', 'Bristol,RI,7', 'Kent,RI,8', 'Kent,DE,9'),
    );
    expect(['01001', '44001', '44003', '10001'].map((id) => valuesOf(byName, id))).toEqual([
      [5],
      [7],
      [8],
      [9],
    ]);
    expect(wordsOf(byName)).toEqual([]);
  });

  test('cells in which a formula failed are named, and are not known', async () => {
    const file = new File(
      [
        workbookOf([
          ['State', 'Spend', 'Rep'],
          ['CA', { error: '#N/A' }, 'Anna'],
          ['WA', 5, { error: '#REF!' }],
          ['NV', '', 'Ben'],
        ]),
      ],
      'states.xlsx',
    );
    const found = await read(file);
    expect(['06', '53', '32'].map((id) => valuesOf(found, id))).toEqual([[null], [5], [null]]);
    expect(wordsOf(found)).toEqual([
      '2 Spend: a cell must hold a value, got #N/A, an error of the spreadsheet → read as blank',
      '3 Rep: a cell must hold a value, got #REF!, an error of the spreadsheet → read as blank',
    ]);
  });

  test('brings the counties of the states it names; what it says nothing of is not known, which is not zero', async () => {
    const found = await read(table('county fips,Spend', '44001,0', '44003,12'));
    // Rhode Island has five
    expect(found.accounts.map(({ id, values }) => [id, ...values])).toEqual([
      ['44001', 0],
      ['44003', 12],
      ['44005', null],
      ['44007', null],
      ['44009', null],
    ]);
    expect(found.found).toContain('3 others of which it says nothing have no values');
  });

  test.each([
    ['State,Sales', ['CA,1', 'Texas,2', '8,3'], 'us-states', ['06', '08', '48']],
    ['STATEFP,Sales', ['1,1', '48,2'], 'us-states', ['01', '48']],
    ['Country,Sales', ['Germany,1', 'GB,2', 'usa,3'], 'countries', ['DE', 'GB', 'US']],
    ['iso3;Sales', ['DEU;1,5', 'FRA;2,25'], 'countries', ['DE', 'FR']],
    [
      'Where,Sales',
      ['"Cook County, IL",1', '"Orleans Parish, Louisiana",2'],
      'us-counties',
      ['17031', '22071'],
    ],
  ])('of %s is recognised by what stands in it', async (head, lines, kind, ids) => {
    const found = await read(table(head, ...lines));
    expect(found.areas).toEqual({ kind });
    const known = found.accounts.filter(({ values }) => values[0] !== null);
    expect(known.map(({ id }) => id as string).sort()).toEqual(ids);
  });

  test('of ZIP3 becomes points at the mean of their ZIP codes’ centres', async () => {
    const found = await read(table('ZIP3,Households', '606,100', '21,50', '999,1'));
    expect(found.areas).toBeUndefined();
    expect(found.accounts.map(({ id, name, values }) => [id, name, values])).toEqual([
      ['021', 'ZIP 021', [50]],
      ['606', 'ZIP 606', [100]],
      ['999', 'ZIP 999', [1]],
    ]);
    const chicago = found.accounts.find(({ id }) => id === '606');
    expect(chicago?.place?.lat).toBeCloseTo(41.85, 1);
    expect(chicago?.place?.lon).toBeCloseTo(-87.67, 1);
  });

  test('that names no areas is refused with what a table must have', async () => {
    const answer = await areaService.readTable(table('Colour,Size', 'red,5'), undefined);
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: 'column-area-missing', path: 'areas.csv' }],
    });
    const empty = await areaService.readTable(table('FIPS,Size'), undefined);
    expect(empty).toMatchObject({ ok: false, problems: [{ code: 'file-empty' }] });
  });

  test('of a workbook, where codes are numbers and values are negative or words', async () => {
    const book = new File(
      [
        workbookOf([
          ['State FIPS', 'Sales'],
          [6, -5],
          [48, 'lots'],
          [36, 7],
          [11, 1],
          [12, 1],
          [13, 1],
        ]),
      ],
      'areas.xlsx',
    );
    const found = await read(book);
    expect([valuesOf(found, '06'), valuesOf(found, '48'), valuesOf(found, '36')]).toEqual([
      [null],
      [null],
      [7],
    ]);
    expect(wordsOf(found)).toEqual([
      '2 Sales: a measure must not be below zero, got “-5” → taken as not known',
      '2 State FIPS: codes must keep their leading zeros, got 1 that has not, such as 6 → the zeros were put back: 06',
      '3 Sales: a measure must be a number, got “lots” → taken as not known',
    ]);
  });

  test('onto the areas that the plan has brings more measures and a split, and leaves what was there', async () => {
    const states = await areaService.list({ kind: 'us-states' }, { kind: 'list', text: 'CA, NV, OR' });
    if (!states.ok) throw new Error(JSON.stringify(states.problems));
    const before = adoptAreas(makeFullPlan(), states.value, 'Nothing assigned');
    const found = await read(
      table('State,Spend,Territory,"Area, km²"', 'CA,5,West,1', 'AZ,7,West,2'),
      before,
    );
    expect(found.onto).toBe(true);
    const after = adoptAreas(before, found, 'As in areas.csv');
    const book = after.accountBook;
    expect(book?.measures.map(({ name, id }) => [name, id])).toEqual([
      ['ZIP codes', 'measure-2'],
      ['Spend', 'measure-3'],
      ['Area, km²', 'measure-1'],
    ]);
    expect(book?.balancedBy).toBe('measure-3');
    expect(book?.accounts.map(({ name, values }) => [name, ...values.slice(1)])).toEqual([
      ['California', 5, 1],
      ['Nevada', null, null],
      ['Oregon', null, null],
      ['Arizona', 7, 2],
    ]);
    const west = after.territories.find(({ name }) => name === 'West')?.id;
    expect(book?.splits.map(({ name, territoryOf }) => [name, territoryOf])).toEqual([
      ['Nothing assigned', ['', '', '', '']],
      ['As in areas.csv', [west, '', '', west]],
    ]);
    expect(parsePlan(after)).toMatchObject({ ok: true });
  });

  test('onto areas that have a potential takes its place and is not added to it, in the split in force too', async () => {
    const first = await read(table('State,Revenue,Territory', 'CA,5,West', 'NV,2,West'));
    const begun = adoptAreas(makeFullPlan(), first, 'First');
    const split = begun.accountBook?.splits[0];
    const before = applySplit(begun, split!.id);
    const found = await read(table('State,Potential', 'CA,50', 'NV,20'), before);
    const after = adoptAreas(before, found, 'Second');
    expect(after.accountBook?.measures.map(({ name, kind }) => [name, kind])).toEqual([
      ['Revenue', 'other'],
      ['Potential', 'potential'],
    ]);
    const sums = [before, after].map(({ territories }) => territories.find(({ name }) => name === 'West'));
    expect(sums.map((west) => west?.potential)).toEqual([7, 70]);
    expect(parsePlan(after)).toMatchObject({ ok: true });
  });
});
