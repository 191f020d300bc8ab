import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPeriods, targetOf } from '../../src/model/calendar';
import { setTarget } from '../../src/model/editPlan';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { money, periodId } from '../../src/model/units';
import { clearTarget, editTarget } from '../../src/ui/outlook/editTarget';
import { targetGap } from '../../src/ui/outlook/targetGap';

const sample = makeStartUpSample();
const year = periodId('FY2027');
const quarter = periodId('FY2027-Q2');
const shown = (plan: Plan, id: string) => {
  const period = planPeriods(plan.calendar).find((each) => each.id === id);
  return period && targetOf(plan, period);
};
const withLever = (plan: Plan, target: number): Plan => ({ ...plan, levers: { ...plan.levers, target } });

describe('editTarget', () => {
  it('makes the period’s target what was typed, the target lever included', () => {
    for (const lever of [1, 0.5, 1.25]) {
      const plan = editTarget(withLever(sample, lever), quarter, 2_000_000);
      expect(shown(plan, quarter)).toBeCloseTo(2_000_000, 0);
    }
  });

  it('keeps a year the sum of its quarters, scaled alike and in whole units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 1_000_000_000 }), (amount) => {
        const plan = editTarget(sample, year, amount);
        expect(shown(plan, year)).toBe(amount);
        expect(plan.targets.some((target) => target.period === year)).toBe(false);
        expect(plan.targets.every((target) => Number.isInteger(target.amount))).toBe(true);
        const before = (shown(sample, quarter) ?? 0) / (shown(sample, year) ?? 1);
        expect(Math.abs((shown(plan, quarter) ?? 0) / amount - before)).toBeLessThan(1e-3);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('sets a year of its own where it stands by itself', () => {
    const plan = editTarget(setTarget(sample, year, money(6_000_000)), year, 7_000_000);
    expect(shown(plan, year)).toBe(7_000_000);
    expect(shown(plan, quarter)).toBe(shown(sample, quarter));
  });
});

describe('clearTarget', () => {
  it('leaves the period without a target, a summed year too', () => {
    expect(shown(clearTarget(sample, quarter), quarter)).toBeUndefined();
    expect(shown(clearTarget(sample, year), year)).toBeUndefined();
  });
});

describe('targetGap', () => {
  it('is silent where the quarters add up, and names the gap where they do not', () => {
    expect(targetGap(sample)).toEqual([]);
    const [gap] = targetGap(setTarget(sample, year, money((shown(sample, year) ?? 0) + 1_000_000)));
    expect(gap).toContain('$1.0M below its own target');
  });
});
