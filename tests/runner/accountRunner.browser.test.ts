import { expect, test } from 'vitest';
import { makeAccountRunner } from '../../src/runner/accountRunner';

const runner = makeAccountRunner(
  () => new Worker(new URL('../../workers/accounts.worker.ts', import.meta.url), { type: 'module' }),
);

test('a real worker reads a table of accounts and fetches the postcodes for it', async () => {
  const file = new File(['id,name,zip,spend\r\n1,A,2138,5\r\n'], 'accounts.csv');
  const answer = await runner.importAccounts(file);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.value.placed).toEqual({ coordinates: 0, postcode: 1, area: 0, none: 0 });
  expect(answer.value.accounts[0]?.place?.lat).toBeCloseTo(42.38, 1);
});

test('a real worker reads a workbook’s refusal in words', async () => {
  const answer = await runner.importAccounts(new File(['PK\u0003\u0004'], 'accounts.xlsx'));
  expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['file-unreadable']);
});

test('an import that is aborted is over at once', async () => {
  const answer = await runner.importAccounts(new File(['id,name\n1,A\n'], 'a.csv'), {
    signal: AbortSignal.abort(),
  });
  expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['aborted']);
});
