import { describe, expect, test, vi } from 'vitest';
import { applySplit } from '../../src/model/applySplit';
import { lockAccounts, moveAccounts } from '../../src/model/editAccounts';
import { splitId } from '../../src/model/units';
import { Forecast } from '../../src/state/forecast.svelte';
import { makeBookPlan } from '../support/makeBookPlan';
import { rename, settle, summaryOf, testPlan, TestRunner } from './support';

const first = testPlan();
const second = rename('b')(first);

function begin() {
  const runner = new TestRunner();
  const onFinished = vi.fn();
  return { runner, onFinished, forecast: new Forecast(runner, onFinished) };
}

describe('the forecast', () => {
  test('the old answer stays, marked stale, until the new one has its first block', async () => {
    const { runner, forecast } = begin();
    void forecast.run(first);
    runner.last.finish({ ok: true, value: summaryOf(first) });
    await settle();
    void forecast.run(second);
    expect(forecast.summaryOf).toBe(first);
    expect(forecast.stale).toBe(true);
    runner.last.progress(summaryOf(second, 64));
    expect(forecast.summaryOf).toBe(second);
    expect(forecast.stale).toBe(false);
    expect(forecast.summary?.trials).toBe(64);
    expect(forecast.running).toBe(true);
  });

  test('late answers of an older run are never shown and finish nothing', async () => {
    const { runner, forecast, onFinished } = begin();
    void forecast.run(first);
    const older = runner.last;
    void forecast.run(second);
    runner.last.progress(summaryOf(second, 128));
    expect(older.aborted).toBe(true);
    older.progress(summaryOf(first, 9000));
    older.finish({ ok: true, value: summaryOf(first) });
    await settle();
    expect(forecast.summaryOf).toBe(second);
    expect(forecast.summary?.trials).toBe(128);
    expect(forecast.running).toBe(true);
    expect(onFinished).not.toHaveBeenCalled();
  });

  test('a run that is not superseded is finished once, with its plan', async () => {
    const { runner, forecast, onFinished } = begin();
    void forecast.run(first);
    const summary = summaryOf(first);
    runner.last.finish({ ok: true, value: summary });
    await settle();
    expect(forecast.running).toBe(false);
    expect(onFinished.mock.calls).toEqual([[first, summary]]);
  });

  test('a stopped run keeps what was found with its number of trials', async () => {
    const { runner, forecast } = begin();
    void forecast.run(first);
    runner.last.progress(summaryOf(first, 640));
    forecast.stop();
    runner.last.progress(summaryOf(first, 1280));
    runner.last.finish({ ok: false, problems: [{ code: 'aborted', path: '', message: 'aborted' }] });
    await settle();
    expect(forecast.summary?.trials).toBe(640);
    expect(forecast.stopped).toBe(true);
    expect(forecast.problems).toEqual([]);
  });

  test('a run that ended by itself, knowing enough, is not called stopped', async () => {
    const { runner, forecast } = begin();
    const early = { ...first, run: { ...first.run, standardError: 0.01 } };
    void forecast.run(early);
    expect(forecast.trialsAreAtMost).toBe(true);
    runner.last.progress({ ...summaryOf(early, 2048), complete: false });
    runner.last.finish({ ok: true, value: { ...summaryOf(early, 4096), complete: true } });
    await settle();
    expect(forecast.summary?.trials).toBe(4096);
    expect(forecast.stopped).toBe(false);
  });

  test('a run stopped before its first block is told apart from a whole older one', async () => {
    const { runner, forecast } = begin();
    void forecast.run(first);
    runner.last.finish({ ok: true, value: summaryOf(first) });
    await settle();
    expect(forecast.stopped).toBe(false);
    void forecast.run(second);
    forecast.stop();
    expect(forecast.stopped).toBe(true);
    expect(forecast.stale).toBe(true);
  });

  test('a run that cannot start says why and leaves the old answer', async () => {
    const { runner, forecast } = begin();
    void forecast.run(first);
    runner.last.finish({ ok: true, value: summaryOf(first) });
    await settle();
    void forecast.run(second);
    const problems = [{ code: 'no-workers', path: '', message: 'This browser has no workers.' }];
    runner.last.finish({ ok: false, problems });
    await settle();
    expect(forecast.problems).toEqual(problems);
    expect(forecast.running).toBe(false);
    expect(forecast.summaryOf).toBe(first);
  });

  test('cleared, it shows nothing of an older plan, not even late', async () => {
    const { runner, forecast } = begin();
    void forecast.run(first);
    runner.last.progress(summaryOf(first, 64));
    forecast.clear();
    runner.last.progress(summaryOf(first, 128));
    await settle();
    expect(forecast.summary).toBeUndefined();
    expect(forecast.stale).toBe(false);
    expect(forecast.stopped).toBe(false);
  });

  describe('an edit of the account book alone', () => {
    const booked = makeBookPlan(first, 20, 2);
    const [account] = booked.accountBook?.accounts ?? [];
    const today = splitId('split-1');
    const locked = lockAccounts(booked, today, account ? [account.id] : []);

    test('reruns nothing: the answer is that of the edited plan too', async () => {
      const { runner, forecast } = begin();
      void forecast.run(booked);
      const summary = summaryOf(booked);
      runner.last.finish({ ok: true, value: summary });
      await settle();
      await forecast.run(locked);
      expect(runner.runs).toHaveLength(1);
      expect(forecast.summary).toBe(summary);
      expect(forecast.summaryOf).toBe(locked);
      expect([forecast.stale, forecast.running]).toEqual([false, false]);
    });

    test('lets a run go on that is under way, whose answer is then that of the edited plan', async () => {
      const { runner, forecast, onFinished } = begin();
      void forecast.run(booked);
      await forecast.run(locked);
      expect(runner.runs).toHaveLength(1);
      expect(runner.last.aborted).toBe(false);
      const summary = summaryOf(booked);
      runner.last.finish({ ok: true, value: summary });
      await settle();
      expect([forecast.summaryOf, forecast.stale]).toEqual([locked, false]);
      expect(onFinished.mock.calls).toEqual([[locked, summary]]);
    });

    test('is run where its sums have come into the territories, and where the last run failed', async () => {
      const { runner, forecast } = begin();
      void forecast.run(booked);
      const moved = moveAccounts(booked, today, account ? [account.id] : [], '');
      void forecast.run(applySplit(moved, today));
      expect(runner.runs).toHaveLength(2);
      runner.last.finish({ ok: false, problems: [{ code: 'x', path: '', message: 'no' }] });
      await settle();
      void forecast.run(lockAccounts(applySplit(moved, today), today, account ? [account.id] : []));
      expect(runner.runs).toHaveLength(3);
    });
  });
});
