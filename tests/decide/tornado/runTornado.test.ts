import { describe, expect, test } from 'vitest';
import { listInputs } from '../../../src/decide/tornado/inputs';
import { pairedEffect, pairedMean } from '../../../src/decide/tornado/pairedEffect';
import { runTornado, type TornadoAnswer } from '../../../src/decide/tornado/runTornado';
import { bySway, swayOf } from '../../../src/decide/tornado/sway';
import { parsePlan } from '../../../src/model/parsePlan';
import type { Plan } from '../../../src/model/plan';
import { drawWhole, seededDraws } from '../../../src/model/seededDraws';
import { eventId, isoMonth, periodId, share } from '../../../src/model/units';
import { makeFullPlan } from '../../support/makeFullPlan';
import { inProcess } from '../../runner/runs';
import { smallCompany } from '../solve/smallCompany';

const year = periodId('FY2027');
const { sample } = inProcess();
const small = (): Plan => ({ ...smallCompany(), run: { seed: 5, trials: 2000 } });

async function tornado(plan: Plan): Promise<TornadoAnswer> {
  const result = await runTornado(plan, year, { sample });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

/** The same shuffle of as many samples as there are. */
function shuffled(samples: readonly Float64Array[], seed: number): Float64Array[] {
  const draw = seededDraws(seed);
  const order = Array.from(samples[0] ?? [], (_, place) => place);
  for (let at = order.length - 1; at > 0; at--) {
    const other = drawWhole(draw, 0, at);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return samples.map((each) => Float64Array.from(order, (place) => each[place] ?? 0));
}

describe('a paired effect', () => {
  const draw = seededDraws(1);
  const base = Float64Array.from({ length: 999 }, () => 1e6 * draw());
  const changed = base.map((value) => value * 1.1 - 2e4 * draw());

  test('does not change by a bit when trials are shuffled', () => {
    const effect = pairedEffect(base, changed, 6e5);
    for (const seed of [1, 2, 3]) {
      const [one, other] = shuffled([base, changed], seed);
      expect(pairedEffect(one!, other!, 6e5)).toEqual(effect);
    }
  });

  test('of nothing is nothing, and of the other way round the opposite', () => {
    expect(pairedEffect(base, base, 6e5)).toEqual({
      bookings: { mean: 0, standardError: 0 },
      chance: { mean: 0, standardError: 0 },
    });
    expect(pairedMean(changed, base).mean).toBeCloseTo(-pairedMean(base, changed).mean, 6);
  });

  test('is surer than the difference of two samples would be', () => {
    const apart = Math.sqrt(2) * pairedMean(new Float64Array(999), base).standardError;
    expect(pairedMean(base, changed).standardError).toBeLessThan(apart / 5);
  });
});

describe('a tornado', () => {
  test('moves the chance the way each input does, the most swaying first', async () => {
    const answer = await tornado(small());
    const bar = (id: string) => answer.bars.find((each) => each.id === id)!;
    expect(bar('productivity').low.bookings.mean).toBeLessThan(0);
    expect(bar('productivity').high.bookings.mean).toBeGreaterThan(0);
    expect(bar('attrition').low.bookings.mean).toBeGreaterThan(0);
    expect(bar('timeToFill').high.bookings.mean).toBeLessThan(0);
    const sways = answer.bars.map((each) => swayOf(each, 'chance'));
    expect(sways).toEqual([...sways].sort((a, b) => b - a));
    expect(answer.bars).toHaveLength(answer.inputs);
  });

  test('takes productivity’s ends from its own error: expected bookings move by P10 and P90 of it', async () => {
    const answer = await tornado(small());
    const { low, high } = answer.bars.find(({ id }) => id === 'productivity')!;
    // cv 10 % in every role: −12.8 % and +12.8 % of the mean, which the parameters' own error (drawn no more) leaves as it was
    const relative = [low, high].map(({ bookings }) => bookings.mean / answer.bookings.mean);
    expect(relative[0]).toBeCloseTo(-0.128, 1);
    expect(relative[1]).toBeCloseTo(0.128, 1);
  });

  test('is the same whatever the order of the plan’s lists', async () => {
    const plan = small();
    const other = { ...plan, roles: [...plan.roles].reverse(), seats: [...plan.seats].reverse() };
    const [one, two] = [await tornado(plan), await tornado(other)];
    expect(two.bars.map(({ id }) => id)).toEqual(one.bars.map(({ id }) => id));
    two.bars.forEach((bar, place) => {
      expect(bar.low.chance?.mean).toBe(one.bars[place]?.low.chance?.mean);
      expect(bar.high.bookings.mean).toBeCloseTo(one.bars[place]?.high.bookings.mean ?? 0, 4);
    });
  });

  test('has an event in none of the trials and in all of them', async () => {
    const plan: Plan = {
      ...small(),
      events: [
        {
          id: eventId('rival'),
          name: 'Rival',
          probability: share(0.5),
          earliest: isoMonth('2027-01'),
          latest: isoMonth('2027-01'),
          months: 12,
          scope: { kind: 'all' },
          effects: { intensity: 0.5 },
        },
      ],
    };
    const answer = await tornado(plan);
    const bar = answer.bars.find(({ id }) => id === 'event rival')!;
    // mean bookings are 0.75 of those without it, and half of these with it for certain
    expect(bar.low.bookings.mean / answer.bookings.mean).toBeCloseTo(1 / 3, 1);
    expect(bar.high.bookings.mean / answer.bookings.mean).toBeCloseTo(-1 / 3, 1);
    expect(bar.place).toBe('risks');
  });

  test('without a target tells bookings alone', async () => {
    const answer = await tornado({ ...small(), targets: [] });
    expect(answer.chance).toBeUndefined();
    expect(answer.bars[0]?.low.chance).toBeUndefined();
    expect(bySway(answer.bars, 'bookings')).toEqual(answer.bars);
  });
});

describe('inputs', () => {
  test('at either end are plans that parse, of a plan that has everything', () => {
    const inputs = listInputs(makeFullPlan());
    expect(inputs.map(({ id }) => id)).toContain('winRate');
    for (const { id, low, high } of inputs)
      for (const { plan } of [low, high]) expect(parsePlan(plan), id).toMatchObject({ ok: true });
  });
});
