import type { Plan } from '../model/plan';
import type { SeatId } from '../model/units';
import type { BookingsRow } from './closeDeals';
import { compilePlan } from './compilePlan';
import { drawShared, workSeat } from './runBlock';
import { makeTrial } from './trial';

/**
 * What every seat of the plan books over the whole horizon, in the plan's order: one figure a trial, in the order of
 * trials. They are the trials that a run of the plan has, and a seat's are the same whatever seats are beside it.
 */
export function sampleSeats(plan: Plan, trials: number): Map<SeatId, Float64Array> {
  const input = compilePlan(plan);
  const trial = makeTrial(input);
  const bookings: BookingsRow = {
    plan: new Float64Array(input.months),
    offset: 0,
    seat: new Float64Array(input.years),
  };
  const samples = plan.seats.map(() => new Float64Array(trials));
  for (let number = 0; number < trials; number++) {
    drawShared(trial, number);
    for (const seat of input.seats) {
      const role = input.roles[seat.role];
      const sample = samples[seat.index];
      if (!role || !sample) continue;
      workSeat(trial, number, seat, role, bookings);
      for (const booked of bookings.seat) sample[number] = (sample[number] ?? 0) + booked;
    }
  }
  return new Map(
    plan.seats.flatMap(({ id }, index) => {
      const sample = samples[index];
      return sample ? [[id, sample] as const] : [];
    }),
  );
}
