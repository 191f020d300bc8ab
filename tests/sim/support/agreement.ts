import { expect } from 'vitest';
import type { Plan } from '../../../src/model/plan';
import { expectOutcome, type ExpectedOutcome } from '../../../src/sim/expectOutcome';
import { momentsOf } from '../../support/statistics';
import { simulate } from './simulate';
import { columnOf } from './within';

const FIGURES = ['bookings', 'rampedEquivalents', 'headcount'] as const;

/**
 * Whether the exact means of a plan are those of a run month by month, within so many standard errors and the exact
 * means' own 1e-4.
 */
export function expectAgreement(plan: Plan, trials: number, tolerance: number, what = plan.name): void {
  const exact = expectOutcome(plan);
  const totals = simulate(plan, trials);
  const { months } = totals.shape;
  const largest = totals.largestDeal.reduce((most, deal) => Math.max(most, deal), 1);
  for (const figure of FIGURES)
    for (let month = 0; month < months; month++) {
      const sample = columnOf(totals[figure], months, month, trials);
      const { mean, meanError } = momentsOf(sample);
      const expected = exact[figure][month] ?? NaN;
      // of what is hardly ever seen, the sample's error says nothing: mean × largest bounds the variance
      const isRare = sample.reduce((seen, value) => seen + (value > 0 ? 1 : 0), 0) < 30;
      const error = isRare
        ? Math.max(meanError, Math.sqrt((Math.abs(expected) * largest) / trials))
        : meanError;
      const allowed = tolerance * error + 1e-4 * Math.abs(expected) + 1e-6;
      expect(
        Math.abs(mean - expected),
        `${what}: ${figure} of month ${month}, ${mean} for ${expected}`,
      ).toBeLessThan(allowed);
    }
}

/** How far two exact means lie apart, as a share of the largest of each figure. */
export function distanceOf(one: ExpectedOutcome, other: ExpectedOutcome): number {
  let most = 0;
  for (const figure of FIGURES) {
    const scale = Math.max(...one[figure], 1e-9);
    one[figure].forEach((mean, month) => {
      most = Math.max(most, Math.abs(mean - (other[figure][month] ?? NaN)) / scale);
    });
  }
  return most;
}
