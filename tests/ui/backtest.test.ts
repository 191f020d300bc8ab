import { describe, expect, test } from 'vitest';
import type { BacktestScore, ForecastScore, SellerScore } from '../../src/calibrate/backtestScore';
import { writeCsv } from '../../src/charts/chartTable';
import { money } from '../../src/model/units';
import { backtestTable } from '../../src/ui/data/backtestTable';
import { backtestWords } from '../../src/ui/data/backtestWords';
import { layoutBacktest } from '../../src/ui/data/layoutBacktest';

/** A forecast of 100 with ranges of ±10, ±20 and ±30, times `size`. */
function forecast(actual: number, size = 1000): ForecastScore {
  const at = (value: number) => money(value * size);
  const off = Math.abs(actual - 100);
  return {
    ...{ expected: at(100), p5: at(70), p10: at(80), p25: at(90), p50: at(100), p75: at(110), p90: at(120) },
    ...{ p95: at(130), actual: at(actual), below: Math.min(0.99, Math.max(0.01, actual / 200)) },
    within: { 50: off <= 10, 80: off <= 20, 90: off <= 30 },
  };
}

const seller = (name: string, actual: number): SellerScore => ({ name, ...forecast(actual) });
const sellers = [seller('Ada Park', 135), seller('Ben Ortiz', 125), seller('Cyd Wu', 100), seller('Dee', 0)];
const score: BacktestScore = {
  quarter: 'FY2024-Q4',
  known: ['FY2024-Q2', 'FY2024-Q3'],
  team: forecast(115, 4000),
  seats: { count: 4, within: { 50: 1, 80: 1, 90: 2 } },
  sellers,
  verdict: 'too-few',
  unforeseen: money(0),
  trials: 4000,
  longerTrials: 20_000,
  seed: 1,
  engine: '1',
  currency: 'USD',
  sentences: { team: '', sellers: '' },
};

describe('the picture of a backtest', () => {
  test.each([320, 560, 1200])('keeps every mark on a plot of its own axis, %i px wide', (width) => {
    const { box, height, rows, ticks, legend } = layoutBacktest(sellers, width);
    expect(rows.map((row) => row.seller.name)).toEqual(sellers.map(({ name }) => name));
    const places = [...rows.flatMap((row) => [...row.range80, row.actual]), ...ticks.map((tick) => tick.at)];
    expect(Math.min(...places)).toBeGreaterThanOrEqual(box.left);
    expect(Math.max(...places)).toBeLessThanOrEqual(box.right);
    expect(box.right).toBeLessThan(width);
    for (const { range80, range50 } of rows) {
      expect(range80[0]).toBeLessThan(range50[0]);
      expect(range50[0]).toBeLessThan(range50[1]);
      expect(range50[1]).toBeLessThan(range80[1]);
    }
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks[0]).toMatchObject({ value: 0, at: box.left });
    expect(rows.at(-1)?.y).toBeLessThan(box.bottom);
    expect(box.bottom).toBeLessThan(height);
    expect(Math.max(...legend.map(({ y }) => y))).toBeLessThan(box.top);
  });

  test('places amounts in proportion and tells who is outside the 80 % range', () => {
    const { box, rows } = layoutBacktest(sellers, 800);
    const at = (name: string) => rows.find((row) => row.seller.name === name);
    expect(at('Dee')?.actual).toBe(box.left);
    expect(
      ((at('Ben Ortiz')?.actual ?? 0) - box.left) / ((at('Cyd Wu')?.actual ?? 0) - box.left),
    ).toBeCloseTo(1.25);
    expect(rows.map(({ outside }) => outside)).toEqual([true, true, false, true]);
  });

  test('shortens names that have no room', () => {
    const long = 'Wilhelmina Featherstonehaugh-Cholmondeley';
    expect(layoutBacktest([seller(long, 100)], 320).rows[0]?.label).toMatch(/^Wilhelmina.*…$/);
    expect(layoutBacktest([seller('Dee', 100)], 320).rows[0]?.label).toBe('Dee');
  });
});

test('the table of a backtest has the team first and every figure in full', () => {
  const table = backtestTable(score);
  expect(table.rows.map(([name, , place]) => [name?.raw, place?.text])).toEqual([
    ['Team', 'in 80\u202f%'],
    ['Ada Park', 'outside'],
    ['Ben Ortiz', 'in 90\u202f%'],
    ['Cyd Wu', 'in 50\u202f%'],
    ['Dee', 'outside'],
  ]);
  expect(writeCsv(table).split('\n')[4]).toBe(
    'Cyd Wu,100000,in 50\u202f%,100000,70000,80000,90000,100000,110000,120000,130000',
  );
});

describe('a backtest in words', () => {
  test('tells where the team came out, on its nearer side', () => {
    expect(backtestWords(score).team).toBe(
      'The team’s result lies inside its 80\u202f% range: 43\u202f% of the trials were higher than what the team booked.',
    );
    const low = { ...score, team: { ...forecast(60), below: 0.04 } };
    expect(backtestWords(low).team).toMatch(
      /outside its 80\u202f% range: 4\u202f% of the trials were lower .* one quarter of five/,
    );
  });

  test('tells what to do about the sellers', () => {
    expect(backtestWords(score).sellers).toBe(
      'About 8 in 10 should lie inside their 80\u202f% range. 1 of 4 did: fewer than chance explains, so trust the ranges less and raise “Market swings” in the levers.',
    );
    expect(backtestWords({ ...score, verdict: 'as-many' }).sellers).toMatch(/can be taken as they are\.$/);
    expect(backtestWords({ ...score, verdict: 'too-many' }).sellers).toMatch(/wider than they had to be\.$/);
  });

  test('tells what it does not test, and whose bookings it leaves out', () => {
    expect(backtestWords(score).limits).toMatch(/nothing of who leaves, of hires or of ramps\.$/);
    expect(backtestWords({ ...score, unforeseen: money(123_456) }).limits).toMatch(
      /Others booked \$123K in Q4 FY24, which is not counted\.$/,
    );
  });
});
