import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentialRate } from '../../src/calibrate/exponentialRate';
import { kaplanMeier, type SeenStay } from '../../src/calibrate/kaplanMeier';
import { closedForm, type ClosedForm } from '../support/closedForms';
import { frozen } from '../support/frozen';

/** A list of numbers among a block's parameters. */
function list({ params }: ClosedForm, key: string): number[] {
  const values = params[key];
  if (!Array.isArray(values)) throw new Error(`the block must have a list ${key}`);
  return values.map(Number);
}

const close = (value: number, exact: number) =>
  expect(Math.abs(value / exact - 1), `${value} for ${exact}`).toBeLessThan(1e-6);

/** Meets every figure of a block whose keys are `S(time)`, `se(time)` and `H(time)` with that prefix; says how many. */
function meetCurve(values: ClosedForm['values'], prefix: string, stays: readonly SeenStay[]): number {
  const points = kaplanMeier(stays);
  const keys = Object.keys(values).filter((key) => key.startsWith(prefix) && key.includes('('));
  for (const key of keys) {
    const [, figure, time] = /(S|se|H)\((\d+)\)$/.exec(key) ?? [];
    const point = points.find((each) => each.time === Number(time));
    if (point === undefined) throw new Error(`nobody leaves at ${time}`);
    const seen = { S: point.staying, se: point.greenwoodError, H: point.cumulativeHazard }[figure ?? ''];
    close(seen ?? NaN, values[key] ?? NaN);
  }
  const times = keys.filter((key) => key.startsWith(`${prefix}S(`));
  expect(points).toHaveLength(times.length);
  return keys.length;
}

const freireich = closedForm('kaplan_meier_freireich_6MP');
describe.skipIf(freireich === undefined)('remission under 6-MP (skipped where ../shared is absent)', () => {
  const { params, values } = freireich ?? { params: {}, values: {} };
  const stays = () =>
    list({ params, values }, 'times').map((exit, index) => ({
      entry: 0,
      exit,
      left: list({ params, values }, 'events')[index] === 1,
    }));

  test('has the published curve, its Greenwood errors and its Nelson–Aalen hazard, to 1e-6', () => {
    expect(meetCurve(values, '', frozen(stays()))).toBe(21);
  });

  test('has the exponential rate of nine relapses in 359 weeks, to 1e-6', () => {
    close(exponentialRate(frozen(stays())), values['exponential_rate'] ?? NaN);
    expect(exponentialRate(stays())).toBe(9 / 359);
  });
});

const roster = closedForm('kaplan_meier_left_truncated_roster');
describe.skipIf(roster === undefined)(
  'a roster of people who were there before the window (skipped where ../shared is absent)',
  () => {
    const { params, values } = roster ?? { params: {}, values: {} };
    const stays = (truncated: boolean): SeenStay[] =>
      list({ params, values }, 'tenure_months').map((exit, index) => ({
        entry: truncated ? (list({ params, values }, 'tenure_at_window_start')[index] ?? 0) : 0,
        exit,
        left: list({ params, values }, 'left')[index] === 1,
      }));

    test('counts nobody before the window saw them: curve and errors to 1e-6', () => {
      expect(meetCurve(values, 'truncated ', frozen(stays(true)))).toBe(10);
    });

    test('is far too rosy without the delayed entry: the naive curve, to 1e-6', () => {
      expect(meetCurve(values, 'naive ', frozen(stays(false)))).toBe(5);
    });

    test('has either exponential rate, to 1e-6', () => {
      close(exponentialRate(stays(true)), values['rate_truncated'] ?? NaN);
      close(exponentialRate(stays(false)), values['rate_naive'] ?? NaN);
    });
  },
);

describe('the curve', () => {
  const leaves = (exit: number, entry = 0): SeenStay => ({ entry, exit, left: true });
  const stays = (exit: number, entry = 0): SeenStay => ({ entry, exit, left: false });

  test('takes those who are lost from view at a time as there for those who leave at it', () => {
    expect(kaplanMeier([leaves(5), stays(5), leaves(5), stays(9)])).toEqual([
      expect.objectContaining({ time: 5, atRisk: 4, events: 2, staying: 0.5 }),
    ]);
  });

  test('takes those who enter at a time as not yet there for those who leave at it', () => {
    expect(kaplanMeier([leaves(5), leaves(5.5, 5)]).map(({ atRisk }) => atRisk)).toEqual([1, 1]);
    expect(kaplanMeier([leaves(5), stays(9), leaves(7, 5)]).map(({ atRisk }) => atRisk)).toEqual([2, 2]);
  });

  test('falls to zero where all in view leave, with no error, and stays there', () => {
    const points = kaplanMeier([leaves(2), leaves(8, 4), stays(9, 4)]);
    expect(points.map(({ staying, greenwoodError }) => [staying, greenwoodError])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(points.at(-1)?.cumulativeHazard).toBe(1.5);
  });

  test('has no point and no rate where nothing was seen: no stays, or none with any length', () => {
    for (const none of [[], [leaves(3, 3)], [stays(2, 4)]]) {
      expect(kaplanMeier(none)).toEqual([]);
      expect(exponentialRate(none)).toBe(0);
    }
  });

  const stay = fc
    .record({ entry: fc.nat(20), length: fc.integer({ min: 0, max: 30 }), left: fc.boolean() })
    .map(({ entry, length, left }) => ({ entry, exit: entry + length, left }));
  const many = fc.array(stay, { maxLength: 60 });

  test('falls from one and never below zero, while the hazard rises', () => {
    fc.assert(
      fc.property(many, (records) => {
        let before = { time: -1, staying: 1, cumulativeHazard: 0 };
        for (const point of kaplanMeier(frozen(records))) {
          expect(point.time).toBeGreaterThan(before.time);
          expect(point.staying).toBeLessThanOrEqual(before.staying);
          expect(point.staying).toBeGreaterThanOrEqual(0);
          expect(point.cumulativeHazard).toBeGreaterThan(before.cumulativeHazard);
          expect(point.events).toBeLessThanOrEqual(point.atRisk);
          // ln(1 − x) ≤ −x: Nelson–Aalen is never the gloomier of the two
          expect(point.staying).toBeLessThanOrEqual(Math.exp(-point.cumulativeHazard) + 1e-12);
          before = point;
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('and the rate do not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        many.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(kaplanMeier(shuffled)).toEqual(kaplanMeier(records));
          expect(exponentialRate(shuffled)).toBe(exponentialRate(records));
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  test('stays at one where nobody left', () => {
    fc.assert(
      fc.property(many, (records) => {
        const censored = records.map((record) => ({ ...record, left: false }));
        expect(kaplanMeier(censored)).toEqual([]);
        expect(exponentialRate(censored)).toBe(0);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('of people all seen from their first day to their last is the share of them who stayed longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (tenures) => {
        for (const { time, staying } of kaplanMeier(tenures.map((tenure) => leaves(tenure)))) {
          const longer = tenures.filter((tenure) => tenure > time).length / tenures.length;
          expect(staying).toBeCloseTo(longer, 12);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('does not change where a stay is cut in two at any time of its own', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0.1, max: 49.9, noNaN: true }), (records, cut) => {
        const parts = records.flatMap((record) =>
          record.entry < cut && cut < record.exit
            ? [
                { entry: record.entry, exit: cut, left: false },
                { ...record, entry: cut },
              ]
            : [record],
        );
        expect(kaplanMeier(parts)).toEqual(kaplanMeier(records));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
