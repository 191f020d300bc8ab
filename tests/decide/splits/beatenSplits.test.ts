import { describe, expect, it } from 'vitest';
import { beatenSplits, type WeighedSplit } from '../../../src/decide/splits/beatenSplits';
import { outcomeDifference } from '../../../src/decide/splits/outcomeDifference';
import { splitOutcome, type SplitOutcome } from '../../../src/decide/splits/splitOutcome';
import { makeStartUpSample } from '../../../src/model/samples';
import { seededDraws } from '../../../src/model/seededDraws';
import { money } from '../../../src/model/units';
import { makePlanSample } from '../../../src/stats/planSample';

/** What a plan comes to where its first month books these amounts, trial by trial. */
function outcomeOf(byTrial: readonly number[], target = 100): SplitOutcome {
  const plan = { ...makeStartUpSample() };
  const sample = makePlanSample(plan, byTrial.length);
  byTrial.forEach((booked, trial) => (sample.bookings[trial * sample.shape.months] = booked));
  const outcome = splitOutcome(plan, sample);
  if (!outcome) throw new Error('the sample plan covers a fiscal year');
  return { ...outcome, target: money(target) };
}

const noise = (() => {
  const draw = seededDraws(3);
  return Array.from({ length: 400 }, () => 80 + 40 * draw());
})();
const base = outcomeOf(noise);
/** More in every trial by about that much. */
const better = (by: number) => outcomeOf(noise.map((value, trial) => value + by + (trial % 3) - 1));
const split = (movedShare: number, deviation: number, outcome = base): WeighedSplit => ({
  movedShare,
  deviation,
  outcome,
});

describe('what a split comes to', () => {
  it('the worst tenth is the mean of the tenth of trials that book least', () => {
    const outcome = outcomeOf(Array.from({ length: 40 }, (_, trial) => trial + 1));
    expect(outcome.worstTenth.mean).toBe(2.5);
    expect(outcome.worstTenth.standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
  });

  it('differences are paired, and there is none between different numbers of trials', () => {
    const difference = outcomeDifference(base, better(2));
    expect(difference?.bookings.mean).toBeCloseTo(2, 2);
    expect(difference?.beats.value).toBe(1);
    expect(difference?.chance?.value).toBeGreaterThan(0);
    expect(outcomeDifference(base, outcomeOf([1, 2]))).toBeUndefined();
  });
});

describe('a split is beaten', () => {
  it('by one that moves less, is as even and books as much', () => {
    expect(beatenSplits([split(0.1, 0.05), split(0.2, 0.05)], 'bookings')).toEqual([false, true]);
  });

  it('by none where it has one thing to be said for it', () => {
    expect(
      beatenSplits(
        [split(0, 0.4), split(0.1, 0.05), split(0.3, 0.04), split(0.3, 0.05, better(2))],
        'bookings',
      ),
    ).toEqual([false, false, false, false]);
  });

  it('by none that books less for certain, however little it moves', () => {
    expect(beatenSplits([split(0, 0.01), split(0.5, 0.3, better(1))], 'bookings')).toEqual([false, false]);
  });

  it('whatever is better by less than chance tells', () => {
    const hardly = outcomeOf(noise.map((value, trial) => value + (trial % 2 === 0 ? 9 : -8.9)));
    expect(beatenSplits([split(0, 0.01), split(0.5, 0.3, hardly)], 'bookings')).toEqual([false, true]);
  });

  it('never in turn by one that it beats, and not by its like', () => {
    expect(beatenSplits([split(0.1, 0.1), split(0.1, 0.1)], 'chance')).toEqual([false, false]);
  });
});
