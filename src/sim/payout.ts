import type { PayPlan } from '../model/plan';

/**
 * Variable pay as a multiple of the variable pay at 100 %, by attainment (bookings ÷ quota): each step's rate from where
 * it begins to the next step, never more than the cap.
 */
export function payout({ steps, cap }: PayPlan, attainment: number): number {
  let earned = 0;
  steps.forEach(({ from, rate }, index) => {
    const to = steps[index + 1]?.from ?? Infinity;
    if (attainment > from) earned += rate * (Math.min(attainment, to) - from);
  });
  return cap !== undefined && earned > cap ? cap : earned;
}
