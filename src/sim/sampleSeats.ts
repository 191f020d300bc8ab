import type { Plan } from '../model/plan';
import type { SeatId } from '../model/units';
import { compilePlan } from './compilePlan';
import { HEADER_ADDRESS } from './imageBuilder';
import type { Kernel } from './kernelHost';
import { loadInput, outputAt } from './loadInput';
import { SUMS } from './outcome';

/**
 * What every seat of the plan books over the whole horizon, in the plan's order: one figure a trial, in the order of
 * trials. They are the trials that a run of the plan has, and a seat's are the same whatever seats are beside it.
 */
export function sampleSeats(kernel: Kernel, plan: Plan, trials: number): Map<SeatId, Float64Array> {
  const input = compilePlan(plan);
  const { months } = plan.calendar;
  loadInput(kernel, input);
  const booked = new Float64Array(
    kernel.memory,
    outputAt(input, SUMS.seatMonths.slot),
    plan.seats.length * months,
  );
  const samples = plan.seats.map(() => new Float64Array(trials));
  for (let trial = 0; trial < trials; trial++) {
    booked.fill(0);
    kernel.runTrials(HEADER_ADDRESS, trial, 1);
    samples.forEach((sample, seat) => {
      let sum = 0;
      for (let month = 0; month < months; month++) sum += booked[seat * months + month] ?? 0;
      sample[trial] = sum;
    });
  }
  return new Map(
    plan.seats.flatMap(({ id }, index) => {
      const sample = samples[index];
      return sample ? [[id, sample] as const] : [];
    }),
  );
}
