import type { SalesHistory } from '../model/history';
import type { Plan } from '../model/plan';
import { fail, succeed, type Result } from '../model/problem';
import { money, type SeatId } from '../model/units';
import { quantileOfSorted, summariseSample } from '../stats/distribution';
import { makeBacktest, placeActual, type Backtest } from './backtest';
import type { BacktestScore, BacktestVerdict, CoverageLevel, ForecastScore } from './backtestScore';
import type { CalibrationOptions } from './report';
import { writeBacktestSentences } from './writeBacktestSentences';

/** The engine, which this room does not know. */
export interface Simulator {
  /** Its version. */
  readonly engine: string;
  /** What every seat of a plan books, one figure a trial in the order of trials; the same whatever seats are beside it. */
  readonly simulate: (plan: Plan, trials: number) => ReadonlyMap<SeatId, Float64Array>;
}

/** Trials of one seat: at most, at least, and of all seats together as long as each has the least. */
const TRIALS = { most: 4000, least: 500, together: 400_000 };
/** How many times as long a seat is simulated that chance alone may put on the wrong side of a range's end. */
const LONGER = 5;

/** Holds the last full quarter of a history back and says how right the plan would have been. Fails as `makeBacktest` does. */
export function runBacktest(
  history: SalesHistory,
  options: CalibrationOptions,
  simulator: Simulator,
): Result<BacktestScore> {
  const backtest = makeBacktest(history, options);
  return backtest.ok ? scoreBacktest(backtest.value, simulator) : backtest;
}

/**
 * Simulates every seat with the plan's own seed and places what happened; the team is the sum of its seats, trial by
 * trial. Fails without a seat.
 * Cost: 4,000 trials a seat up to a hundred seats, and five times that for one near the end of a range; fewer beyond.
 */
export function scoreBacktest(backtest: Backtest, { engine, simulate }: Simulator): Result<BacktestScore> {
  const { plan, actual, report } = backtest;
  const count = plan.seats.length;
  if (count === 0)
    return fail([
      {
        code: 'backtest-sellers-missing',
        path: 'opportunities',
        message: `a backtest must have sellers who sold shortly before ${backtest.quarter}, got none`,
      },
    ]);
  const trials = Math.max(TRIALS.least, Math.min(TRIALS.most, Math.floor(TRIALS.together / count)));
  const score = (samples: ReadonlyMap<SeatId, Float64Array>) =>
    [...samples].map(([id, sample]) => [id, scoreForecast(sample, actual.seats.get(id) ?? 0)] as const);
  const samples = simulate(plan, trials);
  const total = sumByTrial([...samples.values()], trials);
  const scores = new Map(score(samples));
  // among more sellers than that, one more or less inside a range tells nothing
  const longerTrials = trials === TRIALS.most ? LONGER * trials : trials;
  const close = plan.seats.filter(({ id }) => isClose(scores.get(id)?.below ?? 0, trials));
  if (longerTrials > trials && close.length > 0)
    for (const [id, longer] of score(simulate({ ...plan, seats: close }, longerTrials)))
      scores.set(id, longer);
  const sellers = plan.seats.flatMap(({ id, name }) => {
    const found = scores.get(id);
    return found ? [{ name, ...found }] : [];
  });
  const heldAt = (level: CoverageLevel) => sellers.filter(({ within }) => within[level]).length;
  const held = { 50: heldAt(50), 80: heldAt(80), 90: heldAt(90) };
  const found = {
    quarter: backtest.quarter,
    known: report.quarters.flatMap(({ label, full }) => (full ? [label] : [])),
    team: scoreForecast(total, actual.team),
    seats: { count, within: held },
    sellers: sellers.toSorted((a, b) => b.actual - a.actual || (a.name < b.name ? -1 : 1)),
    verdict: judge(held[80], count),
    unforeseen: backtest.unforeseen,
    trials,
    longerTrials,
    seed: plan.run.seed,
    engine,
    currency: plan.currency,
  };
  return succeed({ ...found, sentences: writeBacktestSentences(found) });
}

/** The team's bookings. */
function sumByTrial(samples: readonly Float64Array[], trials: number): Float64Array {
  const total = new Float64Array(trials);
  for (const sample of samples)
    for (let trial = 0; trial < trials; trial++) total[trial] = (total[trial] ?? 0) + (sample[trial] ?? 0);
  return total;
}

/** Summarises a sample, which is sorted in place, with what happened. Quantiles are of type 7. */
function scoreForecast(sample: Float64Array, actual: number): ForecastScore {
  const { mean } = summariseSample(sample);
  const at = (level: number) => money(quantileOfSorted(sample, level));
  return {
    expected: money(mean),
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    actual: money(actual),
    ...placeActual(actual, sample),
  };
}

/** The ends of the 50, 80 and 90 % ranges. */
const ENDS = [0.05, 0.1, 0.25, 0.75, 0.9, 0.95];

/** Whether a share of the trials is within two of its standard errors of a range's end. */
const isClose = (below: number, trials: number): boolean =>
  ENDS.some((end) => Math.abs(below - end) < 2 * Math.sqrt((end * (1 - end)) / trials));

/** One in twenty of a normal variable lies above it. */
const Z = 1.645;

/** Whether that many of `count` are as many as 80 % of them, with the correction for continuity. */
function judge(held: number, count: number): BacktestVerdict {
  const expected = 0.8 * count;
  const sd = Math.sqrt(count * 0.8 * 0.2);
  if (held + 0.5 < expected - Z * sd) return 'too-few';
  return held - 0.5 > expected + Z * sd ? 'too-many' : 'as-many';
}
