import { expect, test } from 'vitest';
import { summaryText } from '../../src/cli/summaryText';
import { parsePlan } from '../../src/model/parsePlan';
import { inProcess } from '../runner/runs';

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
  expect(text).toContain('chance of $1.15M or more in Q1 FY27 (±0)');
  expect(text).toContain('chance of $5.049M or more in FY27 (part) (±0)');
  expect(text).toMatch(/^Q1 FY27 +\$1\.15M/m);
});
