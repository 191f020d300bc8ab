import { formatCount } from '../../model/format/formatCount';
import type { RunSummary } from '../../stats/summary';

/**
 * What a picture rests on, in words: `10,000 trials, seed 7, engine 1.0`; a run under way or stopped says how far it came,
 * and one that ended by itself that it knew enough.
 */
export function restsOn(summary: RunSummary, wanted: number): string {
  const trials = formatCount(summary.trials);
  const ended = summary.complete ? ' (known as well as asked for)' : '';
  const run =
    summary.trials < wanted ? `${trials} of ${formatCount(wanted)} trials${ended}` : `${trials} trials`;
  return `${run}, seed ${summary.seed}, engine ${summary.engine}`;
}
