import { expect, test } from 'vitest';
import { removeAccounts } from '../../src/model/editAccounts';
import type { ImportedAccounts, ImportedAssignment, TableChoices } from '../../src/model/importedAccounts';
import type { Result } from '../../src/model/problem';
import type { AccountRunner } from '../../src/runner/accountRunner';
import { AccountTables } from '../../src/state/accountTables.svelte';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, settle, testPlan } from './support';

const book = makeBookPlan(testPlan(), 12, 3).accountBook!;
const imported: ImportedAccounts = {
  file: 'crm.csv',
  columns: [
    { heading: 'Name', role: 'name', samples: ['A'] },
    { heading: 'Rep', role: 'owner', samples: ['Ann'] },
    { heading: 'Region', samples: ['West'] },
  ],
  headless: false,
  unplaced: [],
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
  let finishAssignment: (result: Result<ImportedAssignment>) => void = () => undefined;
  const asked: TableChoices[] = [];
  const reader: AccountRunner = {
    importAccounts: (_, { choices = {} } = {}) => {
      asked.push(choices);
      return new Promise((resolve) => (finish = resolve));
    },
    importAssignment: () => new Promise((resolve) => (finishAssignment = resolve)),
    findPlace: () => Promise.resolve({ ok: false, problems: [] }),
  };
  const tables = new AccountTables(session, {
    runner,
    loadSplitRunner: () => Promise.reject(new Error('nothing is designed here')),
    loadAccountRunner: () => Promise.resolve(reader),
    readInData: () => undefined,
    loadAreaRunner: () => Promise.reject(new Error('no areas are asked for here')),
    writeAssignment: () => Promise.resolve(''),
  });
  return {
    session,
    tables,
    asked,
    finish: (result: Result<ImportedAccounts>) => finish(result),
    finishAssignment: (result: Result<ImportedAssignment>) => finishAssignment(result),
  };
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

test('a role that the reader changes has the file read again, in place of what it gave before', async () => {
  const { session, tables, finish, asked } = await begin();
  const before = session.plan;
  const taking = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  finish({ ok: true, value: imported });
  await taking;
  // Two names contradict: nothing is read, and the draft is kept with the reason.
  await tables.setRole(2, 'name');
  expect(tables.contradiction).toBe('one column at most must hold the names, got “Name” and “Region”');
  expect(tables.roles).toEqual(['name', 'owner', 'name']);
  expect(asked).toEqual([{}]);
  const again = tables.setRole(2, 'territory');
  await settle();
  expect(asked.at(-1)).toEqual({ roles: ['name', 'owner', 'territory'] });
  const columns = imported.columns.map((each, index) =>
    index === 2 ? { ...each, role: 'territory' as const } : each,
  );
  finish({
    ok: true,
    value: { ...imported, columns, namedBy: 'territory', territoryNames: book.accounts.map(() => 'West') },
  });
  await again;
  expect(tables.contradiction).toBeUndefined();
  expect(session.plan.accountBook?.splits).toHaveLength(1);
  const names = session.plan.territories.map(({ name }) => name);
  expect(names).toContain('West');
  expect(names, 'territories of the first reading are gone').not.toContain('Owner 0');
  session.undo();
  expect(session.plan, 'all readings are one step').toBe(before);
});

test('a second reading keeps the edits made since the first, and its split takes the earlier one’s place', async () => {
  const { session, tables, finish } = await begin();
  const taking = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  finish({ ok: true, value: imported });
  await taking;
  session.change('Rename the plan', (plan) => ({ ...plan, name: 'Edited' }));
  const again = tables.setRole(1, undefined);
  await settle();
  finish({ ok: true, value: { ...imported, territoryNames: book.accounts.map(() => 'West') } });
  await again;
  expect(session.plan.name).toBe('Edited');
  expect(session.plan.accountBook?.splits.map(({ name }) => name)).toEqual(['As in crm.csv']);
});

test('a table in which no account can be told is shown with its columns and changes nothing', async () => {
  const { session, tables, finish } = await begin();
  const before = session.plan;
  const taking = tables.takeAccounts(new File([''], 'crm.csv'));
  await settle();
  finish({ ok: true, value: { ...imported, accounts: [] } });
  await taking;
  expect(session.plan).toBe(before);
  expect(tables.roles).toEqual(['name', 'owner', undefined]);
});

test('a table of deals is refused and kept, to be handed on or read all the same', async () => {
  const { session, tables, finish, asked } = await begin();
  const file = new File([''], 'deals.csv');
  const taking = tables.takeAccounts(file);
  await settle();
  finish({ ok: false, problems: [{ code: 'table-of-deals', path: '', message: 'one of deals' }] });
  await taking;
  expect(tables.refused).toBe(file);
  const again = tables.readAllTheSame();
  await settle();
  expect(asked.at(-1)).toEqual({ asAccounts: true });
  finish({ ok: true, value: imported });
  await again;
  expect(tables.refused).toBeUndefined();
  expect(session.plan.accountBook?.splits).toHaveLength(1);
});

test('an assignment of accounts that are others by the time it is read is not taken in, and says so', async () => {
  const { session, tables, finishAssignment } = await begin();
  await session.adopt(makeBookPlan(testPlan(), 12, 3), 'With accounts');
  const split = session.plan.accountBook!.splits[0]!;
  const taking = tables.takeAssignment(new File([''], 'crm.csv'), split);
  await settle();
  session.change('Remove one', (plan) => removeAccounts(plan, [book.accounts[0]!.id]));
  const before = session.plan;
  const { file, columns, headless, problems, problemCounts } = imported;
  finishAssignment({
    ok: true,
    value: {
      ...{ file, columns, headless, problems, problemCounts },
      territoryNames: book.accounts.map(() => 'Elsewhere'),
      namedBy: 'territory',
      matched: 12,
      unknown: 0,
    },
  });
  await taking;
  expect(session.plan).toBe(before);
  expect(tables.problems).toMatchObject([{ code: 'changed' }]);
});
