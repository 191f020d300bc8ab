import { describe, expect, test } from 'vitest';
import { kaplanMeier, type SeenStay, type SurvivalPoint } from '../../src/calibrate/kaplanMeier';
import type { CalibrationOptions } from '../../src/calibrate/report';
import { tenureCurve } from '../../src/calibrate/tenureCurve';
import { monthFromNumber, monthNumber } from '../../src/model/calendar';
import type { Seller } from '../../src/model/history';
import type { TenureAttrition } from '../../src/model/plan';
import { seededDraws } from '../../src/model/seededDraws';
import { isoDate, isoMonth, share } from '../../src/model/units';
import { calibrated, dealsOf, historyOf } from './support/madeHistory';

/** What stands in a role's curve; fails where there is none. */
function pointsOf(role: { attritionByTenure?: TenureAttrition | undefined } | undefined) {
  if (role?.attritionByTenure?.kind !== 'curve') throw new Error('the role must have a curve');
  return role.attritionByTenure.points;
}

describe('a roster seen through a window', () => {
  // some 11,700 people in view, seed 7: tenure Weibull of shape 1.5 and scale 26 months, hired evenly over 20 years, seen in the last two
  const draw = seededDraws(7);
  const people = Array.from({ length: 60_000 }, () => ({
    hired: 240 * draw(),
    tenure: 26 * (-Math.log(1 - draw())) ** (1 / 1.5),
  }));
  const seen = people.flatMap(({ hired, tenure }): SeenStay[] =>
    hired + tenure < 216
      ? []
      : [
          {
            entry: Math.max(0, 216 - hired),
            exit: Math.min(tenure, 240 - hired),
            left: hired + tenure < 240,
          },
        ],
  );
  const staying = (points: readonly SurvivalPoint[], month: number) =>
    points.findLast(({ time }) => time <= month);

  test('has the true curve within 4 of its own errors, which are themselves below a twentieth', () => {
    const points = kaplanMeier(seen);
    expect(seen.length).toBeGreaterThan(10_000);
    for (const month of [3, 6, 12, 24, 36, 48]) {
      const point = staying(points, month);
      const exact = Math.exp(-((month / 26) ** 1.5));
      expect(point?.greenwoodError).toBeLessThan(0.05);
      expect(Math.abs((point?.staying ?? 0) - exact)).toBeLessThan(4 * (point?.greenwoodError ?? 0));
    }
  });

  test('would seem to stay for longer if it were counted from the day of hire', () => {
    const naive = staying(kaplanMeier(seen.map((stay) => ({ ...stay, entry: 0 }))), 24);
    expect(naive?.staying).toBeGreaterThan(Math.exp(-((24 / 26) ** 1.5)) + 0.1);
  });
});

describe('the curve of a role', () => {
  const point = (time: number, atRisk: number, events: number): SurvivalPoint => ({
    time,
    atRisk,
    events,
    staying: NaN,
    greenwoodError: NaN,
    cumulativeHazard: NaN,
  });

  test('is that of Kaplan and Meier where enough are at risk', () => {
    const points = pointsOf({
      attritionByTenure: tenureCurve([point(3, 10, 1), point(7.5, 8, 2)], share(0.3)),
    });
    expect(points).toEqual([
      { month: 3, staying: 0.9 },
      { month: 7.5, staying: 0.675 },
    ]);
  });

  test('takes the annual rate where one of two leaves, instead of half of all', () => {
    const points = pointsOf({
      attritionByTenure: tenureCurve([point(1, 1, 1), point(6, 2, 1), point(12, 10, 1)], share(0.3)),
    });
    const half = Math.sqrt(0.7);
    expect(points.map(({ staying }) => staying)).toEqual([
      expect.closeTo(0.7 ** (1 / 12), 5),
      expect.closeTo(half, 5),
      expect.closeTo(0.9 * half, 5),
    ]);
  });

  test('ends with the last point that enough were at risk of, and is none without any', () => {
    const curve = tenureCurve([point(3, 10, 1), point(9, 4, 1), point(20, 6, 6)], share(0.3));
    expect(pointsOf({ attritionByTenure: curve })).toHaveLength(1);
    expect(tenureCurve([point(3, 4, 1), point(9, 3, 3)], share(0.3))).toBeUndefined();
    expect(tenureCurve([], share(0.3))).toBeUndefined();
  });

  test('has sixty points at the most, its last one among them, and each where it was', () => {
    const many = Array.from({ length: 607 }, (_, index) => point(index + 1, 1000 - index, 1));
    const points = pointsOf({ attritionByTenure: tenureCurve(many, share(0.3)) });
    expect(points).toHaveLength(60);
    expect(points.at(-1)).toEqual({ month: 607, staying: share(0.393) });
    for (const { month, staying } of points) expect(staying).toBeCloseTo(1 - month / 1000, 6);
  });
});

describe('a history', () => {
  const NAMES = Array.from({ length: 30 }, (_, index) => `Seller ${10 + index}`);
  const month = (offset: number) => monthFromNumber(monthNumber(isoMonth('2021-01')) + offset);

  /** Thirty sellers over four years, one more each month from the fifth on; the first so many of them leave after 6, 7, 8 … months. */
  function sold(leavers: number, sellers: (name: string, index: number) => Partial<Seller> = () => ({})) {
    const deals = NAMES.flatMap((seller, index) =>
      dealsOf({
        seller,
        from: month(5 + index),
        months: index < leavers ? 6 + index : 43 - index,
        won: () => 2,
      }),
    );
    const always = dealsOf({ seller: 'Always', from: month(0), months: 48, won: () => 2 });
    return historyOf(
      [...always, ...deals],
      NAMES.map((name, index) => ({ name, ...sellers(name, index) })),
    );
  }
  const roleOf = (leavers: number, options: CalibrationOptions = {}) =>
    calibrated(sold(leavers), options).plan.roles[0];

  test('of ten leavers gives its role their curve, and says so', () => {
    const { plan, report } = calibrated(sold(12));
    expect(report.tenure).toMatchObject({ leavers: 12, unknown: 1 });
    expect(report.tenure.rule).toBe(
      'By tenure, as the Kaplan–Meier curve of the history has it: 12 sellers of known tenure left, and 10 are enough. Beyond its last point the annual rate holds.',
    );
    const points = pointsOf(plan.roles[0]);
    expect(points).toHaveLength(12);
    // whoever stays is seen for eleven months at least
    points.forEach(({ month: tenure, staying }, index) => {
      expect(tenure).toBeCloseTo(5 + index + 27 / 30, 0);
      if (index < 5) expect(staying).toBeCloseTo(1 - (index + 1) / 30, 5);
    });
    expect(plan.roles[0]?.annualAttrition).toBe(report.attrition.annual);
  });

  test('of nine leavers has one rate, and says why', () => {
    const { plan, report } = calibrated(sold(9));
    expect(plan.roles[0]).not.toHaveProperty('attritionByTenure');
    expect(report.tenure.points).toHaveLength(9);
    expect(report.tenure.rule).toBe(
      'One annual rate at every tenure: 9 sellers of known tenure left; a curve needs 10, and five people there at the same tenure.',
    );
  });

  test('of a plan in which nobody leaves has no curve', () => {
    expect(roleOf(12, { attrition: false })).not.toHaveProperty('attritionByTenure');
    expect(roleOf(12, { attrition: false })?.annualAttrition).toBe(0);
  });

  test('counts tenure from the team table’s date of hire, and nobody before the history saw them', () => {
    // everyone was hired a year before their first deal
    const hired = (_: string, index: number) => ({ hired: isoDate(`${month(index - 7)}-01`) });
    const points = pointsOf(calibrated(sold(12, hired)).plan.roles[0]);
    expect(points[0]?.month).toBeCloseTo(17.9, 0);
    expect(points[0]?.staying).toBeCloseTo(29 / 30, 5);
  });

  test('of two segments gives each its own curve where its leavers are ten, and that of all where they are fewer', () => {
    const { plan, report } = calibrated(
      sold(14, (_, index) => ({ segment: index < 11 || index > 20 ? 'Enterprise' : 'SMB' })),
    );
    const [enterprise, smb] = plan.roles;
    expect(pointsOf(enterprise)).toHaveLength(11);
    expect(pointsOf(smb)).toHaveLength(14);
    expect(report.tenure.rule).toMatch(/Enterprise seller has a curve of its own\.$/);
  });
});
