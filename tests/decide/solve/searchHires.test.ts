import { beforeAll, describe, expect, test } from 'vitest';
import { addHires } from '../../../src/decide/solve/addHires';
import { cellsOf, limitsOf } from '../../../src/decide/solve/hireLimits';
import { makeHirePool } from '../../../src/decide/solve/hirePool';
import { hireSeat } from '../../../src/decide/solve/hireSeat';
import { stepsOf } from '../../../src/decide/solve/hires';
import { seatAlone } from '../../../src/decide/solve/seatAlone';
import { searchHires } from '../../../src/decide/solve/searchHires';
import { hitsOf, meanOf, trialFigures, type TrialFigures } from '../../../src/decide/solve/trialFigures';
import type { SearchGround } from '../../../src/decide/solve/weighedPlan';
import { planPeriods } from '../../../src/model/calendar';
import type { Plan } from '../../../src/model/plan';
import { inProcess } from '../../runner/runs';
import { smallCompany, smallQuestion } from './smallCompany';

const TRIALS = 1024;
const TARGET = 2_400_000;
const hands = { pause: () => Promise.resolve(), stopped: () => false };
const plan = smallCompany();
const question = smallQuestion(0.8);
const cells = cellsOf(question);
const runner = inProcess();

async function figuresOf(each: Plan): Promise<TrialFigures> {
  const year = planPeriods(plan.calendar).find(({ id }) => id === question.period);
  const result = await runner.sample(each, { trials: TRIALS });
  if (!result.ok || !year) throw new Error('the plan must be sampled');
  return trialFigures(result.value, year);
}

interface Enumerated {
  readonly counts: readonly number[];
  readonly cost: number;
  readonly people: number;
  readonly hits: number;
}

/** Every plan within the bounds, as its own sample has it: nothing of the search is used. */
const every: Enumerated[] = [];
let ground: SearchGround;

beforeAll(async () => {
  const today = await figuresOf(plan);
  const numbers = [0, 1, 2, 3];
  for (const a of numbers)
    for (const b of numbers)
      for (const c of numbers)
        for (const d of numbers) {
          if (a + b > 3 || c + d > 3) continue;
          const counts = [a, b, c, d];
          const figures = await figuresOf(addHires(plan, stepsOf(cells, counts)));
          const cost = meanOf(figures.cost, today.cost).mean;
          every.push({ counts, cost, people: a + b + c + d, hits: hitsOf(figures.bookings, TARGET) });
        }
  const pool = makeHirePool(cells, async (cell, index) => {
    const alone = await figuresOf(seatAlone(plan, hireSeat(plan, cell, index)));
    return { bookings: alone.bookings, cost: meanOf(alone.cost).mean };
  });
  ground = { pool, base: today.bookings, target: TARGET };
});

const search = (p: number, limits = limitsOf(question), exhaust = 1000) =>
  searchHires(ground, limits, Math.ceil(p * TRIALS), [cells.map(() => 0)], { ...hands, exhaust });

describe('hires for a chance, against all plans there are', () => {
  test.each([0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])('the cheapest for %d is found', async (p) => {
    const good = every.filter(({ hits }) => hits >= p * TRIALS);
    const cheapest = good.reduce((best, each) => (each.cost < best.cost ? each : best));
    const found = await search(p);
    expect(found.counts).toEqual(cheapest.counts);
    expect(found.hits).toBe(cheapest.hits);
    expect(found.cost).toBeCloseTo(cheapest.cost, 4);
    expect(found.proved).toBe(true);
  });

  test('exchanges alone cost at most a fifth more, where one person is half the plan', async () => {
    for (const p of [0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const cheapest = Math.min(...every.flatMap(({ hits, cost }) => (hits >= p * TRIALS ? [cost] : [])));
      const found = await search(p, limitsOf(question), 0);
      expect(found.hits).toBeGreaterThanOrEqual(p * TRIALS);
      expect(found.cost, String(p)).toBeLessThanOrEqual(1.2 * cheapest);
    }
  });

  test.each([0.3, 0.6, 0.8])(
    'the fewest people for %d are found, and of them those that cost least',
    async (p) => {
      const good = every.filter(({ hits }) => hits >= p * TRIALS);
      const fewest = Math.min(...good.map(({ people }) => people));
      const least = Math.min(...good.filter(({ people }) => people === fewest).map(({ cost }) => cost));
      const found = await search(p, { ...limitsOf(question), objective: 'hires' });
      expect(found.people).toBe(fewest);
      expect(found.cost).toBeCloseTo(least, 4);
    },
  );

  test('within a budget that does not suffice, the plan of the highest chance is found', async () => {
    const budget = 400_000;
    const best = Math.max(...every.filter(({ cost }) => cost <= budget).map(({ hits }) => hits));
    const found = await search(0.99, { ...limitsOf(question), budget });
    expect(found.hits).toBe(best);
    expect(found.cost).toBeLessThanOrEqual(budget);
    expect(best).toBeLessThan(0.99 * TRIALS);
  });

  test('beyond the bounds, everyone who may be hired is', async () => {
    const found = await search(0.9999);
    expect(found.hits).toBe(Math.max(...every.map(({ hits }) => hits)));
    expect(found.people).toBe(6);
  });
});
