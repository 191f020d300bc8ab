import type { Money } from '../../model/units';
import { makeProbability } from '../../stats/distribution';
import { hireCount, type HireStep } from './hires';
import { leastChance } from './leastChance';
import { nonDominated } from './nonDominated';
import { CONFIDENCE, type HireAnswer, type HireQuestion, type Shortfall, type TestedPlan } from './question';
import type { FoundPlan } from './testPlans';
import { hitsOf, meanOf, type TrialFigures } from './trialFigures';

export interface TestedSamples {
  readonly question: HireQuestion;
  readonly target: Money;
  /** Found by the search; `forSafety` are those among which the answer is. */
  readonly plans: readonly FoundPlan[];
  /** Of each of them, and of the plan as it is: the same trials. */
  readonly samples: readonly TrialFigures[];
  readonly today: TrialFigures;
  readonly weighed: number;
  readonly searchTrials: number;
  readonly testTrials: number;
  readonly additive: boolean;
  /** Whether the search was ended before it was through. */
  readonly stopped: boolean;
  readonly seed: number;
}

/**
 * Chooses among plans by a sample that the search has not seen: the one that spares most of those whose chance is at
 * least the one asked for, at the confidence that is shared between all that are tested for it (Bonferroni).
 */
export function chooseAnswer(found: TestedSamples): HireAnswer {
  const { question, target, plans, samples, today, testTrials } = found;
  const tests = Math.max(1, plans.filter(({ forSafety }) => forSafety).length);
  const each = 1 - (1 - CONFIDENCE) / tests;
  const tested = (hires: readonly HireStep[], figures: TrialFigures): TestedPlan => {
    const hits = hitsOf(figures.bookings, target);
    return {
      hires,
      count: hireCount(hires),
      chance: makeProbability(hits, testTrials),
      least: leastChance(hits, testTrials, each),
      cost: meanOf(figures.cost, today.cost),
      bookings: meanOf(figures.bookings, today.bookings),
    };
  };
  const asItIs = tested([], today);
  const all = plans.map(({ hires }, place) => tested(hires, samples[place] ?? today));
  const affordable = (plan: TestedPlan) =>
    plan.count === 0 || plan.cost.mean <= (question.budget ?? Infinity);
  const spares = ({ count, cost }: TestedPlan) =>
    question.objective === 'hires' ? [count, cost.mean] : [cost.mean, count];
  const bySparing = (a: TestedPlan, b: TestedPlan) => {
    const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [spares(a), spares(b)];
    return a1 - b1 || a2 - b2;
  };
  const candidates = all.filter((plan, place) => plans[place]?.forSafety === true && affordable(plan));
  const chosen = candidates.filter(({ least }) => least >= question.probability).sort(bySparing)[0];
  const inReach = [asItIs, ...all.filter(affordable)];
  const best = inReach.reduce((most, plan) => (plan.chance.value > most.chance.value ? plan : most), asItIs);
  return {
    question,
    target,
    today: asItIs,
    ...(chosen && { chosen, proved: plans[all.indexOf(chosen)]?.proved === true }),
    ...(!chosen && { shortfall: shortfallOf(question, best, found.stopped) }),
    best,
    frontier: nonDominated(inReach),
    weighed: found.weighed,
    searchTrials: found.searchTrials,
    testTrials,
    seed: found.seed,
    tests,
    additive: found.additive,
  };
}

function shortfallOf(question: HireQuestion, best: TestedPlan, stopped: boolean): Shortfall {
  if (stopped) return 'stopped';
  if (best.chance.value >= question.probability) return 'unproven';
  return question.budget === undefined ? 'bounds' : 'budget';
}
