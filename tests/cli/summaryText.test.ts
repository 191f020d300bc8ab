import { expect, test } from 'vitest';
import { summaryText } from '../../src/cli/summaryText';
import { parsePlan } from '../../src/model/parsePlan';
import { replayText } from '../../src/cli/replayText';
import { replayTrial } from '../../src/sim/replayTrial';
import { bestKernel } from '../../workers/kernels';
import { inProcess } from '../runner/runs';
import { makeFullPlan } from '../support/makeFullPlan';

test('targets are written as they were stated, and a part of a period is called one', async () => {
  const plan = parsePlan({
    format: 'turfcast-plan',
    version: 2,
    calendar: { start: '2027-01', months: 6 },
    targets: [
      { period: 'FY2027-Q1', amount: 1_150_000 },
      { period: 'FY2027', amount: 5_049_000 },
    ],
    roles: [],
    seats: [],
    run: { trials: 64 },
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const run = await inProcess().run(plan.value);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  const text = summaryText(plan.value, run.value);
  expect(text).toContain('chance of $1.15M or more in Q1 FY27 (±1.6)');
  expect(text).toContain('chance of $5.049M or more in FY27 (part) (±1.6)');
  expect(text).toMatch(/^Q1 FY27 +\$1\.15M/m);
});

test('a plan with a budget, regions, managers and risks is told by each of them', async () => {
  const plan = { ...makeFullPlan(), run: { seed: 7, trials: 640 } };
  const run = await inProcess().run(plan);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  const text = summaryText(plan, run.value);
  expect(text).toMatch(/^\d+\u202f% chance of costing €1\.5M or less in FY27 \(±\S+\)$/m);
  expect(text).toMatch(/^Year +Cost +80 % range +Budget +Contribution +80 % range +Vacancy months$/m);
  expect(text).toMatch(/^Attainment +Mean +Median +At or above 100 % +Seats at quota$/m);
  expect(text).toMatch(/^Plan in FY28 \(part\)( +[<>]?\s?\d+\u202f%){3}$/m);
  expect(text).toMatch(/^Regions in FY27 +Quota +Chance +Expected +80 % range/m);
  expect(text).toMatch(/^Ines +€[\d.]+M/m);
  expect(text).toMatch(/^Recession( +\d+\u202f%){3}$/m);
  expect(text).toMatch(/^Trials nearest to P10, P50 and P90 of FY27: \d+, \d+, \d+ \(--replay shows one\)$/m);
});

test('a replayed trial reads as a diary: who came, went and moved, what was closed, which risk came true', () => {
  const plan = makeFullPlan();
  const [kernel, all] = [bestKernel(), Array.from({ length: 40 }, (_, trial) => trial)];
  const text = all.map((trial) => replayText(plan, replayTrial(kernel, plan, trial))).join('\n');
  expect(text).toMatch(/^Everything: trial 7, seed 7, engine /m);
  expect(text).toMatch(/^FY28 \(part\): €[\d.]+[KM] booked, €[\d.]+[KM] cost, \d of \d seats at quota$/m);
  expect(text).toMatch(/^ {2}\d\d {2}ae-3: a new person starts$/m);
  expect(text).toMatch(/^ {2}\d\d {2}ae-1: the person leaves$/m);
  expect(text).toMatch(/^ {2}01 {2}ent-1: taken by whoever sat in ae-1$/m);
  expect(text).toMatch(/^ {2}01 {2}ae-2: the position is closed$/m);
  expect(text).toMatch(/^ {2}Recession: from \w{3} 2027 to \w{3} 202\d$/m);
  expect(text).toMatch(/^ {2}ae-2: \d+ deals? \(1 of the open pipeline\), €[\d,]+$/m);
});
