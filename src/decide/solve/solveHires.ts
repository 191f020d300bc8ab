import { planPeriods, targetOf, type Period } from '../../model/calendar';
import { setRun } from '../../model/editPlan';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import { addHires } from './addHires';
import { cellsOf, limitsOf, type HireLimits } from './hireLimits';
import { makeHirePool, type HireFigures, type HirePool } from './hirePool';
import { hireSeat } from './hireSeat';
import { stepsOf, type HireCell } from './hires';
import { chooseAnswer } from './chooseAnswer';
import { safeLevels, sweepLevels } from './levels';
import type { HireAnswer, HireQuestion } from './question';
import { samplePlan, SampleRefused } from './samplePlan';
import { seatAlone } from './seatAlone';
import { searchHires } from './searchHires';
import type { HireProgress, HireSolver } from './solver';
import { testPlans, type FoundPlan, type Tested } from './testPlans';
import { meanOf } from './trialFigures';
import type { WeighedPlan } from './weighedPlan';

/** Trials of the search: whole blocks; the standard error of a chance is half a point at the most. */
export const SEARCH_TRIALS = 8192;
/** How often the search of a level is set right by a sample of the whole plan where hires do not add up: for the answer, for the frontier. */
const CORRECTIONS = { answer: 2, frontier: 1 };
/** Kinds of moves that the frontier's plans, and those above the chance asked for, are bettered by; at that chance all are tried. */
const KINDS = { frontier: 3, above: 4 };
/** Most plans that are weighed one by one to prove the answer. */
const MOST_EXHAUSTED = 8000;

/** Another seed, so that the search never sees the trials that its plans are tested on. */
const searchSeed = (seed: number): number => (seed ^ 0x9e3779b9) >>> 0;

/**
 * Finds the hires that make a target safe at least cost or with fewest people. Two stages with common random numbers:
 * the search (`searchHires`) on a sample of its own, for the chance asked for and some above it, then a test of what it
 * found on trials it has not seen, by exact binomial bounds that share the confidence (Bonferroni): sample approximation
 * with a-posteriori checking (Luedtke & Ahmed 2008, SIAM J. Optim. 19:674–699, section 2.3; Nemirovski & Shapiro 2006).
 * Cost: a sample of one seat for each person weighed, and one of the plan for each plan tested.
 */
export async function solveHires(
  plan: Plan,
  question: HireQuestion,
  solver: HireSolver,
): Promise<Result<HireAnswer>> {
  const period = planPeriods(plan.calendar).find(({ id }) => id === question.period);
  const target = period && targetOf(plan, period);
  if (!period || target === undefined)
    return fail([
      {
        code: 'no-target',
        path: 'targets',
        message: `a target must be set, got none for ${question.period}`,
      },
    ]);
  try {
    const found = await search(plan, question, period, target, solver);
    const plans = [...found.plans].sort((a, b) => Number(b.forSafety) - Number(a.forSafety));
    const answerOf = (tested: Tested) =>
      chooseAnswer({
        question,
        target,
        ...found,
        plans: plans.slice(0, tested.samples.length),
        ...tested,
        seed: plan.run.seed,
      });
    const tested = await testPlans(plan, plans, period, solver, (some) => solver.onAnswer?.(answerOf(some)));
    return succeed(answerOf(tested));
  } catch (error) {
    if (error instanceof SampleRefused) return error.result;
    throw error;
  }
}

interface Found {
  /** Counts by cell → the plans, those for being safe first. */
  readonly plans: readonly FoundPlan[];
  readonly weighed: number;
  readonly searchTrials: number;
  readonly additive: boolean;
  readonly stopped: boolean;
}

async function search(
  plan: Plan,
  question: HireQuestion,
  period: Period,
  target: number,
  solver: HireSolver,
): Promise<Found> {
  const { pause, signal, finish, onProgress } = solver;
  const grounds = setRun(plan, { seed: searchSeed(plan.run.seed) });
  const cells = cellsOf(question);
  const limits = limitsOf(question);
  const base = await samplePlan(grounds, period, SEARCH_TRIALS, solver);
  const samplePerson = async (cell: HireCell, index: number): Promise<HireFigures> => {
    const alone = await samplePlan(
      seatAlone(grounds, hireSeat(plan, cell, index)),
      period,
      SEARCH_TRIALS,
      solver,
    );
    return { bookings: alone.bookings, cost: meanOf(alone.cost).mean };
  };
  const pool: HirePool = makeHirePool(cells, samplePerson);
  const levels = sweepLevels(question.probability, SEARCH_TRIALS);
  const safe = new Set(safeLevels(question.probability, SEARCH_TRIALS));
  let best: HireProgress['best'];
  let weighed = 0;
  let done = 0;
  let additive = true;
  let checked = false;
  const seen = new Map<string, FoundPlan>();
  const tell = (more = 0) =>
    onProgress?.({
      done: Math.min(0.8, (0.8 * (done + more)) / levels.length),
      stage: 'searching',
      ...(best && { best }),
    });
  const stopped = () => signal?.aborted === true || finish?.aborted === true;
  const hands = { pause, stopped, onPlan: () => void weighed++ };
  const keep = ({ counts, hits, proved = false }: WeighedPlan, forSafety: boolean) => {
    const key = counts.join();
    const hires = stepsOf(cells, counts);
    if (forSafety && !best) best = { hires, chance: hits / SEARCH_TRIALS };
    seen.set(key, { hires, forSafety: forSafety || seen.get(key)?.forSafety === true, proved });
  };

  let counts: readonly number[] = cells.map(() => 0);
  let ground = { pool, base: base.bookings, target };
  for (const level of levels) {
    if (stopped() && seen.size > 0) break;
    const needed = Math.ceil(level * SEARCH_TRIALS);
    const wanted = safe.has(level);
    const asked = level === question.probability;
    const starts = asked ? [counts, ...startsOf(cells, limits)] : [counts];
    // where hires do not add up, weighing every plan would prove nothing
    const exhaust = !additive ? 0 : wanted ? MOST_EXHAUSTED : MOST_EXHAUSTED / 10;
    const kinds = { ...hands, exhaust, ...(!asked && { kinds: wanted ? KINDS.above : KINDS.frontier }) };
    const corrections = wanted ? CORRECTIONS.answer : CORRECTIONS.frontier;
    let found = await searchHires(ground, limits, needed, starts, kinds);
    for (
      let round = 0;
      round <= corrections && found.people > 0 && !(checked && additive) && !stopped();
      round++
    ) {
      checked = true;
      const whole = await samplePlan(
        addHires(grounds, stepsOf(cells, found.counts)),
        period,
        SEARCH_TRIALS,
        solver,
      );
      const off = farthest(whole.bookings, found.bookings);
      if (off < 1e-6 * Math.max(1, target)) break;
      additive = false;
      if (round === corrections) break;
      ground = { ...ground, base: corrected(ground.base, whole.bookings, found.bookings) };
      found = await searchHires(ground, limits, needed, [found.counts], { ...kinds, exhaust: 0 });
    }
    keep(found, wanted);
    done++;
    tell();
    if (found.hits < needed) break;
    counts = found.counts;
  }
  return { plans: [...seen.values()], weighed, searchTrials: SEARCH_TRIALS, additive, stopped: stopped() };
}

/** Starts beside the one that the level before leaves: nobody, and as many of one role as may be, for each role. */
const startsOf = (cells: readonly HireCell[], { perCell, perRole }: HireLimits): number[][] => [
  cells.map(() => 0),
  ...[...perRole].map(([role, most]) => {
    let left = most;
    return cells.map(({ roleId }) => {
      const count = roleId === role ? Math.min(left, perCell) : 0;
      left -= count;
      return count;
    });
  }),
];

function farthest(one: Float64Array, other: Float64Array): number {
  let most = 0;
  for (let trial = 0; trial < one.length; trial++)
    most = Math.max(most, Math.abs((one[trial] ?? 0) - (other[trial] ?? 0)));
  return most;
}

/** The base with which the sum of its people is what the whole plan comes to. */
function corrected(base: Float64Array, whole: Float64Array, sum: Float64Array): Float64Array {
  return base.map((value, trial) => value + (whole[trial] ?? 0) - (sum[trial] ?? 0));
}
