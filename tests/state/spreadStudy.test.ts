import { expect, test } from 'vitest';
import { SpreadStudy } from '../../src/state/spreadStudy.svelte';
import { periodId } from '../../src/model/units';
import { settle, summaryOf, testPlan, TestRunner } from './support';

const plan = testPlan();
const year = periodId('FY2027');

async function finishAll(runner: TestRunner, study: SpreadStudy): Promise<number> {
  let runs = 0;
  while (study.progress !== undefined && runs < 100) {
    runner.last.finish({ ok: true, value: summaryOf(runner.last.plan) });
    runs++;
    await settle();
  }
  return runs;
}

test('an answer belongs to the plan and year that were asked about, and stays while the next is sought', async () => {
  const runner = new TestRunner();
  const study = new SpreadStudy(runner, () => false);
  void study.study(plan, year);
  expect(study.progress).toBe(0);
  expect(await finishAll(runner, study)).toBe(15);
  expect(study.answer).toMatchObject({ year });
  expect(study.answer?.plan).toBe(plan);
  void study.study({ ...plan, name: 'b' }, year);
  expect(study.answer?.plan).toBe(plan);
  study.stop();
  expect(study.progress).toBeUndefined();
});

test('it never takes the runner from the plan’s own run, and says why it stopped', async () => {
  const runner = new TestRunner();
  let busy = false;
  const study = new SpreadStudy(runner, () => busy);
  void study.study(plan, year);
  const { last } = runner;
  busy = true;
  last.finish({ ok: true, value: summaryOf(plan) });
  await settle();
  expect(runner.last).toBe(last);
  expect(study.answer).toBeUndefined();
  expect(study.fault).toContain('changed or run meanwhile');
});

test('what went wrong in a run is said in the engine’s words', async () => {
  const runner = new TestRunner();
  const study = new SpreadStudy(runner, () => false);
  void study.study(plan, year);
  runner.last.finish({
    ok: false,
    problems: [{ code: 'too-large', path: '', message: 'trials must be fewer' }],
  });
  await settle();
  expect(study.fault).toBe('trials must be fewer');
});
