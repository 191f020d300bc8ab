import { expect, test } from 'vitest';
import { makeFullPlan } from '../support/makeFullPlan';
import { accountService } from '../../workers/accountService';
import type { ImportProgress } from '../../workers/protocol';

test('the accounts’ worker reads a table with its own postcodes, and tells how far it is', async () => {
  const file = new File(['id,name,zip,spend\n1,A,60601,5\n2,B,99999,\n'], 'accounts.csv');
  const told: ImportProgress[] = [];
  const answer = await accountService.importAccounts(file, {}, (progress) => told.push(progress));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const [first] = answer.value.accounts;
  // Chicago's Loop, to the hundredth of a degree that the packed postcodes have
  expect(first?.place?.lat).toBeCloseTo(41.89, 1);
  expect(first?.place?.lon).toBeCloseTo(-87.62, 1);
  expect(told.at(-1)).toEqual({ file: 'accounts.csv', bytesRead: file.size, bytesTotal: file.size, rows: 2 });
});

test('it matches an assignment with a book', async () => {
  const { accountBook } = makeFullPlan();
  if (accountBook === undefined) throw new Error('the plan must have a book');
  const file = new File(['Account ID,Territory\na-1,Iberia\n'], 'assignment.csv');
  const answer = await accountService.importAssignment(file, accountBook, {}, () => undefined);
  expect(answer).toMatchObject({
    ok: true,
    value: { matched: 1, territoryNames: ['Iberia', undefined, undefined] },
  });
});

test('it finds a postcode or coordinates that somebody typed', async () => {
  const found = await accountService.findPlace('60601');
  expect(found).toMatchObject({ ok: true, value: { postcode: '60601' } });
  expect(await accountService.findPlace('nowhere')).toMatchObject({ ok: false });
});
