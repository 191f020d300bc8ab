import { formatCount } from '../model/format/formatCount';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { runBytes } from '../stats/runBytes';

/** Of a thousand million bytes. */
const gigabytes = (bytes: number): string => `${formatCount(bytes / 1e9, 1)} GB`;

/** The most trials that fit, by halving; none where the plan alone is too much. */
function mostTrials(plan: Plan, workers: number, memory: number): number {
  let fit = 0;
  let over = plan.run.trials;
  while (over - fit > 1) {
    const middle = Math.floor((fit + over) / 2);
    if (runBytes(plan, middle, workers) <= memory) fit = middle;
    else over = middle;
  }
  return fit;
}

/** Why the plan's run is refused on a machine of that many bytes and workers, which could not hold it; undefined where it can. */
export function tooLarge(plan: Plan, workers: number, memory: number): Problem | undefined {
  const { trials } = plan.run;
  const needed = runBytes(plan, trials, workers);
  if (needed <= memory) return undefined;
  const most = mostTrials(plan, workers, memory);
  const lower =
    most >= 1
      ? `lower the trials to ${formatCount(most)} or the plan's months`
      : `lower the plan's seats or months, or use fewer workers`;
  return {
    code: 'too-large',
    path: 'run.trials',
    message: `a run must fit into the ${gigabytes(memory)} of memory that this machine gives, got ${formatCount(trials)} trials that take ${gigabytes(needed)}; ${lower}`,
  };
}
