import { describe, expect, it } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { days, DAYS_PER_MONTH } from '../../src/model/units';
import { plannedSeats, seatsAtStart } from '../../src/ui/outlook/plannedSeats';

const plan = makeStartUpSample();

describe('plannedSeats', () => {
  it('begins with the people already there and ends with every seat', () => {
    const seats = plannedSeats(plan);
    expect(seats).toHaveLength(plan.calendar.months);
    expect(seatsAtStart(plan)).toBe(plan.seats.filter((seat) => seat.occupant.kind === 'incumbent').length);
    expect(seats.at(-1)).toBe(plan.seats.length);
  });

  it('never falls', () => {
    const seats = plannedSeats(plan);
    expect(seats.every((count, month) => count >= (seats[month - 1] ?? 0))).toBe(true);
  });

  it('comes a month later for every month that hires are put back', () => {
    const later = plannedSeats({ ...plan, levers: { ...plan.levers, startDelay: days(DAYS_PER_MONTH) } });
    const seats = plannedSeats(plan);
    expect(later.slice(1)).toEqual(seats.slice(0, -1));
  });
});
