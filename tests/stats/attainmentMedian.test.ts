import { expect, test } from 'vitest';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { periodId, seatId } from '../../src/model/units';
import { readSeat } from '../../src/stats/readSeat';
import { summarise } from '../../src/stats/summarise';
import { simulate } from '../sim/support/simulate';

const TRIALS = 64 * 40;

/** One ramped seller who stays, of fixed deals of 100,000, without chance but the Poisson count of a year. */
function medianOf(dealsPerYear: number, annualQuota: number): number | undefined {
  const parsed = parsePlan({
    format: 'turfcast-plan',
    version: 2,
    calendar: { start: '2027-01', months: 12 },
    market: { sd: 0 },
    parameterUncertainty: false,
    roles: [
      {
        id: 'r',
        name: 'r',
        productivity: { perMonth: (dealsPerYear * 100_000) / 12 },
        dealSize: { kind: 'fixed', amount: 100_000 },
        annualAttrition: 0,
        skillCv: 0,
        annualQuota,
      },
    ],
    seats: [{ id: 's', name: 's', roleId: 'r', occupant: { kind: 'incumbent', hired: '2020-01-01' } }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const plan: Plan = { ...parsed.value, run: { seed: 3, trials: TRIALS } };
  const { levels } = summarise(plan, simulate(plan, TRIALS));
  return readSeat(levels, seatId('s'), periodId('FY2027'))?.attainment?.median;
}

test('a seat that books nothing in most trials has a median attainment of exactly zero', () => {
  // P(no deal) = e^−0.5 = 0.61
  expect(medianOf(0.5, 800_000)).toBe(0);
});

test('the median attainment is that of the trials, to 1/32', () => {
  // The median of a Poisson count of mean 10 is 10, a quota of 16 deals makes it 0.625 (seed 3, 2,560 trials).
  expect(Math.abs((medianOf(10, 1_600_000) ?? 0) - 10 / 16)).toBeLessThanOrEqual(1 / 32);
});

test('a median beyond the histogram reads as its end', () => {
  expect(medianOf(100, 800_000)).toBe(3.9375);
});
