import { formatCount } from '../../model/format/formatCount';
import type { RunSummary } from '../../stats/summary';

/** What a picture rests on, in words: `10,000 trials, seed 7, engine 1.0`; a run under way or stopped says how far it came. */
export function restsOn(summary: RunSummary, wanted: number): string {
  const trials = formatCount(summary.trials);
  const run = summary.trials < wanted ? `${trials} of ${formatCount(wanted)} trials` : `${trials} trials`;
  return `${run}, seed ${summary.seed}, engine ${summary.engine}`;
}
