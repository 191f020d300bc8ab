import { expect, test } from 'vitest';
import { periodId } from '../../src/model/units';
import { Tornado } from '../../src/state/tornado.svelte';
import { smallCompany } from '../decide/solve/smallCompany';
import { inProcess } from '../runner/runs';

const plan = { ...smallCompany(), run: { seed: 5, trials: 500 } };

test('a tornado tells at its end which levers sway the plan most, the first most', async () => {
  const told: (readonly string[])[] = [];
  const tornado = new Tornado(inProcess(), (id, levers) => {
    expect(id).toBe(plan.id);
    told.push(levers);
  });
  await tornado.run(plan, periodId('FY2027'));
  expect(tornado.done).toBe(1);
  expect(tornado.answerOf).toBe(plan);
  expect(told).toHaveLength(1);
  expect([...(told[0] ?? [])].sort()).toEqual(
    ['attrition', 'dealSize', 'market', 'productivity', 'ramp', 'startDelay', 'timeToFill'].sort(),
  );
  expect(told[0]?.[0]).toBe(tornado.answer?.bars[0]?.lever);
});

test('one that is stopped tells nothing, and keeps the bars that it has', async () => {
  const told: unknown[] = [];
  const tornado = new Tornado(inProcess(), (id) => void told.push(id));
  const run = tornado.run(plan, periodId('FY2027'));
  tornado.stop();
  await run;
  expect(tornado.running).toBe(false);
  expect(told).toEqual([]);
});
