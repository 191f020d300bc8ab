import { describe, expect, test } from 'vitest';
import { DataImport } from '../../src/state/dataImport.svelte';
import type { ImportAnswer } from '../../workers/protocol';
import { settle, testPlan, TestImportRunner } from './support';

const file = (name: string, text = 'a,b\n1,2') => new File([text], name);

const answerOf = (...names: string[]): ImportAnswer => ({
  files: names.map((name) => ({ name, kind: 'opportunities', rows: 1, delimiter: ',', columns: [] })),
  problems: [],
  problemCounts: [],
  calibration: { ok: false, problems: [{ code: 'no-deals', path: '', message: 'no deals yet' }] },
});

function begin() {
  const runner = new TestImportRunner();
  return { runner, data: new DataImport(runner) };
}

async function read(data: DataImport, runner: TestImportRunner, ...names: string[]): Promise<void> {
  void data.addFiles(names.map((name) => file(name)));
  runner.last.finish({ ok: true, value: answerOf(...runner.last.names) });
  await settle();
}

const namesOf = (data: DataImport) => data.files.map(({ name }) => name);

describe('the data import', () => {
  test('each addition reads all files known, in whatever order they come', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'teams.csv');
    await read(data, runner, 'deals.csv');
    expect(runner.imports.map(({ names }) => names)).toEqual([['teams.csv'], ['teams.csv', 'deals.csv']]);
    expect(data.result?.files.map(({ name }) => name)).toEqual(['teams.csv', 'deals.csv']);
  });

  test('a file of the same name takes the earlier one’s place, and is named', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv', 'teams.csv');
    const newer = file('deals.csv', 'a,b\n3,4');
    void data.addFiles([newer]);
    expect(data.files).toContain(newer);
    expect(namesOf(data)).toEqual(['deals.csv', 'teams.csv']);
    expect(data.replaced).toEqual(['deals.csv']);
  });

  test('the earlier result stays while more is read, and late answers are dropped', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv');
    const earlier = data.result;
    void data.addFiles([file('teams.csv')]);
    const slow = runner.last;
    expect(data.result).toBe(earlier);
    void data.addFiles([file('products.csv')]);
    expect(slow.request.signal?.aborted).toBe(true);
    slow.request.onProgress?.({ file: 'late', bytesRead: 1, bytesTotal: 2, rows: 3 });
    slow.finish({ ok: true, value: answerOf('late.csv') });
    await settle();
    expect(data.result).toBe(earlier);
    expect(data.progress).toBeUndefined();
    expect(data.running).toBe(true);
    expect(runner.last.names).toEqual(['deals.csv', 'teams.csv', 'products.csv']);
  });

  test('progress is that of the import under way', () => {
    const { runner, data } = begin();
    void data.addFiles([file('deals.csv')]);
    const progress = { file: 'deals.csv', bytesRead: 1, bytesTotal: 2, rows: 3 };
    runner.last.request.onProgress?.(progress);
    expect(data.progress).toEqual(progress);
  });

  test('a cancelled import leaves the earlier result and its files', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv');
    const earlier = data.result;
    void data.addFiles([file('huge.csv')]);
    data.cancel();
    runner.last.finish({ ok: true, value: answerOf('huge.csv') });
    await settle();
    expect(runner.last.request.signal?.aborted).toBe(true);
    expect(data.running).toBe(false);
    expect(data.result).toBe(earlier);
    expect(namesOf(data)).toEqual(['deals.csv']);
    expect(data.problems).toEqual([]);
  });

  test('a failed import says why and leaves the earlier result, files and options', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv');
    const problems = [{ code: 'unreadable', path: '', message: 'teams.csv could not be read.' }];
    void data.setOptions({ fiscalYearStart: 7 });
    expect(data.options).toEqual({ fiscalYearStart: 7 });
    runner.last.finish({ ok: false, problems });
    await settle();
    expect(data.problems).toEqual(problems);
    expect(namesOf(data)).toEqual(['deals.csv']);
    expect(data.options).toEqual({});
    expect(data.result?.files.length).toBe(1);
  });

  test('a file taken out is not read again, and the last one clears all', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv', 'teams.csv');
    void data.removeFile('teams.csv');
    expect(runner.last.names).toEqual(['deals.csv']);
    runner.last.finish({ ok: true, value: answerOf('deals.csv') });
    await settle();
    await data.removeFile('deals.csv');
    expect(data.files).toEqual([]);
    expect(data.result).toBeUndefined();
    expect(data.running).toBe(false);
  });

  test('a plan is known to come from a file of deals by its source', async () => {
    const { runner, data } = begin();
    await read(data, runner, 'deals.csv');
    const made = {
      ...testPlan(),
      source: { summary: 'made of a history', files: ['deals.csv', 'teams.csv'] },
    };
    expect(data.madeOf(made)).toBe(true);
    expect(data.madeOf(testPlan())).toBe(false);
  });
});
