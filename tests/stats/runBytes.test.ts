import { expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { makeSamplePlans } from '../../src/model/samples';
import { days, share } from '../../src/model/units';
import { compilePlan } from '../../src/sim/compilePlan';
import { makeRunTotals, totalsBytes } from '../../src/stats/mergeOutcomes';
import { runBytes } from '../../src/stats/runBytes';
import { makeFullPlan } from '../support/makeFullPlan';
import { makePlanOfSize } from '../support/makePlanOfSize';

const large = makePlanOfSize({ seats: 2000, months: 60, seed: 1 });
/** All that makes a compiled plan long: seats that wait for one another, pipelines, months that are drawn apart. */
const coupled: Plan = {
  ...large,
  management: { vacantFactor: 0.9, overSpanFactor: 0.9, rampFactor: 1.2, spanLimit: 8 },
  roles: large.roles.map((role) => ({
    ...role,
    monthlyCv: 0.3,
    performanceLeaving: { threshold: 0.5, multiplier: 2 },
    pipeline: {
      winRate: share(0.3),
      cycle: { p50: days(60), p90: days(120) },
      leaverKept: share(0.5),
      opening: 'steady',
    },
  })),
};

test('the bytes of totals are those that they take', () => {
  for (const plan of [makeFullPlan(), large])
    for (const trials of [64, 1000, 70_000]) {
      if (plan === large && trials > 64) continue;
      const arrays = Object.values(makeRunTotals(plan, trials)).filter((each) => ArrayBuffer.isView(each));
      expect(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(totalsBytes(plan, trials));
    }
});

test('a run needs no more than is said, and not three times less', () => {
  for (const plan of [...makeSamplePlans(), makeFullPlan(), coupled]) {
    const { image } = compilePlan(plan);
    const outcome = image.size - image.outputStart;
    const needed = 2 * totalsBytes(plan, 5000) + 3 * (image.size + 2 * outcome);
    const said = runBytes(plan, 5000, 3);
    expect(said, plan.name).toBeGreaterThanOrEqual(needed);
    expect(said, plan.name).toBeLessThan(3 * needed);
  }
});
