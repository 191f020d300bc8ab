import { describe, expect, test } from 'vitest';
import type { NamedStream } from '../../src/io/csvText';
import { importHistory } from '../../src/io/history/importHistory';
import { LISTED_PROBLEMS } from '../../src/model/history';
import { countsOf, crmFiles, fileOf, historyOf, problemsOf } from '../support/crmFiles';

const HEAD = 'Opportunity ID,Opportunity Owner,Stage,Close Date,Amount,Created Date,Product Name\n';
const deals = (...rows: string[]) => fileOf('deals.csv', HEAD + rows.join('\n'));
const refusal = async (...files: NamedStream[]) => {
  const history = await importHistory(files);
  return history.ok
    ? 'imported'
    : history.problems.map(({ code, message }) => `${code}: ${message}`).join('\n');
};

describe('bad files', () => {
  test('an empty file, a headings-only file and a single column are refused in words', async () => {
    expect(await refusal(fileOf('a.csv', ''))).toBe(
      'file-empty: a.csv must have a row of headings and rows below it, got an empty file',
    );
    expect(await refusal(fileOf('a.csv', HEAD))).toMatch(
      /^file-empty: a.csv must have rows below its headings, got the headings alone: “Opportunity ID”/,
    );
    expect(await refusal(fileOf('a.txt', 'Dear all,\nplease find the numbers below.\nRegards\n'))).toMatch(
      /^(file-no-table|file-unrecognised)/,
    );
    expect(await refusal(fileOf('a.csv', 'Owner^Stage^Amount\nAnna^Won^5\n'))).toMatch(
      /^file-no-table: .*a single column: “Owner\^Stage\^Amount”/,
    );
  });

  test('missing columns are named, with the headings that were seen', async () => {
    expect(await refusal(fileOf('a.csv', 'Owner,Stage,Create Date\nAnna,Won,2024-01-01\n'))).toBe(
      'columns-missing: a.csv: a table of opportunities must have a column for the amount and for the closing date, got the headings “Owner”, “Stage”, “Create Date”',
    );
  });

  test('a table without headings is told to get some', async () => {
    expect(await refusal(fileOf('a.csv', 'Anna,Won,2024-01-01,500\nBen,Lost,2024-02-01,700\n'))).toMatch(
      /put a row of headings above it$/,
    );
  });

  test('one file that is no table keeps all of them out', async () => {
    const refused = await refusal(
      deals('1,Anna,Won,2024-01-05,10,2024-01-01,A'),
      fileOf('b.xlsx', new Uint8Array([0x50, 0x4b, 3, 4])),
    );
    expect(refused).toMatch(/^file-binary: b.xlsx/);
  });

  test('a table of something else is left out beside a table of opportunities', async () => {
    const history = await historyOf([
      deals('1,Anna,Won,2024-01-05,10,2024-01-01,A'),
      fileOf('accounts.csv', 'account,sector\nA,b\n'),
    ]);
    expect(history.files.map(({ name, kind }) => [name, kind])).toEqual([
      ['accounts.csv', 'unrecognised'],
      ['deals.csv', 'opportunities'],
    ]);
    expect(problemsOf(history, 'file-left-out')).toHaveLength(1);
  });

  test('a table of accounts is told as one, alone or beside others, and a table of deals never is', async () => {
    const accounts = fileOf(
      'accounts.csv',
      'Account ID,Account Name,Billing Zip/Postal Code,Account Owner,Annual Revenue\n1,A,02138,Ann,5\n',
    );
    expect(await refusal(accounts)).toBe(
      'table-of-accounts: accounts.csv: a table must be one of opportunities, sellers or products, got one of accounts, which belongs in Territories: “Account ID”, “Account Name”, “Billing Zip/Postal Code”, “Account Owner”, “Annual Revenue”',
    );
    const history = await historyOf([deals('1,Anna,Won,2024-01-05,10,2024-01-01,A'), accounts]);
    expect(history.files.map(({ ofAccounts }) => ofAccounts)).toEqual([true, undefined]);
    expect(
      await refusal(fileOf('a.csv', 'Account Name,Billing Zip,Owner,Close Date\nA,02138,Anna,2024-01-01\n')),
    ).toMatch(/^columns-missing/);
  });

  test('no file, and an aborted import, are problems', async () => {
    expect(await refusal()).toMatch(/^file-none/);
    const history = await importHistory([deals('1,Anna,Won,2024-01-05,10,2024-01-01,A')], {
      signal: AbortSignal.abort(),
    });
    expect(history.ok ? 'imported' : history.problems.map(({ code }) => code)).toEqual(['aborted']);
  });
});

describe('bad rows', () => {
  test('each is reported by row and column with what was done', async () => {
    const history = await historyOf([
      deals(
        '1,Anna,Won,2024-01-05,3956.65x,2024-01-01,GTX Pro',
        '1,Anna,Won,2024-01-06,10,2024-01-01,GTX Pro',
        '2,Ben,Closed Won,2024-02-30,10,2024-01-01,GTX Pro',
        '3,Ben,Lost,2024-02-01,,2024-03-01,GTXPro',
        '4,Ben,Won,2024-02-01,0,2024-01-01,None',
        '5,,Won,2024-02-01,70,2024-01-01,GTX Pro',
        '6,Integration User,Won,2024-02-01,70,2024-01-01,GTX Pro',
        '7,BEN,,2024-02-01,seven,2024-01-01,GTX Pro,surplus',
        '8,Ben,Lost',
        '9,Ben,Stage,soon,5,2024-01-01,GTX Pro',
      ),
    ]);
    expect(history.problems.map(({ row, column, rule, action }) => [row, column, rule, action])).toEqual([
      [undefined, 'Product Name', 'name-spelling', 'read as “GTX Pro”'],
      [undefined, 'Opportunity Owner', 'name-spelling', 'read as “Ben”'],
      [2, 'Amount', 'amount-stray-text', 'read as 3956.65'],
      [3, 'Opportunity ID', 'id-duplicate', 'left out; deals.csv, row 2 counts'],
      [4, 'Close Date', 'date-impossible', 'read as blank'],
      [4, 'Close Date', 'closed-date-missing', 'counted in the win rate, in no month'],
      [5, 'Close Date', 'closed-before-created', 'the closing date was kept, the creation read as blank'],
      [6, 'Amount', 'won-without-amount', 'counted in the win rate, in no bookings and no deal size'],
      [7, undefined, 'owner-blank', 'kept in the totals, given to no seat'],
      [8, undefined, 'owner-robot', 'kept in the totals, given to no seat'],
      [9, undefined, 'cells-surplus', 'the surplus was passed over'],
      [9, 'Stage', 'outcome-blank', 'read as open'],
      [9, 'Amount', 'amount-unreadable', 'read as blank'],
      [10, undefined, 'cells-missing', 'the missing cells were read as blank'],
      [10, 'Close Date', 'closed-date-missing', 'counted in the win rate, in no month'],
      [11, 'Stage', 'cell-is-heading', 'read as blank'],
      [11, 'Stage', 'outcome-blank', 'read as open'],
      [11, 'Close Date', 'date-unreadable', 'read as blank'],
    ]);
    expect(countsOf(history)).toEqual([5, 2, 2, 2]);
    expect(history.sellers.map(({ name }) => name)).toEqual(['Anna', 'Ben']);
    expect(new Set(history.opportunities.map(({ product }) => product))).toEqual(
      new Set(['GTX Pro', undefined]),
    );
  });

  test('dates that no row settles are read by a stated assumption', async () => {
    const history = await historyOf([
      deals('1,Anna,Won,05/06/2024,10,05/01/2024,A', '2,Anna,Won,07/06/2024,10,05/01/2024,A'),
    ]);
    expect(history.opportunities[0]?.closed).toBe('2024-05-06');
    expect(problemsOf(history, 'date-order-assumed')).toEqual([
      '- Created Date: the order of day and month must show in some row, got 1 different dates that can be read both ways → assumed to be month/day/year',
      '- Close Date: the order of day and month must show in some row, got 2 different dates that can be read both ways → assumed to be month/day/year',
    ]);
  });

  test('problems beyond the list are counted exactly', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index},Anna,Won,2024-01-05,5z,2024-01-01,A`);
    const history = await historyOf([deals(...rows)]);
    expect(history.problemCounts).toEqual([
      {
        rule: 'amount-stray-text',
        title: 'Amounts with other signs in them',
        count: 300,
        listed: LISTED_PROBLEMS,
      },
    ]);
    expect(history.problems).toHaveLength(LISTED_PROBLEMS);
  });

  test('blank lines keep the row numbers of the spreadsheet, and a quoted line end is one row', async () => {
    const history = await historyOf([
      deals(
        '1,Anna,Won,2024-01-05,5,2024-01-01,"A\nB"',
        '',
        ',,,,,,',
        '2,Anna,Won,2024-01-05,5q,2024-01-01,A',
      ),
    ]);
    expect(history.problems.map(({ row }) => row)).toEqual([5]);
  });
});

describe('joins', () => {
  test('owners are joined to the team by id or name; who is missing or silent is said', async () => {
    const team = fileOf(
      'team.csv',
      'rep_id,rep_name,manager,region,quota_q1_2026,hire_date\nR1,Anna Ash,Max,West,100000,2020-01-31\nR2,Ben Birch,Max,West,,\n',
    );
    const byId = fileOf(
      'deals.csv',
      'id,rep_id,stage,value,close_date\n1,R1,Won,5,2024-01-01\n2,R9,Lost,5,2024-01-01\n',
    );
    const history = await historyOf([byId, team]);
    expect(history.sellers).toEqual([
      { name: 'Anna Ash', manager: 'Max', region: 'West', hired: '2020-01-31', annualQuota: 400_000 },
      { name: 'Ben Birch', manager: 'Max', region: 'West' },
      { name: 'R9' },
    ]);
    expect(problemsOf(history, 'seller-unknown')).toHaveLength(1);
    expect(problemsOf(history, 'seller-without-deals')).toEqual([
      '- -: a seller must have deals to be forecast, got none of Ben Birch → no seat was made; add one in Team if they sell',
    ]);
    expect(problemsOf(history, 'quota-scaled')).toEqual([
      '- quota_q1_2026: a quota must be for a year, got one for a quarter → multiplied by 4',
    ]);
  });

  test('namesakes with ids of their own stay two people', async () => {
    const team = fileOf('team.csv', 'rep_id,rep_name,manager\n1,Anna,Max\n2,Anna,Eve\n');
    const byId = fileOf(
      'deals.csv',
      'id,rep_id,stage,value,close_date\n1,1,Won,5,2024-01-01\n2,2,Lost,5,2024-01-01\n',
    );
    const history = await historyOf([byId, team]);
    expect(history.opportunities.map(({ seller }) => seller)).toEqual(['Anna', 'Anna (2)']);
  });
});

describe('the exports of the wild', () => {
  /** Folder → won, lost, open, sellers, as the importer gave them and as read against the files (salesforce-history has no owner). */
  const sets: [string, number[]][] = [
    ['maven', [4238, 2473, 2089, 35]],
    ['salesforce-api', [34, 0, 24, 1]],
    ['salesforce-custom', [12, 3, 35, 1]],
    ['startup-deals', [27, 8, 40, 10]],
    ['torture', [53, 41, 406, 10]],
    ['warehouse-hubspot', [0, 0, 44, 100]],
    // Every record of it is marked as deleted.
    ['warehouse-salesforce', [0, 0, 0, 10]],
  ];
  test.for(sets)('%s', async ([folder, counts], { skip }) => {
    const files = await crmFiles(folder);
    if (files === undefined) return skip(`../shared/data/crm/${folder} is absent`);
    const history = await historyOf(files);
    expect(countsOf(history)).toEqual(counts);
    const reversed = await historyOf(files.toReversed());
    expect(reversed).toEqual(history);
  });

  test('salesforce-history is refused for want of an owner', async ({ skip }) => {
    const files = await crmFiles('salesforce-history');
    if (files === undefined) return skip('../shared/data/crm/salesforce-history is absent');
    expect(await refusal(...files)).toContain(
      'Opportunity.csv: a table of opportunities must have a column for the owner, got the headings “Id”',
    );
  });

  test('the four date formats of torture are told apart by separator', async ({ skip }) => {
    const files = await crmFiles('torture');
    if (files === undefined) return skip('../shared/data/crm/torture is absent');
    const { opportunities, sellers, problemCounts } = await historyOf(files);
    const byId = new Map(opportunities.map((deal) => [deal.id, deal]));
    // Row 5: 20/03/2023 is day first, so 06/01/2023 of row 13 is too; row 17: 04-26-2023 makes 09-06-2024 month first.
    expect(byId.get('OPP00004')?.created).toBe('2023-03-20');
    expect(byId.get('OPP00012')?.created).toBe('2023-01-06');
    expect(byId.get('OPP00016')?.created).toBe('2024-09-06');
    expect(sellers.find(({ name }) => name === 'Michael Martin')?.hired).toBe('2022-02-11');
    expect(Object.fromEntries(problemCounts.map(({ rule, count }) => [rule, count]))).toMatchObject({
      'amount-stray-text': 17,
      'outcome-blank': 15,
      'closed-date-expected': 3,
      'won-without-amount': 1,
    });
  });
});

test('cells in which a formula failed are named by row and column, and read as blank', async () => {
  const { problems, problemCounts } = await historyOf([
    deals('1,Ann,Won,2017-03-01,#N/A,2017-01-01,Core', '2,#REF!,Won,2017-03-01,100,#VALUE!,Core'),
  ]);
  expect(
    problems
      .filter(({ rule }) => rule === 'cell-error')
      .map(({ row, column, message }) => [row, column, message]),
  ).toEqual([
    [2, 'Amount', 'a cell must hold a value, got #N/A, an error of the spreadsheet'],
    [3, 'Opportunity Owner', 'a cell must hold a value, got #REF!, an error of the spreadsheet'],
    [3, 'Created Date', 'a cell must hold a value, got #VALUE!, an error of the spreadsheet'],
  ]);
  expect(problemCounts.find(({ rule }) => rule === 'cell-error')?.count).toBe(3);
});
