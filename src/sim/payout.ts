import type { PayPlan } from '../model/plan';

/**
 * Variable pay as a multiple of the variable pay at 100 %, by attainment (bookings ÷ quota): proportional up to 100 %,
 * the accelerator's multiple of that rate above it, never more than the cap.
 */
export function payout(pay: PayPlan, attainment: number): number {
  const earned = attainment <= 1 ? attainment : 1 + pay.accelerator * (attainment - 1);
  return pay.cap !== undefined && earned > pay.cap ? pay.cap : earned;
}
