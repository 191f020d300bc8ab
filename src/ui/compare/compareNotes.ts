import { formatCount } from '../../model/format/formatCount';
import type { Compared } from '../../state/comparison.svelte';

/** What a comparison rests on: `10,000 trials of each plan, paired, seed 1, engine 2`. */
export const restsOnPairs = ({ result, draws, engine }: Compared): string =>
  `${formatCount(result.trials)} trials of each plan, paired, seed ${draws.seed}, engine ${engine}`;

/** What a reader must know of plans that differ in how or when they are run. */
export function compareNotes({ plans, draws, result }: Compared): string[] {
  const [first] = plans;
  if (!first) return [];
  const runs = plans.map(({ plan }) => plan.run);
  const calendars = plans.map(({ plan }) => plan.calendar);
  const notes: string[] = [];
  if (runs.some(({ seed }) => seed !== draws.seed))
    notes.push(
      `The plans have seeds of their own. All are run here under seed ${draws.seed}, that of “${first.name}”, so that their trials are paired; the others’ figures differ from their own Outlook by chance alone.`,
    );
  if (runs.some(({ trials }) => trials !== draws.trials))
    notes.push(
      `The plans ask for different numbers of trials; ${formatCount(result.trials)} of each are compared.`,
    );
  const [calendar] = calendars;
  const apart = calendars.some(
    ({ start, months, fiscalYearStart }) =>
      start !== calendar?.start || months !== calendar.months || fiscalYearStart !== calendar.fiscalYearStart,
  );
  if (apart)
    notes.push('The plans cover different months; only periods that all of them cover alike are compared.');
  return notes;
}
