import { describe, expect, test } from 'vitest';
import { MOST_ACCOUNTS } from '../../src/model/accountBook';
import type { ImportedAccounts, TableChoices } from '../../src/model/importedAccounts';
import { importAccounts } from '../../src/io/accounts/importAccounts';
import { parseDegrees } from '../../src/io/accounts/parseDegrees';
import { unpackPostcodes } from '../../src/io/accounts/postcodePlaces';
import { readTypedPlace } from '../../src/io/accounts/readTypedPlace';
import type { NamedStream } from '../../src/io/csvText';
import { packZips } from '../../scripts/vite-zips.mjs';
import { fileOf } from '../support/crmFiles';
import { workbookOf, workbookOfSheets } from '../support/workbookOf';

const postcodes = unpackPostcodes(packZips());
const loadPostcodes = () => Promise.resolve(postcodes);

const tryRead = (file: NamedStream, choices: TableChoices = {}) =>
  importAccounts(file, { ...choices, loadPostcodes });
async function read(file: NamedStream, choices: TableChoices = {}): Promise<ImportedAccounts> {
  const result = await tryRead(file, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const table = (...lines: string[]) => fileOf('accounts.csv', lines.join('\n'));
const saidOf = ({ problems }: ImportedAccounts) =>
  problems.map(({ rule, row, column, message, action }) => [rule, row, column, `${message}; ${action}`]);
const rulesOf = ({ problems }: ImportedAccounts) => problems.map(({ rule }) => rule);
const refusal = async (file: NamedStream, choices?: TableChoices) => {
  const result = await tryRead(file, choices);
  return result.ok ? undefined : result.problems[0];
};

describe('coordinates', () => {
  test.each([
    ['40.7128', 40.7128],
    ['40,7128', 40.7128],
    ['-74.006', -74.006],
    ['−74.006', -74.006],
    ['74.006° W', -74.006],
    ['W 74.006', -74.006],
    ['40°42\'46"N', 40.712778],
    ['40° 42′ 46.1″ S', -40.712806],
    ["N40°42.767'", 40.712783],
    ['40 42 46 N', 40.712778],
    ['40:42:46', 40.712778],
    ["-74°0'21''", -74.005833],
    ['0', 0],
    ['40°72\'46"N', undefined],
    ['N 40 S', undefined],
    ['40.712.776', undefined],
    ['40 Main Street', undefined],
    ['', undefined],
  ])('%s are %s degrees', (cell, degrees) => {
    const read = parseDegrees(cell);
    if (degrees === undefined) expect(read).toBeUndefined();
    else expect(read).toBeCloseTo(degrees, 6);
  });

  const europe = [
    [52.52, 13.4],
    [48.86, 2.35],
    [51.51, -0.13],
    [59.91, 10.75],
    [45.46, 9.19],
    [52.37, 4.9],
    [40.42, -3.7],
  ] as const;
  const rowsOf = (pairs: readonly (readonly [number, number])[]) =>
    table('name,latitude,longitude', ...pairs.map(([lat, lon], index) => `C${index},${lat},${lon}`));
  const turned = (pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([lat, lon]) => [lon, lat] as const);

  test('the whole column is doubted where each row is sound and the customers would lie in the sea', async () => {
    const imported = await read(rowsOf(turned(europe)));
    expect(imported.problems.filter(({ rule }) => rule === 'place-swapped')).toEqual([]);
    expect(imported.swapDoubt).toBe('as they stand 6 of 7 lie in seas or deserts, the other way round none');
    // the mend: the two columns' roles exchanged
    const mended = await read(rowsOf(turned(europe)), { roles: ['name', 'lon', 'lat'] });
    expect(mended.accounts[0]?.place).toEqual({ lat: 52.52, lon: 13.4 });
    expect(mended.swapDoubt).toBeUndefined();
  });

  test.each([
    ['Europe', europe],
    [
      'the Gulf',
      [
        [25.2, 55.27],
        [24.45, 54.38],
        [26.22, 50.58],
      ] as const,
    ],
    [
      'East Africa',
      [
        [-1.29, 36.82],
        [0.35, 32.58],
        [9.03, 38.74],
      ] as const,
    ],
    [
      'India',
      [
        [19.08, 72.88],
        [28.61, 77.21],
        [12.97, 77.59],
      ] as const,
    ],
    [
      'Brazil',
      [
        [-23.55, -46.63],
        [-22.91, -43.17],
        [-3.12, -60.02],
      ] as const,
    ],
    [
      'Nigeria',
      [
        [6.52, 3.38],
        [9.08, 7.4],
        [4.82, 7.03],
      ] as const,
    ],
    [
      'the States',
      [
        [40.71, -74],
        [41.88, -87.63],
        [34.05, -118.24],
      ] as const,
    ],
    [
      'Australia',
      [
        [-33.87, 151.21],
        [-37.81, 144.96],
        [-31.95, 115.86],
      ] as const,
    ],
  ])('of %s as they are, no doubt is cast', async (_, places) => {
    expect((await read(rowsOf(places))).swapDoubt).toBeUndefined();
  });

  test('rows that can only be the other way round speak for those that could be either', async () => {
    const imported = await read(
      rowsOf([...turned(europe.slice(0, 2)), [-118.24, 34.05], [-87.6, 41.9], [151.2, -33.9]]),
    );
    expect(rulesOf(imported).filter((rule) => rule === 'place-swapped')).toHaveLength(3);
    expect(imported.swapDoubt).toBe('3 could only be read the other way round, and 2 could be either');
  });

  test('metres of a projection and places beyond the map name row, column, rule and value, and the reason is kept', async () => {
    const imported = await read(
      table('id,name,lat,lon', '1,Metres,4507523,583960', '2,Beyond,41,-200', '3,Half,41,', '4,Sound,41,-88'),
    );
    expect(saidOf(imported)).toEqual([
      [
        'place-out-of-range',
        2,
        'lat',
        'a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got 4507523, 583960: metres of a map projection must be turned into degrees; not used; the postcode is, where there is one',
      ],
      [
        'place-out-of-range',
        3,
        'lon',
        'a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got 41, -200; not used; the postcode is, where there is one',
      ],
      [
        'place-half',
        4,
        'lon',
        'a longitude must be in degrees, got nothing; not used; the postcode is, where there is one',
      ],
    ]);
    expect(imported.placed).toEqual({ coordinates: 1, postcode: 0, area: 0, none: 3 });
    expect(imported.unplaced.map(({ id, reason }) => [id, reason.split(',')[0]])).toEqual([
      ['1', 'a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees'],
      ['2', 'a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees'],
      ['3', 'a longitude must be in degrees'],
    ]);
  });
});

describe('postcodes', () => {
  test('of other countries are kept without a place, and listed with the country', async () => {
    const imported = await read(
      table('id,name,zip', '1,A,K1A 0B1', '2,B,SW1A 1AA', '3,C,02138-1234', '4,D,2138', '5,E,00000'),
    );
    expect(imported.accounts.map(({ postcode, place }) => [postcode, place !== undefined])).toEqual([
      ['K1A 0B1', false],
      ['SW1A 1AA', false],
      ['02138', true],
      ['02138', true],
      ['00000', false],
    ]);
    expect(imported.unplaced).toEqual([
      { id: '1', reason: 'only postcodes of the United States can be placed, got “K1A 0B1” of Canada' },
      {
        id: '2',
        reason: 'only postcodes of the United States can be placed, got “SW1A 1AA” of the United Kingdom',
      },
      { id: '5', reason: 'a postcode must be one of the United States, got 00000' },
    ]);
  });

  test('of the States are read where the row says so, though most of the column is of another country', async () => {
    const { accounts } = await read(
      table(
        'name,postal code,country',
        'A,K1A 0B1,Canada',
        'B,M5V 3L9,Canada',
        'C,H2Y 1C6,Canada',
        'D,2138,USA',
        'E,10115,Germany',
      ),
    );
    expect(accounts.map(({ postcode, place }) => [postcode, place !== undefined]).slice(3)).toEqual([
      ['02138', true],
      ['10115', false],
    ]);
  });

  test.each([
    ['02138', { lat: 42.38, lon: -71.13 }, '02138'],
    ['2138', { lat: 42.38, lon: -71.13 }, '02138'],
    ['42.37, -71.11', { lat: 42.37, lon: -71.11 }, undefined],
    ['42,37; -71,11', { lat: 42.37, lon: -71.11 }, undefined],
    ['42.37 -71.11', { lat: 42.37, lon: -71.11 }, undefined],
    ['42°22\'12"N 71°06\'36"W', { lat: 42.37, lon: -71.11 }, undefined],
  ])('%s typed by hand is a place', async (text, place, postcode) => {
    const found = await readTypedPlace(text, loadPostcodes);
    expect(found.ok && found.value.postcode).toBe(postcode);
    expect(found.ok && Math.abs(found.value.place.lat - place.lat)).toBeLessThan(0.02);
    expect(found.ok && Math.abs(found.value.place.lon - place.lon)).toBeLessThan(0.02);
  });

  test.each([
    ['Boston', 'a place must be a US postcode or “latitude, longitude” in degrees, got “Boston”'],
    ['00000', 'a postcode must be one of the United States, got 00000'],
    ['95, 200', 'a latitude must be from −90 to 90 and a longitude from −180 to 180 degrees, got 95, 200'],
    ['', 'a place must be a US postcode or “latitude, longitude” in degrees, got “”'],
  ])('%s typed by hand is refused in words', async (text, message) => {
    expect(await readTypedPlace(text, loadPostcodes)).toMatchObject({ ok: false, problems: [{ message }] });
  });
});

describe('ids', () => {
  test('that a spreadsheet has rounded are not taken for one account', async () => {
    const imported = await read(table('id,name', '1.23457E+15,A', '1.23457E+15,B', '1.23457E+15,'));
    expect(imported.accounts.map(({ id }) => id)).toEqual(['A', 'B', '1.23457E+15']);
    expect(saidOf(imported)[1]).toEqual([
      'id-rounded',
      2,
      'id',
      'an id must be whole, got 1.23457E+15, which a spreadsheet has rounded; its name stands in for it',
    ]);
  });

  test('are twice in the table: the second is left out; where names stand in for them both are kept', async () => {
    const twice = await read(table('id,zip', '1,10001', '1,60601'));
    expect(saidOf(twice)).toEqual([
      ['id-duplicate', 3, 'id', 'an id must be unique, got “1” again, first in row 2; left out'],
    ]);
    const named = await read(table('name,zip', 'Shop,10001', 'Shop,60601', 'Shop,94105'));
    expect(named.accounts.map(({ id, name }) => [id, name])).toEqual([
      ['Shop', 'Shop'],
      ['Shop #2', 'Shop'],
      ['Shop #3', 'Shop'],
    ]);
    expect(rulesOf(named)).toEqual(['column-id-missing', 'name-duplicate', 'name-duplicate']);
  });
});

describe('measures of other locales', () => {
  test.each([
    ['dollars', ['$1,200,000.50', '$3.00', 'US$ 5'], [1_200_000.5, 3, 5]],
    ['euros', ['1.234,50 €', '€ 12,00', '3.000.000,00'], [1234.5, 12, 3_000_000]],
    ['Swiss francs', ["CHF 1'234.50", '1’000’000', '7'], [1234.5, 1_000_000, 7]],
    ['blanks', ['1 234,50', '1 000', '2,5'], [1234.5, 1000, 2.5]],
    ['kroner', ['1 234 kr', '5 kr', '7,5 kr'], [1234, 5, 7.5]],
    ['lakhs', ['₹12,34,567', '₹5', '₹1,00,000'], [1_234_567, 5, 100_000]],
    ['hours', ['12 hrs', '1.5 hrs', '0 hrs'], [12, 1.5, 0]],
    ['brackets for negatives', ['(1,200)', '-5', '6'], [null, null, 6]],
    ['nothing and zero', ['', 'n/a', '0'], [null, null, 0]],
  ])('%s', async (_, cells, values) => {
    const lines = cells.map((cell, index) => `${index},"${cell}"`);
    const { accounts } = await read(table('id,spend', ...lines), { roles: ['id', 'potential'] });
    expect(accounts.map((account) => account.values[0])).toEqual(values);
  });

  test('a unit beside every number is said once, another word is said by its row', async () => {
    const imported = await read(table('id,effort', '1,12 hrs', '2,3 hrs', '3,4 hrs', '4,5 days'), {
      roles: ['id', 'workload'],
    });
    expect(saidOf(imported).slice(1)).toEqual([
      [
        'measure-unit',
        undefined,
        'effort',
        'a measure must be a number, got numbers with “hrs” beside them; read as the numbers alone',
      ],
      ['measure-unreadable', 5, 'effort', 'a measure must be a number, got “5 days”; taken as not known'],
    ]);
  });
});

describe('files', () => {
  test.each([
    ['semicolons', 'id;name;lat;lon\n1;Blåfjell;59,91;10,75\n', 'a.csv'],
    ['tabs', 'id\tname\tlat\tlon\n1\tBlåfjell\t59.91\t10.75\n', 'a.tsv'],
    ['bars', 'id|name|lat|lon\n1|Blåfjell|59.91|10.75\n', 'a.txt'],
  ])('cut by %s', async (_, text, name) => {
    const [account] = (await read(fileOf(name, text))).accounts;
    expect(account).toMatchObject({ id: '1', name: 'Blåfjell', place: { lat: 59.91, lon: 10.75 } });
  });

  test('in Latin-1 and UTF-16 are read with their accents', async () => {
    const text = 'id,name\n1,Café Ærø\n';
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    for (const bytes of [latin, wide])
      expect((await read(fileOf('a.csv', bytes))).accounts[0]?.name).toBe('Café Ærø');
  });

  test('without a row of headings lose no account: the reader says what the columns are', async () => {
    const text = ['001,Fjord,40.7,-74', '002,Tejo,41.9,-87.6'];
    const imported = await read(table(...text));
    expect(imported).toMatchObject({ headless: true, accounts: [] });
    expect(imported.columns.map(({ heading, samples }) => [heading, samples])).toEqual([
      ['Column 1', ['001', '002']],
      ['Column 2', ['Fjord', 'Tejo']],
      ['Column 3', ['40.7', '41.9']],
      ['Column 4', ['-74', '-87.6']],
    ]);
    expect(rulesOf(imported)).toEqual(['column-id-missing', 'headings-missing']);
    const told = await read(table(...text), { roles: ['id', 'name', 'lat', 'lon'] });
    expect(told.accounts.map(({ name }) => name)).toEqual(['Fjord', 'Tejo']);
    const headed = await read(table(...text), { roles: ['id', 'name', 'lat', 'lon'], headless: false });
    expect(headed.accounts.map(({ name }) => name)).toEqual(['Tejo']);
    expect((await read(table('Kunde,2023,2024', 'A,5,6'))).headless).toBe(false);
  });

  test('with titles above their headings are read from the headings on', async () => {
    const imported = await read(table('Accounts of the West', '', 'id,zip', '1,10001', '2,60601'));
    expect(imported.accounts.map(({ id }) => id)).toEqual(['1', '2']);
    expect(saidOf(imported)).toEqual([
      [
        'rows-above',
        1,
        undefined,
        'a table must begin with its headings, got “Accounts of the West”; passed over',
      ],
    ]);
  });

  test('of 100,000 rows are refused with the limit, before anything is lost', async () => {
    const problem = await refusal(fileOf('a.csv', `id,name\n${'1,A\n'.repeat(100_000)}`));
    expect(problem).toMatchObject({
      code: 'accounts-too-many',
      message: `a.csv must have at most ${MOST_ACCOUNTS.toLocaleString('en-US')} accounts, got 100,000: keep those with the most potential, and the others as one account a postcode`,
    });
  });

  const deals =
    'Account Name,Opportunity Owner,Stage,Close Date,Amount\nFjord,Ann,Closed Won,2025-03-04,5000\n';

  test('of deals are refused as such, unless they are to be read all the same', async () => {
    expect(await refusal(fileOf('deals.csv', deals))).toMatchObject({
      code: 'table-of-deals',
      message:
        'deals.csv must be a table of accounts, one a row, got one of deals (a stage, an amount and a closing date): “Account Name”, “Opportunity Owner”, “Stage”, “Close Date”, “Amount”',
    });
    expect((await read(fileOf('deals.csv', deals), { asAccounts: true })).accounts).toHaveLength(1);
  });

  test.each([
    [['id', 'id'], 'one column at most must hold the ids, got “a” and “b”'],
    [
      ['potential', 'potential'],
      'one column at most must hold the potential, since two would be added up, got “a” and “b”',
    ],
    [['id', 'lat'], 'latitudes must come with longitudes, got “b” alone'],
  ] as const)('%j contradict each other', async (roles, message) => {
    expect(await refusal(table('a,b', '1,2'), { roles })).toMatchObject({
      code: 'roles-contradict',
      message,
    });
  });
});

describe('workbooks', () => {
  const sheets = {
    Cover: [['Accounts']],
    West: [
      ['Account ID', 'Name'],
      ['1', 'A'],
    ],
    East: [
      ['Account ID', 'Name'],
      ['2', 'B'],
      ['3', 'C'],
    ],
  };

  test('of several sheets are read from the first with a table, or from the one that is chosen', async () => {
    const first = await read(fileOf('a.xlsx', workbookOfSheets(sheets)));
    expect(first.sheets).toEqual({ names: ['Cover', 'West', 'East'], read: 'West' });
    const east = await read(fileOf('a.xlsx', workbookOfSheets(sheets)), { sheet: 'East' });
    expect(east.sheets?.read).toBe('East');
    expect(east.accounts.map(({ name }) => name)).toEqual(['B', 'C']);
  });

  test('give formulas by their last value, days as days, and name the cells in which a formula failed', async () => {
    const rows = [
      ['Account ID', 'Name', 'Spend', 'Hours', 'Zip'],
      ['1', { formula: 'CONCATENATE("Fj","ord")', value: 'Fjord' }, { formula: 'C3*2', value: 84 }, 5, 2138],
      ['2', { day: 46_082 }, { error: '#DIV/0!' }, { day: 46_082 }, 60601],
      ['3', 'Tejo', 42, 7, 10001],
      ['4', 'Ask', 1, 8, 10001],
      ['5', 'Ull', 2, 9, 10001],
    ];
    const imported = await read(fileOf('a.xlsx', workbookOf(rows)));
    expect(imported.accounts.slice(0, 2)).toMatchObject([
      { name: 'Fjord', postcode: '02138', values: [84, 5] },
      { name: '2026-03-01', postcode: '60601', values: [null, null] },
    ]);
    expect(
      saidOf(imported).filter(([rule]) => rule === 'measure-unreadable' || rule === 'cell-error'),
    ).toEqual([
      [
        'cell-error',
        3,
        'Spend',
        'a cell must hold a value, got #DIV/0!, an error of the spreadsheet; read as blank',
      ],
      ['measure-unreadable', 3, 'Hours', 'a measure must be a number, got “2026-03-01”; taken as not known'],
    ]);
  });

  test('saved as CSV name the cells in which a formula failed', async () => {
    const imported = await read(table('id,zip,spend', '1,#REF!,#DIV/0!', '2,10001,5'), {
      roles: ['id', 'postcode', 'potential'],
    });
    expect(saidOf(imported).slice(0, 2)).toEqual([
      [
        'cell-error',
        2,
        'zip',
        'a cell must hold a value, got #REF!, an error of the spreadsheet; read as blank',
      ],
      [
        'cell-error',
        2,
        'spend',
        'a cell must hold a value, got #DIV/0!, an error of the spreadsheet; read as blank',
      ],
    ]);
    expect(imported.accounts.map(({ values }) => values)).toEqual([[null], [5]]);
  });
});
