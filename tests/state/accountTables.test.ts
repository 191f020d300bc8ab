import { expect, test } from 'vitest';
import type { ImportedAccounts } from '../../src/model/importedAccounts';
import type { Result } from '../../src/model/problem';
import type { AccountRunner } from '../../src/runner/accountRunner';
import { AccountTables } from '../../src/state/accountTables.svelte';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, settle, testPlan } from './support';

const book = makeBookPlan(testPlan(), 12, 3).accountBook!;
const imported: ImportedAccounts = {
  file: 'crm.csv',
  columns: [],
  accounts: book.accounts,
  measures: book.measures,
  territoryNames: book.accounts.map(({ owner = '' }) => owner),
  namedBy: 'owner',
  placed: { coordinates: 12, postcode: 0, area: 0, none: 0 },
  problems: [],
  problemCounts: [],
};

async function begin() {
  const { session, runner } = openSession(openTab());
  await session.adopt(testPlan(), 'Made');
  let finish: (result: Result<ImportedAccounts>) => void = () => undefined;
  const reader: AccountRunner = {
    importAccounts: () => new Promise((resolve) => (finish = resolve)),
    importAssignment: () => Promise.resolve({ ok: false, problems: [] }),
  };
  const tables = new AccountTables(session, {
    runner,
    loadSplitRunner: () => Promise.reject(new Error('nothing is designed here')),
    loadAccountRunner: () => Promise.resolve(reader),
    loadAreaRunner: () => Promise.reject(new Error('no areas are asked for here')),
    writeAssignment: () => Promise.resolve(''),
  });
  return { session, tables, finish: (result: Result<ImportedAccounts>) => finish(result) };
}

test('a table that was read is one step of undo', async () => {
  const { session, tables, finish } = await begin();
  const before = session.plan;
  const taking = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  expect(tables.progress).toBe('begun');
  finish({ ok: true, value: imported });
  await taking;
  expect(tables.progress).toBeUndefined();
  expect(tables.read).toBe(imported);
  expect(session.plan.accountBook?.splits.map(({ name }) => name)).toEqual(['As in crm.csv']);
  expect(session.plan.territories.map(({ name }) => name)).toContain('Owner 0');
  session.undo();
  expect(session.plan).toBe(before);
});

test('one that cannot be read says why and changes nothing; one that is cancelled says nothing', async () => {
  const { session, tables, finish } = await begin();
  const before = session.plan;
  const problem = { code: 'no-accounts', path: '', message: 'a table must have accounts, got none' };
  const taking = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  finish({ ok: false, problems: [problem] });
  await taking;
  expect(tables.problems).toEqual([problem]);
  const again = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  tables.cancel();
  finish({ ok: true, value: imported });
  await again;
  expect(tables.problems).toEqual([]);
  expect(session.plan).toBe(before);
});
