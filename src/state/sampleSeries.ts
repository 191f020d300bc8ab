import { splitId } from '../model/units';
import type { Problem } from '../model/problem';
import type { Runner } from '../runner/runner';
import { splitOutcome } from '../decide/splits/splitOutcome';
import type { ExploredSplits, MadePoint } from './exploredSplits';
import { madeFrom } from './madeFrom';
import type { MadeSplit } from './makeSeries';
import { planUnder } from './planUnder';
import { recipeName } from './tradeOffRecipes';

interface SeriesRun {
  readonly runner: Runner;
  readonly signal: AbortSignal;
  /** Why it is to stop before the next. */
  readonly edited: () => readonly Problem[] | undefined;
  /** How many are done, with what is done of the one under way. */
  readonly tell: (done: number) => void;
  /** All that are done so far, each time that one is; once before the first. */
  readonly show: (points: readonly MadePoint[]) => void;
}

/** Simulates made splits one after another, all of that state of the plan; says why it stopped, where it did not come to the end. */
export async function sampleSeries(
  { from, plan, seating }: Pick<ExploredSplits, 'from' | 'plan' | 'seating'>,
  made: readonly MadeSplit[],
  { runner, signal, edited, tell, show }: SeriesRun,
): Promise<readonly Problem[]> {
  const { trials } = plan.run;
  const points: MadePoint[] = [];
  for (const [place, { recipe, territoryOf, pieces }] of made.entries()) {
    const problems = edited();
    if (problems) return problems;
    if (place === 0) show([]);
    tell(place);
    const id = splitId(`made-${place}`);
    const split = madeFrom(from, { id, name: recipeName(recipe), territoryOf, pieces });
    const under = planUnder(plan, split, seating);
    const sample = await runner.sample(under, {
      trials,
      signal,
      onProgress: (done) => tell(place + done / trials),
    });
    if (signal.aborted) return [];
    if (!sample.ok) return sample.problems;
    const outcome = splitOutcome(under, sample.value);
    if (!outcome) continue;
    points.push({ recipe, split, result: { plan: under, of: plan, seating, outcome } });
    show([...points]);
  }
  if (made.length === 0) show([]);
  return [];
}
