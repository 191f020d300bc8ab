import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/calibrate/gammaFunctions';
import { ImageBuilder } from '../../src/sim/imageBuilder';
import { lookUp } from '../../src/sim/kernel/draws';
import { weibullShape, weibullTable } from '../../src/sim/weibull';
import { closedForm, type ClosedForm } from '../support/closedForms';
import { attachImage } from './support/attachImage';
import { shareAbove, tableMoment } from './support/tableMoments';

const close = (value: number, exact: number, tolerance: number, what = '') =>
  expect(Math.abs(value / exact - 1), `${what} ${value} for ${exact}`).toBeLessThan(tolerance);

/** E X^n of a Weibull of scale one, by the host's logarithm and the calibrate room's gamma function. */
const raw = (shape: number, n: number) => Math.exp(logGamma(1 + n / shape));
const cvOf = (shape: number) => Math.sqrt(raw(shape, 2) / raw(shape, 1) ** 2 - 1);

describe('the shape of a Weibull', () => {
  it('is one where it is the exponential and two where it is Rayleigh’s, to 1e-12', () => {
    close(weibullShape(1), 1, 1e-12);
    close(weibullShape(Math.sqrt(4 / Math.PI - 1)), 2, 1e-12);
    // shape one half: Γ(5) ÷ Γ(3)² = 6
    close(weibullShape(Math.sqrt(5)), 0.5, 1e-12);
  });

  it('leads back to its coefficient of variation, and falls as that rises', () => {
    let before = Infinity;
    for (const cv of [0.01, 0.1, 0.3, 0.7, 1, 1.2, 2, 3, 10]) {
      const shape = weibullShape(cv);
      expect(shape).toBeLessThan(before);
      close(cvOf(shape), cv, cv < 0.1 ? 1e-8 : 1e-11);
      before = shape;
    }
  });
});

const builder = new ImageBuilder();
const tables = [0.05, 0.2, 0.5, 0.7, 1, 1.3, 2].map((cv) => ({ cv, table: builder.place(weibullTable(cv)) }));
const tenure = closedForm('weibull_tenure');
const shapeOfTenure = Number(tenure?.params['shape'] ?? 1);
const meanTenure = Number(tenure?.params['scale'] ?? 1) * raw(shapeOfTenure, 1);
const tenureTable = builder.place(weibullTable(cvOf(shapeOfTenure)).map((months) => months * meanTenure));
attachImage(builder);

describe.each(tables)('the table of the Weibull of cv $cv', ({ cv, table }) => {
  const shape = weibullShape(cv);
  const scale = 1 / raw(shape, 1);

  it('has a mean of one, the spread and the third moment over all words, to 1e-6, 2e-5 and 1e-4', () => {
    close(tableMoment(table, 1), 1, 1e-6);
    close(Math.sqrt(tableMoment(table, 2) - tableMoment(table, 1) ** 2), cv, 2e-5);
    close(tableMoment(table, 3), raw(shape, 3) * scale ** 3, 1e-4);
  });

  it('is within 1e-4 of the exact quantile at every level, and strictly monotone', () => {
    let before = 0;
    const draw = (v: number, upper: boolean) => lookUp(table, v + (upper ? 0x80000000 : 0));
    const levels = [
      ...new Set(Array.from({ length: 2000 }, (_, i) => Math.floor(2 ** ((i / 2000) * 31)) | 1)),
    ];
    for (const v of levels) {
      const p = v / 2 ** 32;
      close(draw(v, false), scale * (-Math.log1p(-p)) ** (1 / shape), 1e-4, `lower ${v}`);
      close(draw(v, true), scale * (-Math.log(p)) ** (1 / shape), 1e-4, `upper ${v}`);
      expect(draw(v, false)).toBeGreaterThan(before);
      before = draw(v, false);
    }
    for (const v of levels.toReversed()) {
      expect(draw(v, true)).toBeGreaterThan(before);
      before = draw(v, true);
    }
  });
});

it.skipIf(tenure === undefined)(
  'tenure of shape 1.5 and scale 26 months is the reference’s, to 1e-4 (skipped where ../shared is absent)',
  () => {
    const values: ClosedForm['values'] = tenure?.values ?? {};
    close(weibullShape(cvOf(shapeOfTenure)), shapeOfTenure, 1e-11);
    const staying = (months: number) => shareAbove(tenureTable, months);
    // mean residual life is ∫ S over the tenures beyond, which is the share staying's mean excess
    let beyond = 0;
    for (let months = 12; months < 300; months += 0.1)
      beyond += (0.1 / 6) * (staying(months) + 4 * staying(months + 0.05) + staying(months + 0.1));
    const seen: Record<string, number> = {
      mean: tableMoment(tenureTable, 1),
      median: lookUp(tenureTable, 0x7fffffff),
      hazard_12: (Math.log(staying(11.9)) - Math.log(staying(12.1))) / 0.2,
      P_leave_in_year2_given_12: 1 - staying(24) / staying(12),
      mean_residual_12: beyond / staying(12),
    };
    expect(Object.keys(seen).toSorted()).toEqual(Object.keys(values).toSorted());
    for (const [key, exact] of Object.entries(values)) close(seen[key] ?? NaN, exact, 1e-4, key);
  },
);
