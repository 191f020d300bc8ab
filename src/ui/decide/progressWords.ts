import type { HireProgress } from '../../decide/solve/solver';
import { formatShare } from '../../model/format/formatShare';
import type { Plan } from '../../model/plan';
import { hiresInLine } from './hireWords';

const LABELS: Readonly<Record<HireProgress['stage'], string>> = {
  sampling: 'Sampling what each new person would add',
  searching: 'Searching for the hires that cost least',
  testing: 'Testing what was found on trials it has not seen',
};

/** What the search is at, and the best that it has so far. */
export function progressWords(
  plan: Plan,
  progress: HireProgress | undefined,
): { label: string; detail?: string } {
  const label = LABELS[progress?.stage ?? 'sampling'];
  const best = progress?.best;
  return best
    ? { label, detail: `Best so far, ${formatShare(best.chance)}: ${hiresInLine(plan, best.hires)}` }
    : { label };
}
