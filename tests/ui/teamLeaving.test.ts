import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updateRole } from '../../src/model/editPlan';
import { parsePlan } from '../../src/model/parsePlan';
import { share } from '../../src/model/units';
import {
  addBand,
  bandBounds,
  bandsOf,
  behindWords,
  changeBand,
  hasRoomForBand,
  leavingInFirstYear,
  leavingOfKind,
  leavingWords,
  removeBand,
  stayingAt,
  type LeavingBands,
} from '../../src/ui/team/leaving';
import { layoutStaying } from '../../src/ui/team/layoutStaying';
import { rampTable, stayingTable } from '../../src/ui/team/roleTables';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = makeFullPlan();
const words = (text: string) => text.replaceAll('\u202f', ' ');
const constant = { annualAttrition: share(0.26) };
const bands: LeavingBands = [
  { fromMonth: 0, annual: share(0.4) },
  { fromMonth: 12, annual: share(0.2) },
];
const banded = { ...constant, attritionByTenure: { kind: 'bands', bands } as const };
const curved = {
  ...constant,
  attritionByTenure: {
    kind: 'curve',
    points: [
      { month: 6, staying: share(0.9) },
      { month: 24, staying: share(0.7) },
    ],
  } as const,
};

describe('who is still there', () => {
  test('a year of constant attrition leaves what it says, and two years compound', () => {
    expect(stayingAt(constant, 12)).toBeCloseTo(0.74, 12);
    expect(stayingAt(constant, 24)).toBeCloseTo(0.74 ** 2, 12);
    expect(stayingAt(constant, 0)).toBe(1);
  });

  test('bands hold one after the other', () => {
    expect(stayingAt(banded, 12)).toBeCloseTo(0.6, 12);
    expect(stayingAt(banded, 36)).toBeCloseTo(0.6 * 0.8 ** 2, 12);
    expect(leavingInFirstYear(banded)).toBeCloseTo(0.4, 12);
  });

  test('a curve goes through its points, and on with the annual attrition', () => {
    expect(stayingAt(curved, 6)).toBeCloseTo(0.9, 12);
    expect(stayingAt(curved, 24)).toBeCloseTo(0.7, 12);
    expect(stayingAt(curved, 36)).toBeCloseTo(0.7 * 0.74, 12);
  });
});

describe('another form', () => {
  test('a constant as bands is one band, and a curve as bands keeps who is still there where they meet', () => {
    expect(bandsOf(constant)).toEqual([{ fromMonth: 0, annual: 0.26 }]);
    const next = { ...curved, ...leavingOfKind(curved, 'bands') };
    for (const month of [6, 24, 48])
      expect(stayingAt(next as typeof banded, month)).toBeCloseTo(stayingAt(curved, month), 2);
    expect(leavingOfKind(banded, 'constant')).toEqual({ attritionByTenure: undefined });
  });

  test('every form is told in a line', () => {
    expect(words(leavingWords(constant))).toBe('Constant 26 % a year');
    expect(words(leavingWords(banded))).toBe('By tenure: 40 % a year, 20 % from month 12');
    expect(words(leavingWords(curved))).toBe('By tenure, as in the history: 70 % stay 24 months');
    expect(words(behindWords({ threshold: 0.5, multiplier: 2 }))).toBe(
      'Below 50 % of quota at a quarter’s end: 2 times as readily',
    );
    expect(behindWords(undefined)).toBe('No more readily than others');
  });
});

test('whatever is added, changed within its bounds and removed, the bands are valid', () => {
  const edit = fc.tuple(
    fc.constantFrom('add', 'from', 'annual', 'remove'),
    fc.nat(60),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
      let list = bands;
      for (const [kind, place, part] of edits) {
        const index = place % list.length;
        const { min, max } = bandBounds(list, index);
        if (kind === 'add' && hasRoomForBand(list)) list = addBand(list);
        if (kind === 'from' && max >= min)
          list = changeBand(list, index, { fromMonth: min + part * (max - min) });
        if (kind === 'annual') list = changeBand(list, index, { annual: share(part * 0.99) });
        if (kind === 'remove') list = removeBand(list, index);
      }
      const next = updateRole(plan, plan.roles[0]!.id, { attritionByTenure: { kind: 'bands', bands: list } });
      expect(parsePlan(next)).toMatchObject({ ok: true });
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('the picture of who stays spans three years or as far as there is something to say', () => {
  expect(layoutStaying(constant, 360, 100)).toMatchObject({ months: 36, points: [] });
  const far = {
    ...constant,
    attritionByTenure: { kind: 'bands' as const, bands: [...bands, { fromMonth: 60, annual: share(0.1) }] },
  };
  const layout = layoutStaying(far, 360, 100);
  expect(layout.months).toBe(72);
  expect(layout.ticks.map(({ month }) => month)).toEqual([0, 24, 48, 72]);
  expect(layoutStaying(curved, 360, 100).points).toEqual([
    { x: 60, y: 10 },
    { x: 240, y: 30 },
  ]);
});

describe('tables behind a role’s pictures', () => {
  test('tell the ramp month by month, and full productivity after it', () => {
    const { rows } = rampTable([share(0), share(0.5)]);
    expect(rows.map((row) => row.map(({ raw }) => raw))).toEqual([
      [1, 0],
      [2, 0.5],
      [3, 1],
    ]);
    expect(rows.at(-1)?.[0]?.text).toBe('3 and later');
    expect(rampTable([]).rows).toHaveLength(1);
  });

  test('tell who is still there: all at first, the stated share fewer after a year', () => {
    const { rows } = stayingTable({ annualAttrition: share(0.3) });
    expect(rows[0]?.[1]?.raw).toBe(1);
    expect(Number(rows.find(([month]) => month?.raw === 12)?.[1]?.raw)).toBeCloseTo(0.7, 12);
    const shares = rows.map((row) => Number(row[1]?.raw));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
});
