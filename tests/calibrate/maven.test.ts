import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { calibratePlan } from '../../src/calibrate/calibratePlan';
import type { Calibration } from '../../src/calibrate/report';
import { importHistory } from '../../src/io/history/importHistory';
import type { SalesHistory } from '../../src/model/history';
import { parsePlan } from '../../src/model/parsePlan';
import { crmFiles, fileOf, historyOf, problemsOf } from '../support/crmFiles';
import { frozen } from '../support/frozen';
import { sharedFile } from '../support/shared';

const figuresFile = sharedFile('reference/maven_figures.json');

interface Fit {
  readonly ks: number;
  readonly mean: number;
  readonly loglik: number;
  readonly p50: number;
  readonly p90: number;
}
interface Sample {
  readonly lognormal: Fit & { mu: number; sigma: number };
  readonly gamma: Fit & { shape: number; scale: number };
  readonly empirical: {
    n: number;
    mean: number;
    sd: number;
    p10: number;
    p50: number;
    p90: number;
    min: number;
    max: number;
  };
}
interface Figures {
  readonly win_rate: [number, number, number];
  readonly win_rate_by_rep: Record<string, [number, number, number]>;
  readonly months: { m: string; won: number; n: number; book: number }[];
  readonly quarter_totals: Record<string, number>;
  readonly month_in_quarter_multipliers: number[];
  readonly after_seasonality_shock_sd: number;
  readonly deal_size_all: Sample;
  readonly cycle_won: Sample;
}

describe.skipIf(figuresFile === undefined)('the figures of Maven (skipped where ../shared is absent)', () => {
  let figures: Figures;
  let history: SalesHistory;
  let calibration: Calibration;
  const calibrated = (of: SalesHistory): Calibration => {
    const result = calibratePlan(of);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };

  beforeAll(async () => {
    figures = JSON.parse(readFileSync(figuresFile ?? '', 'utf8')).maven;
    history = frozen(await historyOf((await crmFiles('maven')) ?? []));
    calibration = calibrated(history);
  });

  test('wins, win rates by seller, months and quarters are exact', () => {
    const { report } = calibration;
    expect([report.winRate.won, report.winRate.closed, report.winRate.rate]).toEqual(figures.win_rate);
    expect(report.counts).toEqual({ won: 4238, lost: 2473, open: 2089, sellers: 30 });
    expect(
      Object.fromEntries(report.sellers.map(({ name, winRate }) => [name, [winRate.won, winRate.closed]])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(figures.win_rate_by_rep).map(([name, [won, closed]]) => [name, [won, closed]]),
      ),
    );
    expect(
      report.months.map(({ month, won, closed, bookings }) => ({ m: month, won, n: closed, book: bookings })),
    ).toEqual(figures.months.map(({ m, won, n, book }) => ({ m, won, n, book })));
    expect(report.quarters.map(({ label, bookings, full }) => [label, bookings, full])).toEqual([
      ['FY2017-Q1', 1_134_672, false],
      ['FY2017-Q2', 3_086_111, true],
      ['FY2017-Q3', 2_982_255, true],
      ['FY2017-Q4', 2_802_496, true],
    ]);
  });

  test('the profile of the quarter is that of the full months, to 1e-9', () => {
    calibration.report.monthInQuarter.forEach((weight, index) =>
      expect(Math.abs(weight - (figures.month_in_quarter_multipliers[index] ?? 0))).toBeLessThan(1e-9),
    );
    expect(calibration.plan.seasonality.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(12, 12);
    expect(calibration.report.market.sd).toBe(figures.after_seasonality_shock_sd);
  });

  test.each(['dealSize', 'cycle'] as const)(
    'the sample and the fits of %s have the reference’s digits',
    (key) => {
      const reference = key === 'dealSize' ? figures.deal_size_all : figures.cycle_won;
      const sample = calibration.report[key];
      if (sample === undefined) throw new Error(`no ${key}`);
      const { empirical } = reference;
      expect([sample.n, sample.min, sample.max]).toEqual([empirical.n, empirical.min, empirical.max]);
      for (const [value, expected] of [
        [sample.mean, empirical.mean],
        [sample.sd, empirical.sd],
        [sample.p10, empirical.p10],
        [sample.median, empirical.p50],
        [sample.p90, empirical.p90],
      ] as const)
        expect(value).toBeCloseTo(expected, 6);
      for (const fit of sample.fits) {
        const expected = reference[fit.family];
        const parameters =
          'mu' in expected ? [expected.mu, expected.sigma] : [expected.shape, expected.scale];
        fit.parameters.forEach((parameter, index) =>
          expect(parameter).toBeCloseTo(parameters[index] ?? NaN, 5),
        );
        expect(fit.mean).toBeCloseTo(expected.mean, 5);
        expect(fit.ks).toBeCloseTo(expected.ks, 5);
        expect(fit.logLikelihood).toBeCloseTo(expected.loglik, 4);
        expect(fit.p50).toBeCloseTo(expected.p50, 5);
        expect(fit.p90).toBeCloseTo(expected.p90, 4);
      }
    },
  );

  test('each of the 30 sellers has a seat under their manager and region, with their own record', () => {
    const { plan, report } = calibration;
    expect(plan.seats).toHaveLength(30);
    expect(plan.managers).toHaveLength(6);
    expect(plan.regions.map(({ name }) => name)).toEqual(['Central', 'East', 'West']);
    const seat = plan.seats.find(({ name }) => name === 'Darcel Schlecht');
    const manager = plan.managers.find(({ id }) => id === seat?.managerId);
    expect(manager?.name).toBe('Melvin Marxen');
    expect(plan.regions.find(({ id }) => id === manager?.regionId)?.name).toBe('Central');
    if (seat?.occupant.kind !== 'incumbent' || seat.occupant.history === undefined)
      throw new Error('no record');
    const { shape, rate } = seat.occupant.history.dealsPerMonth;
    expect(seat.occupant.hired).toBe('2016-10-25');
    expect(shape).toBeCloseTo(report.prior.shape + 96 + 115 + 94, 6);
    expect(rate).toBeCloseTo(report.prior.rate + 9, 8);
    expect(plan.roles[0]?.skillCv).toBeCloseTo(1 / Math.sqrt(report.prior.shape), 4);
    expect(plan.parameterUncertainty).toBe(true);
  });

  test('the target is four mean quarters rounded up, the same each quarter; nobody left', () => {
    const { plan, report } = calibration;
    expect(report.target.amount).toBe(12_000_000);
    expect(plan.targets).toEqual(
      [1, 2, 3, 4].map((quarter) => ({ period: `FY2018-Q${quarter}`, amount: 3_000_000 })),
    );
    expect(plan.calendar).toEqual({ start: '2018-01', months: 12, fiscalYearStart: 1 });
    expect(report.attrition.leavers).toBe(0);
    expect(plan.roles[0]?.annualAttrition).toBeGreaterThan(0);
    expect(plan.roles[0]?.annualAttrition).toBeLessThan(report.attrition.segmentDefault);
  });

  test('nobody left, so there is one rate at every tenure; mean deal sizes are known to sd ÷ √n ÷ mean', () => {
    const { plan, report } = calibration;
    expect(report.tenure).toMatchObject({ leavers: 0, points: [] });
    expect(plan.roles[0]).not.toHaveProperty('attritionByTenure');
    const { n, mean, sd } = report.dealSize;
    // the role's sizes are those of the full quarters, nine months of ten
    expect(plan.roles[0]?.dealSizeCv).toBeCloseTo(sd / mean / Math.sqrt(0.9 * n), 3);
  });

  test('the pipeline has the reference’s cycle, lists all 2,089 that are open, and expects nothing of those older than any that was won', () => {
    const asked = calibratePlan(history, { pipeline: true });
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const { plan, report } = asked.value;
    const { p50, p90 } = figures.cycle_won.empirical;
    expect(report.pipeline?.cycle.p50).toBeCloseTo(p50, 4);
    expect(report.pipeline?.cycle.p90).toBeCloseTo(p90, 4);
    expect(plan.roles[0]?.pipeline).toMatchObject({ winRateBase: 6711, opening: 'listed' });
    expect(plan.openPipeline.opportunities).toHaveLength(2089);
    expect(report.pipeline).toMatchObject({ withoutSeat: 0, withoutAmount: 2089, withoutCreation: 500 });
    // no deal of the history was won after 138 days, and more than half of the dated ones are older
    const old = report.pipeline?.stages.filter(({ name }) => /^Open for (180|270|365)/.test(name)) ?? [];
    expect(old).toHaveLength(3);
    for (const { winRate } of old) expect(winRate).toBe(0);
    // won ÷ (won + lost) of all that is open would be 1,319 wins
    expect(report.pipeline?.expectedWins).toBeLessThan(500);
  });

  test('the plan is one that its own door lets in unchanged', () => {
    expect(parsePlan(JSON.parse(JSON.stringify(calibration.plan)))).toEqual({
      ok: true,
      value: calibration.plan,
    });
  });

  test('the five silent sellers and the two spellings are reported', () => {
    expect(problemsOf(history, 'name-spelling')).toEqual([
      '- product: a name must be spelled in one way, got “GTXPro” in 1480 rows → read as “GTX Pro”',
    ]);
    expect(history.problemCounts.find(({ rule }) => rule === 'seller-without-deals')?.count).toBe(5);
  });

  test('files in any order make the same plan; opportunities alone make the same figures', async () => {
    const files = (await crmFiles('maven')) ?? [];
    expect(calibrated(await historyOf(files.toReversed()))).toEqual(calibration);
    const alone = calibrated(await historyOf(files.filter(({ name }) => name === 'sales_pipeline.csv')));
    expect(alone.plan.managers).toEqual([]);
    expect(alone.report.dealSize).toEqual(calibration.report.dealSize);
    expect(alone.plan.seats.map(({ name, occupant }) => [name, occupant])).toEqual(
      calibration.plan.seats.map(({ name, occupant }) => [name, occupant]),
    );
  });

  test('the team table alone is no plan yet, and says what is missing', async () => {
    const files = (await crmFiles('maven')) ?? [];
    const team = await historyOf(files.filter(({ name }) => name === 'sales_teams.csv'));
    const result = calibratePlan(team);
    expect(result.ok ? 'a plan' : result.problems.map(({ message }) => message)).toEqual([
      "a plan must have opportunities to rest on, got sales_teams.csv (sellers): add the CRM's export of won and lost deals",
    ]);
  });

  test('a file that was cut short is another history, not a crash', async () => {
    const [pipeline] = ((await crmFiles('maven')) ?? []).filter(({ name }) => name === 'sales_pipeline.csv');
    const text = await new Response(pipeline?.stream() as ReadableStream<Uint8Array>).text();
    const half = await importHistory([fileOf('half.csv', text.slice(0, text.length / 2))]);
    expect(half.ok).toBe(true);
  });
});
