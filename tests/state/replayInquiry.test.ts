import { describe, expect, test } from 'vitest';
import { periodId } from '../../src/model/units';
import { ReplayInquiry } from '../../src/state/replayInquiry.svelte';
import { inProcess, samplePlan } from '../runner/runs';

const period = periodId('FY2027');
const booked = (inquiry: ReplayInquiry) => inquiry.answer?.years[0]?.bookings ?? Number.NaN;

describe('the replayed year on screen', () => {
  test('is the trial asked for, and its neighbours, around the end', async () => {
    const inquiry = new ReplayInquiry(inProcess(), samplePlan(50), 50);
    await inquiry.step(1);
    expect(inquiry.trial).toBeUndefined();
    await inquiry.tell({ kind: 'trial', trial: 49 });
    expect(inquiry.trial).toBe(49);
    await inquiry.step(1);
    expect(inquiry.trial).toBe(0);
    await inquiry.step(-1);
    expect(inquiry.trial).toBe(49);
  });

  test('books what the run says of the trials nearest to its percentiles (seed 7, 400 trials)', async () => {
    const plan = samplePlan(400);
    const run = await inProcess().run(plan);
    const year = run.ok ? run.value.periods.find((each) => each.period === period) : undefined;
    if (!year) throw new Error('the run must have the year');
    const inquiry = new ReplayInquiry(inProcess(), plan, 400);
    for (const [percent, trial] of [
      [2, year.nearest.p10],
      [4, year.nearest.p50],
      [6, year.nearest.p90],
    ] as const) {
      await inquiry.tell({ kind: 'trial', trial });
      const percentile = year.bookings.percentiles[percent] ?? Number.NaN;
      expect(Math.abs(booked(inquiry) / percentile - 1)).toBeLessThan(0.02);
    }
  });

  test('is the worst or the best of the run where that is asked for', async () => {
    const inquiry = new ReplayInquiry(inProcess(), samplePlan(200), 200);
    await inquiry.tell({ kind: 'worst', period });
    const worst = booked(inquiry);
    await inquiry.tell({ kind: 'best', period });
    const best = booked(inquiry);
    for (let trial = 0; trial < 200; trial += 20) {
      await inquiry.tell({ kind: 'trial', trial });
      expect(booked(inquiry)).toBeGreaterThanOrEqual(worst);
      expect(booked(inquiry)).toBeLessThanOrEqual(best);
    }
  });

  test('tells what is wrong with a wish that cannot be met, and keeps what was told', async () => {
    const inquiry = new ReplayInquiry(inProcess(), samplePlan(20), 20);
    await inquiry.tell({ kind: 'trial', trial: 3 });
    await inquiry.tell({ kind: 'trial', trial: -1 });
    expect(inquiry.problems.map(({ code }) => code)).toEqual(['no-such-trial']);
    expect(inquiry.trial).toBe(3);
  });
});
