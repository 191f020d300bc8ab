import { describe, expect, test } from 'vitest';
import { MOST_ACCOUNTS } from '../../src/model/accountBook';
import { addRule } from '../../src/model/editRules';
import { adoptAccounts } from '../../src/model/adoptAccounts';
import type { ImportedAccounts } from '../../src/model/importedAccounts';
import { parsePlan } from '../../src/model/parsePlan';
import { importAccounts, type AccountSettings } from '../../src/io/accounts/importAccounts';
import { unpackPostcodes } from '../../src/io/accounts/postcodePlaces';
import type { NamedStream } from '../../src/io/csvText';
import { packZips } from '../../scripts/vite-zips.mjs';
import { fileOf } from '../support/crmFiles';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';
import { workbookOf } from '../support/workbookOf';

const postcodes = unpackPostcodes(packZips());
const settings: AccountSettings = { loadPostcodes: () => Promise.resolve(postcodes) };

async function read(file: NamedStream, options: Partial<AccountSettings> = {}): Promise<ImportedAccounts> {
  const result = await importAccounts(file, { ...settings, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const table = (...lines: string[]) => fileOf('accounts.csv', lines.join('\n'));
const wordsOf = ({ problems }: ImportedAccounts, rule: string) =>
  problems
    .filter((each) => each.rule === rule)
    .map(({ row, column, message, action }) => `${row} ${column}: ${message} → ${action}`);

const HEAD =
  'Account ID,Account Name,Latitude,Longitude,Billing Zip/Postal Code,Account Owner,Territory,Parent Account,Annual Revenue,Employees,Phone';

describe('the columns of a table', () => {
  test('are told by their headings, and every other column of numbers is a measure', async () => {
    const { columns, measures, accounts, territoryNames, namedBy } = await read(
      table(HEAD, '001A,Fjord,40.7,-74,10001,Anna,North,Fjord Group,"$1,200,000",350,5551234'),
    );
    expect(columns.map(({ role }) => role)).toEqual([
      ...['id', 'name', 'lat', 'lon', 'postcode', 'owner', 'territory', 'family', 'potential', 'measure'],
      undefined,
    ]);
    expect(measures).toEqual([
      { id: 'measure-1', name: 'Annual Revenue', kind: 'potential' },
      { id: 'measure-2', name: 'Employees', kind: 'other' },
    ]);
    expect(accounts).toEqual([
      {
        id: '001A',
        name: 'Fjord',
        place: { lon: -74, lat: 40.7 },
        postcode: '10001',
        family: 'Fjord Group',
        owner: 'Anna',
        values: [1_200_000, 350],
      },
    ]);
    expect([territoryNames, namedBy]).toEqual([['North'], 'territory']);
  });

  test.each([
    ['company;lat;lng;visits', 'Ansgar;59,91;10,75;12', ['name', 'lat', 'lon', 'measure']],
    ['account_id,zip,rep,arr__c', '7,02138,Ben,500', ['id', 'postcode', 'owner', 'potential']],
    ['Customer,State,Lat,Lon', 'A,MA,north,west', ['name', 'state', undefined, undefined]],
    ['Account,Founded,Fax,Owner ID', 'A,1999,555,7', ['name', undefined, undefined, 'owner']],
  ])('%s', async (head, line, roles) => {
    expect((await read(table(head, line))).columns.map(({ role }) => role)).toEqual(roles);
  });

  test('codes are ids, not amounts below zero', async () => {
    const { columns, accounts } = await read(
      table('Acct #,Account Name,Ref,Zip', 'ACC-1000,Fjord,X-1,10001', 'ACC-1001,Dune,X-2,10001'),
    );
    expect(columns.map(({ role }) => role)).toEqual(['id', 'name', undefined, 'postcode']);
    expect(accounts.map(({ id }) => id)).toEqual(['ACC-1000', 'ACC-1001']);
  });

  test('may be told by the reader instead', async () => {
    const { accounts, measures } = await read(table('a,b,c', 'x,1,2', 'y,,0'), {
      roles: ['name', undefined, 'measure'],
    });
    expect(accounts.map(({ id, values }) => [id, values])).toEqual([
      ['x', [2]],
      ['y', [0]],
    ]);
    expect(measures.map(({ name }) => name)).toEqual(['c']);
  });

  test('without territories: owners are the split as it is', async () => {
    const { territoryNames, namedBy, accounts } = await read(table('name,owner', 'A,Anna', 'B,'));
    expect([territoryNames, namedBy]).toEqual([['Anna', ''], 'owner']);
    expect(accounts[1]).not.toHaveProperty('owner');
  });
});

describe('bad cells are named by row and column, and the rest goes on', () => {
  const cases: readonly [line: string, rule: string, words: string][] = [
    [
      '1,A,-74,40.7,,,,,,,',
      'place-swapped',
      '2 Latitude: a latitude must come before its longitude, got -74, 40.7 → read the other way round',
    ],
    [
      '1,A,-118.2,34,,,,,,,',
      'place-swapped',
      '2 Latitude: a latitude must come before its longitude, got -118.2, 34 → read the other way round',
    ],
    [
      '1,A,4507523,583960,,,,,,,',
      'place-out-of-range',
      '2 Latitude: a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got 4507523, 583960: metres of a map projection must be turned into degrees → not used; the postcode is, where there is one',
    ],
    [
      '1,A,40,-200,,,,,,,',
      'place-out-of-range',
      '2 Longitude: a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got 40, -200 → not used; the postcode is, where there is one',
    ],
    [
      '1,A,40,,,,,,,,',
      'place-half',
      '2 Longitude: a longitude must be in degrees, got nothing → not used; the postcode is, where there is one',
    ],
    [
      '1,A,0,0,,,,,,,',
      'place-zero',
      '2 Latitude: coordinates must not both be zero, a place in the sea, got 0, 0 → not used; the postcode is, where there is one',
    ],
    [
      '1,A,,,501,,,,,,',
      'postcode-zeros',
      '2 Billing Zip/Postal Code: a postcode of the United States must have five digits, got 501 → read as 00501',
    ],
    [
      '1,A,,,10099,,,,,,',
      'postcode-area',
      '2 Billing Zip/Postal Code: a postcode must have a centre of its own, got 10099, which has none → placed in the middle of those that begin with 100',
    ],
    [
      '1,A,,,00000,,,,,,',
      'postcode-unknown',
      '2 Billing Zip/Postal Code: a postcode must be one of the United States, got 00000 → kept without a place',
    ],
    [
      '1,A,,,SW1A 1AA,,,,,,',
      'postcode-unknown',
      '2 Billing Zip/Postal Code: only postcodes of the United States can be placed, got “SW1A 1AA” of the United Kingdom → kept without a place',
    ],
    [
      '1,A,,,,,,,,,',
      'place-none',
      '2 undefined: an account must have coordinates or a postcode to be on the map, got neither → kept without a place',
    ],
    [
      '1,A,,,,,,,-5,,',
      'measure-negative',
      '2 Annual Revenue: a measure must not be below zero, got “-5” → taken as not known',
    ],
    [
      '1,A,,,,,,,lots,,',
      'measure-unreadable',
      '2 Annual Revenue: a measure must be a number, got “lots” → taken as not known',
    ],
    [
      '1,A,,,,,,,2e13,,',
      'measure-unreadable',
      '2 Annual Revenue: a measure must be a number, got “2e13” → taken as not known',
    ],
    [
      '1,A,,,,,,,9000000000000,,',
      'measure-too-large',
      '2 Annual Revenue: a measure must be at most 1,000,000,000,000, got “9000000000000” → taken as not known',
    ],
    [
      ',,1,1,,,,,,,',
      'account-nameless',
      '2 Account Name: an account must have an id or a name, got neither → left out',
    ],
    [
      `1,${'x'.repeat(201)},,,,,,,,,`,
      'text-cut',
      '2 Account Name: a text must have at most 200 characters, got 201 → cut off',
    ],
  ];
  // rows that say what each column is, so that the wrong cell is alone
  const sound = Array.from(
    { length: 9 },
    (_, index) => `s${index},Sound,41,-88,60601,Anna,North,,${index},2,`,
  );

  test.each(cases)('%s', async (line, rule, words) => {
    const imported = await read(table(HEAD, line, ...sound));
    expect(wordsOf(imported, rule)).toEqual([words]);
    expect(imported.problemCounts).toContainEqual(expect.objectContaining({ rule, count: 1, listed: 1 }));
    expect(imported.accounts).toHaveLength(rule === 'account-nameless' ? 9 : 10);
  });

  test('an id that was seen before is left out, the first one holds', async () => {
    const imported = await read(table('id,name', '1,A', '1,B', '2,A'));
    expect(imported.accounts.map(({ name }) => name)).toEqual(['A', 'A']);
    expect(wordsOf(imported, 'id-duplicate')).toEqual([
      '3 id: an id must be unique, got “1” again, first in row 2 → left out',
    ]);
  });

  test('missing and zero are kept apart', async () => {
    const { accounts } = await read(table('id,name,spend', '1,A,0', '2,B,', '3,C,n/a', '4,D,0.00'));
    expect(accounts.map(({ values }) => values)).toEqual([[0], [null], [null], [0]]);
  });

  test.each([
    [
      '4 digits of another country are no lost zeros',
      'name,postcode,country',
      'A,2138,Norway',
      '2138',
      false,
    ],
    [
      '5 digits of another country are no US postcode',
      'name,postcode,country',
      'A,10115,Germany',
      '10115',
      false,
    ],
    ['a zip and four more', 'name,zip', 'A,2138-1234', '02138', true],
    ['a zip as a spreadsheet’s number', 'name,zip', 'A,2138.0', '02138', true],
  ])('%s', async (_, head, line, postcode, placed) => {
    const [account] = (await read(table(head, line))).accounts;
    expect([account?.postcode, account?.place !== undefined]).toEqual([postcode, placed]);
  });

  test('how many were placed by what adds up', async () => {
    const { placed } = await read(
      table('name,lat,lon,zip', 'A,40,-90,', 'B,,,10001', 'C,,,10099', 'D,,,', 'E,95,95,60601'),
    );
    expect(placed).toEqual({ coordinates: 1, postcode: 2, area: 1, none: 1 });
  });
});

describe('files', () => {
  test('a mark, CRLF, quotes, line ends in cells and formulas are read as they stand', async () => {
    const text = '\uFEFFAccount ID,Account Name,Spend\r\n1,"Smith, ""Jo""\r\n& Sons",5\r\n2,=SUM(A1),6\r\n';
    const { accounts } = await read(fileOf('a.csv', text));
    expect(accounts.map(({ name }) => name)).toEqual(['Smith, "Jo"\n& Sons', '=SUM(A1)']);
  });

  test.each([
    ['', 'file-empty'],
    ['id,name\n', 'file-empty'],
    ['one\ntwo\n', 'file-no-table'],
    [`id,name\n${'1,A\n'.repeat(MOST_ACCOUNTS + 1)}`, 'accounts-too-many'],
    ['PK\u0003\u0004', 'file-binary'],
  ])('%j is refused', async (text, code) => {
    const result = await importAccounts(fileOf('a.csv', text), settings);
    expect(result.ok ? [] : result.problems.map((each) => each.code)).toEqual([code]);
  });

  test('a workbook is read as a CSV file of the same cells is', async () => {
    const rows = [
      ['Account ID', 'Account Name', 'Zip', 'Spend'],
      ['001', 'Fjord & Sons', 2138, 12.5],
      ['002', 'Tejo', '10001', ''],
    ];
    const csv = await read(fileOf('a.csv', rows.map((row) => row.join(',')).join('\n')));
    const workbook = await read(fileOf('a.xlsx', workbookOf(rows)));
    expect(workbook.accounts).toEqual(csv.accounts);
    expect(wordsOf(workbook, 'postcode-zeros')).toHaveLength(1);
  });

  test.each(['not a workbook', 'PK\u0003\u0004 cut off'])(
    '%j as a workbook is refused in words',
    async (text) => {
      const result = await importAccounts(fileOf('a.xlsx', text), settings);
      expect(result.ok ? [] : result.problems.map((each) => each.code)).toEqual(['file-unreadable']);
    },
  );
});

describe('adopted by a plan', () => {
  const plan = frozen(makeFullPlan());

  test('accounts are its book, territories are matched by name or new, and the plan is sound', async () => {
    const imported = await read(
      table('Account ID,Account Name,Territory,Spend', 'a-1,A,nordics,5', 'n-1,B,Atlantis,', 'n-2,C,,7'),
    );
    const next = adoptAccounts(plan, imported, 'As imported');
    expect(next.territories.map(({ name }) => name)).toEqual(['Nordics', 'Iberia', 'Atlantis']);
    expect(next.accountBook?.splits.map(({ name, territoryOf }) => [name, territoryOf])).toEqual([
      ['As imported', ['nordics', 'territory-1', '']],
      ['Today', ['nordics', '', '']],
      ['Fairer', ['nordics', '', '']],
    ]);
    expect(next.accountBook).toMatchObject({ balancedBy: 'measure-1' });
    expect(next.accountBook).not.toHaveProperty('inForce');
    expect(parsePlan(JSON.parse(JSON.stringify(next)))).toEqual({ ok: true, value: next });
  });

  test('rules by a measure go by the one of its name in the new file, and those by none are gone', async () => {
    const first = await read(table('Account ID,Account Name,Spend,Visits', 'a-1,A,5,1'));
    const begun = adoptAccounts(plan, first, 'First');
    const { id, name } = begun.accountBook!.splits[0]!;
    const [spend, visits] = begun.accountBook!.measures.map((each) => each.id);
    const to = begun.territories[0]!.id;
    const ruled = [spend!, visits!].reduce(
      (next, of) =>
        addRule(next, id, {
          when: [{ kind: 'measure', measureId: of, atLeast: 3 }],
          territoryId: to,
        }),
      begun,
    );
    const second = await read(table('Account ID,Account Name,Employees,spend ', 'a-1,A,900,5'));
    const next = adoptAccounts(ruled, second, 'Second');
    expect(next.accountBook?.measures.map((each) => [each.id, each.name])).toEqual([
      ['measure-1', 'Employees'],
      ['measure-2', 'spend'],
    ]);
    const rules = next.accountBook?.splits.find((each) => each.name === name)?.rules;
    expect(rules).toEqual([
      { when: [{ kind: 'measure', measureId: 'measure-2', atLeast: 3 }], territoryId: to },
    ]);
    expect(parsePlan(JSON.parse(JSON.stringify(next)))).toEqual({ ok: true, value: next });
  });
});
