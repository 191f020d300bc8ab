import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  makeBacktest,
  onlySeat,
  placeActual,
  type Backtest,
  type Placement,
} from '../../src/calibrate/backtest';
import type { SalesHistory } from '../../src/model/history';
import { meanDealSize } from '../../src/model/meanDealSize';
import type { Plan, SellerHistory } from '../../src/model/plan';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { bestKernel } from '../../workers/kernels';
import { quantileOfSorted } from '../../src/stats/distribution';
import { crmFiles, historyOf } from '../support/crmFiles';
import { frozen } from '../support/frozen';
import { sharedFile } from '../support/shared';

const referenceFile = sharedFile('reference/maven_backtest.json');
const VARIANT = 'C gamma-posterior (NB) rate, own empirical sizes';
const TRIALS = 20_032;

interface Reference {
  readonly team_mean: number;
  readonly team_sd: number;
  readonly team_actual: number;
  readonly team_pit: number;
  readonly rep_covered: Record<'50' | '80' | '90', number>;
  readonly per_rep: ({ rep: string; actual: number; pit: number } & Record<
    'q05' | 'q10' | 'q25' | 'q50' | 'q75' | 'q90' | 'q95',
    number
  >)[];
}

/** Bookings of the whole plan by trial, ascending. Seed 1, the plan's own. */
function simulate(plan: Plan): Float64Array {
  const kernel = bestKernel();
  const input = compilePlan(plan);
  const { months } = plan.calendar;
  const totals = new Float64Array(TRIALS);
  for (let block = 0; block * BLOCK_TRIALS < TRIALS; block++) {
    const { bookings, trials } = runBlock(
      kernel,
      input,
      block,
      Math.min(BLOCK_TRIALS, TRIALS - block * BLOCK_TRIALS),
    );
    for (let row = 0; row < trials; row++)
      for (let month = 0; month < months; month++)
        totals[block * BLOCK_TRIALS + row] =
          (totals[block * BLOCK_TRIALS + row] ?? 0) + (bookings[row * months + month] ?? 0);
  }
  return totals.sort();
}

const records = (plan: Plan): SellerHistory[] =>
  plan.seats.flatMap(({ occupant }) =>
    occupant.kind === 'incumbent' && occupant.history !== undefined ? [occupant.history] : [],
  );

describe.skipIf(referenceFile === undefined)(
  'Maven’s fourth quarter from its second and third (skipped where ../shared is absent)',
  () => {
    let reference: Reference;
    let history: SalesHistory;
    let backtest: Backtest;
    let team: Float64Array;
    let seats: Map<string, Float64Array>;

    beforeAll(async () => {
      reference = JSON.parse(readFileSync(referenceFile ?? '', 'utf8')).Q4_from_Q2Q3[VARIANT];
      history = frozen(await historyOf((await crmFiles('maven')) ?? []));
      const made = makeBacktest(history);
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      backtest = frozen(made.value);
      team = simulate(backtest.plan);
      seats = new Map(
        backtest.plan.seats.map(({ id, name }) => [name, simulate(onlySeat(backtest.plan, id))]),
      );
    });

    test('holds back what happened, and nothing but it', () => {
      expect(backtest.quarter).toBe('FY2017-Q4');
      expect(backtest.plan.calendar).toMatchObject({ start: '2017-10', months: 3 });
      expect(backtest.actual.team).toBe(reference.team_actual);
      expect(backtest.unforeseen).toBe(0);
      expect(backtest.report.to).toBe('2017-09-30');
      expect(backtest.plan.roles.every(({ annualAttrition }) => annualAttrition === 0)).toBe(true);
      const actual = new Map(
        backtest.plan.seats.map(({ id, name }) => [name, backtest.actual.seats.get(id)]),
      );
      for (const { rep, actual: expected } of reference.per_rep) expect(actual.get(rep)).toBe(expected);
    });

    test('its moments by formula are variant C’s: three months of a + k over b + E deals at the seller’s own sizes', () => {
      let mean = 0;
      let variance = 0;
      for (const { dealsPerMonth, dealSize } of records(backtest.plan)) {
        const { shape, rate } = dealsPerMonth;
        const size = meanDealSize(dealSize);
        const deals = dealSize.counts.reduce((sum, count) => sum + count, 0);
        const squares = dealSize.amounts.reduce(
          (sum, amount, index) => sum + amount * amount * (dealSize.counts[index] ?? 0),
          0,
        );
        mean += (3 * shape * size) / rate;
        variance += (3 * shape * squares) / deals / rate + (9 * shape * size * size) / (rate * rate);
      }
      expect(Math.abs(mean / reference.team_mean - 1)).toBeLessThan(1e-6);
      expect(Math.abs(Math.sqrt(variance) / reference.team_sd - 1)).toBeLessThan(1e-6);
    });

    test(`the simulated team has variant C’s mean and spread within 4 standard errors (${TRIALS} trials, seed 1)`, () => {
      const mean = team.reduce((sum, value) => sum + value, 0) / TRIALS;
      const sd = Math.sqrt(team.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (TRIALS - 1));
      expect(Math.abs(mean - reference.team_mean)).toBeLessThan((4 * reference.team_sd) / Math.sqrt(TRIALS));
      expect(Math.abs(sd - reference.team_sd)).toBeLessThan((4 * reference.team_sd) / Math.sqrt(2 * TRIALS));
      const { below } = placeActual(backtest.actual.team, team);
      expect(Math.abs(below - reference.team_pit)).toBeLessThan(
        4 * Math.sqrt((reference.team_pit * (1 - reference.team_pit)) / TRIALS),
      );
    });

    test('as many sellers lie inside 50, 80 and 90 % as by the exact law, but for who is nearer to an end than the trials can tell', () => {
      const placed = backtest.plan.seats.map(({ id, name }): Placement =>
        placeActual(backtest.actual.seats.get(id) ?? 0, seats.get(name) ?? []),
      );
      for (const level of ['50', '80', '90'] as const) {
        const ends = [0.5 - Number(level) / 200, 0.5 + Number(level) / 200];
        const near = reference.per_rep.filter(({ pit }) =>
          ends.some((end) => Math.abs(pit - end) < 4 * Math.sqrt((end * (1 - end)) / TRIALS)),
        );
        expect(near.length).toBeLessThanOrEqual(2);
        const inside = placed.filter(({ within }) => within[level]).length;
        expect(Math.abs(inside - reference.rep_covered[level]), `inside ${level} %`).toBeLessThanOrEqual(
          near.length,
        );
      }
    });

    test('every seller’s quantiles hold their share of trials within 4 standard errors', () => {
      for (const rep of reference.per_rep) {
        const sample = seats.get(rep.rep) ?? new Float64Array();
        expect(Math.abs(placeActual(rep.actual, sample).below - rep.pit)).toBeLessThan(
          4 * Math.sqrt((rep.pit * (1 - rep.pit)) / TRIALS) + 1e-4,
        );
        for (const [key, level] of [
          ['q05', 0.05],
          ['q10', 0.1],
          ['q25', 0.25],
          ['q50', 0.5],
          ['q75', 0.75],
          ['q90', 0.9],
          ['q95', 0.95],
        ] as const) {
          // The reference gives the whole dollar at which the level is reached.
          const slack = 4 * Math.sqrt((level * (1 - level)) / TRIALS);
          expect(rep[key]).toBeGreaterThanOrEqual(quantileOfSorted(sample, Math.max(0, level - slack)) - 1);
          expect(rep[key]).toBeLessThanOrEqual(quantileOfSorted(sample, Math.min(1, level + slack)) + 1);
        }
      }
    });

    test('a history of one full quarter cannot be tested', () => {
      const made = makeBacktest(history, { historyFrom: backtest.plan.calendar.start });
      expect(made.ok ? 'a backtest' : made.problems.map(({ code }) => code)).toEqual(['history-short']);
    });
  },
);

test('an amount is placed among ties by halves, inside intervals with both ends', () => {
  const placed = placeActual(5, [1, 5, 5, 5, 9]);
  expect(placed.below).toBe(0.5);
  expect(placed.within).toEqual({ 50: true, 80: true, 90: true });
  expect(placeActual(10, [1, 5, 5, 5, 9]).within).toEqual({ 50: false, 80: false, 90: false });
});
