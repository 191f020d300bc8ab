import type { Period } from '../../model/calendar';
import type { Plan } from '../../model/plan';
import { addHires } from './addHires';
import type { HireStep } from './hires';
import { samplePlan } from './samplePlan';
import type { HireSolver } from './solver';
import type { TrialFigures } from './trialFigures';

/** Trials of the test: the plan's own, so that a plan that is opened shows the same chance; within these bounds. */
const TEST_TRIALS = [4000, 20_000] as const;

/** What the search found: a plan, and whether it is one of those among which the safe one is chosen. */
export interface FoundPlan {
  readonly hires: readonly HireStep[];
  readonly forSafety: boolean;
  /** Whether the search weighed every cheaper plan. */
  readonly proved: boolean;
}

export interface Tested {
  readonly samples: readonly TrialFigures[];
  readonly today: TrialFigures;
  readonly testTrials: number;
}

/** Samples the plan as it is and the plans found; `onSafe` is called once all that are for safety have been. */
export async function testPlans(
  plan: Plan,
  plans: readonly FoundPlan[],
  period: Period,
  solver: HireSolver,
  onSafe: (tested: Tested) => void,
): Promise<Tested> {
  const testTrials = Math.min(TEST_TRIALS[1], Math.max(TEST_TRIALS[0], plan.run.trials));
  const today = await samplePlan(plan, period, testTrials, solver);
  const safe = plans.filter(({ forSafety }) => forSafety).length;
  const samples: TrialFigures[] = [];
  // one after the other: each is spread over all workers, which keep one plan compiled
  for (const { hires } of plans) {
    if (solver.finish?.aborted && samples.length >= Math.max(1, safe)) break;
    samples.push(
      hires.length === 0 ? today : await samplePlan(addHires(plan, hires), period, testTrials, solver),
    );
    solver.onProgress?.({ done: 0.8 + (0.2 * samples.length) / plans.length, stage: 'testing' });
    if (samples.length === safe) onSafe({ samples: [...samples], today, testTrials });
  }
  return { samples, today, testTrials };
}
