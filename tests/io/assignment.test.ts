import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountsGeoJson } from '../../src/io/accounts/accountsGeoJson';
import { assignmentRows } from '../../src/io/accounts/assignmentRows';
import { importAssignment } from '../../src/io/accounts/importAssignment';
import type { NamedStream } from '../../src/io/csvText';
import { toCsv } from '../../src/io/summaryCsv';
import type { AccountBook } from '../../src/model/accountBook';
import { adoptAssignment } from '../../src/model/adoptAccounts';
import { compareAssignment } from '../../src/model/compareAssignment';
import type { ImportedAssignment, TableChoices } from '../../src/model/importedAccounts';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { accountId, splitId, territoryId } from '../../src/model/units';
import { fileOf } from '../support/crmFiles';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const full = frozen(makeFullPlan());
const fair = splitId('fair');
const today = splitId('today');

const bookOf = (plan: Plan): AccountBook => {
  if (plan.accountBook === undefined) throw new Error('the plan must have a book');
  return plan.accountBook;
};
async function read(
  file: NamedStream,
  book = bookOf(full),
  choices: TableChoices = {},
): Promise<ImportedAssignment> {
  const result = await importAssignment(file, book, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('the table for the CRM', () => {
  test('has each account’s old and new territory, owner, people and reason', () => {
    const rows = assignmentRows(full, fair, {
      reasonOf: (account) => (account === 0 ? 'Nearer' : undefined),
    });
    expect(rows).toEqual([
      {
        'Account ID': 'a-1',
        Account: 'Fjord Foods',
        'Old territory': 'Nordics',
        'Old owner': 'Ines',
        'New territory': 'Nordics',
        'New owners': 'ae-1; ae-2',
        Moved: 'no',
        Reason: 'Nearer',
      },
      {
        'Account ID': 'a-2',
        Account: 'Tejo',
        'Old territory': 'Iberia',
        'Old owner': '',
        'New territory': 'Iberia',
        'New owners': 'ae-3; ent-1',
        Moved: 'no',
        Reason: '',
      },
      {
        'Account ID': 'a-3',
        Account: 'Nobody knows where',
        'Old territory': '',
        'Old owner': '',
        'New territory': 'Iberia',
        'New owners': 'ae-3; ent-1',
        Moved: 'yes',
        Reason: 'Bought by Tejo',
      },
    ]);
    const moved = assignmentRows(full, today, { from: fair, movedOnly: true });
    expect(moved.map((row) => [row['Account ID'], row['Old territory'], row['New territory']])).toEqual([
      ['a-3', 'Iberia', ''],
    ]);
  });
});

describe('an assignment made elsewhere', () => {
  test('is matched by id or by name, the new territory before the old one', async () => {
    const text = 'Account ID,Old territory,New territory\na-2,Iberia,Nordics\na-1,Nordics,\n';
    const byId = await read(fileOf('a.csv', text));
    expect([byId.territoryNames, byId.matched]).toEqual([['', 'Nordics', undefined], 2]);
    const byName = await read(fileOf('a.csv', 'Account;Territory\n"FJORD  foods";Iberia\n'));
    expect(byName.territoryNames).toEqual(['Iberia', undefined, undefined]);
  });

  test('says which accounts it does not know, has twice, or lacks', async () => {
    const { problems } = await read(
      fileOf('a.csv', 'Account ID,Territory\na-9,Iberia\na-1,Iberia\na-1,Nordics\n'),
    );
    expect(problems.map(({ rule, row, message, action }) => [rule, row, message, action])).toEqual([
      [
        'account-absent',
        undefined,
        'every account must have a row, got none of Tejo (a-2)',
        'left where it is',
      ],
      [
        'account-absent',
        undefined,
        'every account must have a row, got none of Nobody knows where (a-3)',
        'left where it is',
      ],
      ['account-unknown', 2, 'an account must be one of the plan, got “a-9”', 'left out'],
      [
        'id-duplicate',
        4,
        'an account must be assigned once, got “a-1” again, first in row 3',
        'the first one holds',
      ],
    ]);
  });

  test('without the two columns is nothing yet, with the headings that were seen', async () => {
    const imported = await read(fileOf('a.csv', 'Account ID,Colour\na-1,red\n'));
    expect(imported).toMatchObject({
      matched: 0,
      columns: [{ heading: 'Account ID', role: 'id' }, { heading: 'Colour' }],
      problems: [
        {
          rule: 'columns-missing',
          message: expect.stringContaining('“Account ID”, “Colour”') as string,
          action: 'nothing was read',
        },
      ],
    });
    const told = await read(fileOf('a.csv', 'Account ID,Colour\na-1,red\n'), bookOf(full), {
      roles: ['id', 'territory'],
    });
    expect(told.territoryNames).toEqual(['red', undefined, undefined]);
  });

  test('finds ids that were written otherwise, says so, and never guesses between two', async () => {
    const ids = ['00042', '7', '007', '0015000000AbCdEAAV', '0015000000aBcDeAAX', 'ACME-1', 'twin', 'other'];
    const names = ['Zero', 'Seven', 'Bond', 'Upper', 'Lower', 'Acme', 'Same', 'Same'];
    const book: AccountBook = {
      accounts: ids.map((id, index) => ({ id: accountId(id), name: names[index] ?? '', values: [] })),
      measures: [],
      splits: [],
    };
    const lines = [
      '42.0,,N',
      '7,,N',
      '0007,,N',
      '0015000000AbCdE,,N',
      'acme-1,,N',
      'gone,Bond,N',
      'gone,Same,N',
      'gone,,N',
    ];
    const { territoryNames, unknown, problems } = await read(
      fileOf('a.csv', ['Account ID,Account,Territory', ...lines].join('\n')),
      book,
    );
    expect(territoryNames.map((name) => name ?? '-').join(' ')).toBe('N N N N - N - -');
    expect(unknown).toBe(3);
    const said = problems.flatMap(({ rule, row, action }) =>
      rule === 'account-absent' ? [] : [[rule, row, action]],
    );
    expect(said).toEqual([
      ['id-mended', 2, 'taken for 00042, which has leading zeros'],
      // 0007 is 7 or 007
      ['account-unknown', 4, 'left out'],
      ['id-mended', 5, 'taken for 0015000000AbCdEAAV, of 15 or 18 signs'],
      ['id-mended', 6, 'taken for ACME-1, in other letters'],
      ['id-mended', 7, 'taken for 007, by its name'],
      ['account-unknown', 8, 'left out'],
      ['account-unknown', 9, 'left out'],
    ]);
  });

  test('by names alone leaves out those that several accounts have', async () => {
    const book: AccountBook = {
      ...bookOf(full),
      accounts: bookOf(full).accounts.map((each) => ({ ...each, name: 'Same' })),
    };
    const { problems, unknown } = await read(fileOf('a.csv', 'Account,Territory\nsame,N\n'), book);
    expect(problems[0]).toMatchObject({ rule: 'account-absent' });
    expect(problems.at(-1)).toMatchObject({
      rule: 'account-ambiguous',
      row: 2,
      message: 'a name must be that of one account, got “same”, which 3 have',
    });
    expect(unknown).toBe(0);
  });

  test('of owners puts accounts where the plan’s people sit, and says what it changes', async () => {
    const imported = await read(
      fileOf('a.csv', 'Id,Account Owner\na-1,AE-3\na-2,ent-1\na-3,Nobody\nx-9,AE-3\n'),
    );
    expect(imported.namedBy).toBe('owner');
    const plan = adoptAssignment(full, imported, { name: 'Owners', from: today });
    expect(bookOf(plan).splits.at(-1)?.territoryOf).toEqual(['iberia', 'iberia', 'territory-1']);
    expect(compareAssignment(full, plan, imported, today)).toEqual({
      found: 3,
      unchanged: 1,
      moved: 2,
      unknown: 1,
      absent: 0,
      added: ['Nobody'],
    });
  });

  test('becomes one more split; unknown territories are new, accounts it does not name stay', async () => {
    const imported = await read(fileOf('a.csv', 'Account ID,Territory\na-1,Atlantis\n'));
    const plan = adoptAssignment(full, imported, { name: 'From the CRM', from: today });
    expect(plan.territories.at(-1)).toEqual({ id: 'territory-1', name: 'Atlantis', workload: 0 });
    expect(bookOf(plan).splits.at(-1)).toEqual({
      id: 'split-1',
      name: 'From the CRM',
      from: today,
      territoryOf: ['territory-1', 'iberia', ''],
      locked: [],
    });
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
  });

  test('that was written here is read back to the same split, whatever the names', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .map((value) => value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim())
      .filter(
        (value) => value !== '' && !/^(none|null|n\/a|na|nan|nil|-|–|—|\\n|#n\/a|\(blank\))$/i.test(value),
      );
    const tricky = fc.constantFrom(
      '=1+1',
      '+x',
      '-5',
      '@me',
      "'quoted'",
      'a,b',
      'a;b',
      '"q"',
      'two\nlines',
      'é',
    );
    const names = fc.uniqueArray(fc.oneof(text, tricky), {
      minLength: 2,
      maxLength: 6,
      selector: (name) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '),
    });
    await fc.assert(
      fc.asyncProperty(
        names,
        names,
        fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
        async (ids, called, at) => {
          const territories = called.map((name, index) => ({
            id: territoryId(`t${index}`),
            name,
            workload: 0,
          }));
          const territoryOf = ids.map((_, index) => territories[at[index] ?? 0]?.id ?? ('' as const));
          const book: AccountBook = {
            accounts: ids.map((id) => ({ id: accountId(id), name: 'Same', values: [] })),
            measures: [],
            splits: [{ id: today, name: 'Today', territoryOf, locked: [] }],
          };
          const plan: Plan = { ...full, territories, seats: [], accountBook: book };
          const imported = await read(fileOf('back.csv', toCsv(assignmentRows(plan, today))), book);
          const next = adoptAssignment(plan, imported, { name: 'Back' });
          expect(bookOf(next).splits.at(-1)?.territoryOf).toEqual(territoryOf);
          expect(next.territories).toEqual(territories);
          expect(imported.problems).toEqual([]);
        },
      ),
      { seed: 9, numRuns: 60 },
    );
  });
});

test('formulas in names are guarded in the file', () => {
  const plan: Plan = {
    ...full,
    accountBook: {
      ...bookOf(full),
      accounts: bookOf(full).accounts.map((each) => ({ ...each, name: '=A1' })),
    },
  };
  expect(csvParse(toCsv(assignmentRows(plan, fair)))[0]?.['Account']).toBe("'=A1");
});

test('GeoJSON has every account, without a geometry where it has no place', () => {
  const parsed = JSON.parse(accountsGeoJson(full, fair)) as { features: readonly unknown[] };
  expect(parsed).toMatchObject({ type: 'FeatureCollection' });
  expect(parsed.features).toHaveLength(3);
  expect(parsed.features[0]).toEqual({
    type: 'Feature',
    id: 'a-1',
    geometry: { type: 'Point', coordinates: [10.75, 59.91] },
    properties: {
      name: 'Fjord Foods',
      territory: 'Nordics',
      territoryId: 'nordics',
      owner: 'Ines',
      postcode: '0150',
      measures: { Spend: 120_000, Hours: 60 },
    },
  });
  expect(parsed.features[2]).toMatchObject({ geometry: null, properties: { measures: { Spend: null } } });
});
