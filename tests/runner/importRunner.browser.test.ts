import { expect, test } from 'vitest';
import { makeImportRunner } from '../../src/runner/importRunner';

const runner = makeImportRunner(
  () => new Worker(new URL('../../workers/import.worker.ts', import.meta.url), { type: 'module' }),
);

test('a real worker reads a real file, keeps its name and answers with a plan and its backtest', async () => {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const month = String((index % 6) + 1).padStart(2, '0');
    return `${index},Seller ${index % 4},${index % 3 === 0 ? 'Lost' : 'Won'},2024-${month}-${index % 2 === 0 ? '01' : '28'},${500 + index}`;
  });
  const file = new File([['id,owner,stage,close_date,amount', ...rows].join('\r\n')], 'deals of 2024.csv');
  const progress: number[] = [];
  const answer = await runner.importFiles([file], {
    onProgress: ({ bytesRead }) => progress.push(bytesRead),
  });
  if (!answer.ok || !answer.value.calibration.ok) throw new Error(JSON.stringify(answer));
  expect(answer.value.files[0]?.name).toBe('deals of 2024.csv');
  expect(answer.value.calibration.value.plan.seats.map(({ name }) => name)).toEqual([
    'Seller 0',
    'Seller 1',
    'Seller 2',
    'Seller 3',
  ]);
  expect(progress.at(-1)).toBe(file.size);
  const { backtest } = answer.value.calibration.value;
  expect(backtest?.ok && [backtest.value.quarter, backtest.value.seats.count]).toEqual(['FY2024-Q2', 4]);
});

test('an import that is aborted while it reads is over at once', async () => {
  const head = 'id,owner,stage,close_date,amount\n';
  const file = new File([head, '1,Anna,Won,2024-01-05,100\n'.repeat(500_000)], 'large.csv');
  const abort = new AbortController();
  const answer = await runner.importFiles([file], { signal: abort.signal, onProgress: () => abort.abort() });
  expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['aborted']);
});
