import { expect, test } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { periodId, seatId } from '../../src/model/units';
import { attainmentMoments } from '../../src/stats/attainmentMoments';
import { readSeat } from '../../src/stats/readSeat';
import { readSeatsTogether } from '../../src/stats/readSeatsTogether';
import { sketchSize } from '../../src/stats/sketch';
import { summarise } from '../../src/stats/summarise';
import { simulate } from '../sim/support/simulate';

const TRIALS = 64 * 8;
const plan = { ...makeStartUpSample(), run: { seed: 2, trials: TRIALS } };
const summary = summarise(plan, simulate(plan, TRIALS));
const year = periodId('FY2027');
const ids = plan.seats.map(({ id }) => id);

test('one seat together is that seat', () => {
  for (const id of ids) {
    const together = readSeatsTogether(summary.levels, [id], year);
    expect(together?.attainment.mean).toBe(readSeat(summary.levels, id, year)?.attainment?.mean);
    expect(together?.attainment.median).toBe(readSeat(summary.levels, id, year)?.attainment?.median);
    expect(together?.attainment.atQuota.value).toBe(
      readSeat(summary.levels, id, year)?.attainment?.atQuota.value,
    );
  }
});

test('all seats together are what the summary says of the year', () => {
  const whole = summary.periods.find(({ period }) => period === year)?.year?.seatAttainment;
  const together = readSeatsTogether(summary.levels, ids, year);
  expect(together?.attainment.mean).toBeCloseTo(whole?.mean ?? NaN, 12);
  expect(together?.attainment.median).toBe(whole?.median);
  expect(together?.attainment.atQuota.value).toBeCloseTo(whole?.atQuota.value ?? NaN, 12);
  expect(together?.seats).toBe(ids.length);
});

test('the sketch holds every trial in which a seat had a quota, once', () => {
  const counted = attainmentMoments(summary.levels, year).reduce((sum, seat) => sum + seat.counted, 0);
  const together = readSeatsTogether(summary.levels, ids, year);
  expect(together && sketchSize(together.sketch)).toBe(counted);
});

test('seats that are not in the run, and a year that is not, are passed over', () => {
  expect(readSeatsTogether(summary.levels, [seatId('nobody')], year)).toBeUndefined();
  expect(readSeatsTogether(summary.levels, ids, periodId('FY2031'))).toBeUndefined();
});
