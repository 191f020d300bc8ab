import { makeProblem } from './planProblems';
import type { Skeleton } from './planSkeleton';
import type { Problem } from './problem';
import { referencesIn, unknownReferences } from './references';

/** Notes on what is not in the plan, and second notes on one field. Linear in the plan. */
export function noteRules(plan: Skeleton): Problem[] {
  const lists = {
    region: plan.regions,
    territory: plan.territories,
    manager: plan.managers,
    role: plan.roles,
    seat: plan.seats,
    event: plan.events,
  };
  const unknown = Object.entries(lists).flatMap(([kind, list]) =>
    unknownReferences(
      referencesIn(plan.notes, ['notes'], ['about', 'id'], ({ about }) =>
        about?.kind === kind ? about.id : undefined,
      ),
      list,
      kind,
    ),
  );
  const seen = new Set<string>();
  const twice = (plan.notes ?? []).flatMap((note, index) => {
    if (note?.field === undefined || note.about?.kind === undefined) return [];
    const key = JSON.stringify([note.about.kind, note.about.id, note.field]);
    if (seen.has(key))
      return [makeProblem('duplicate', ['notes', index, 'field'], 'must have one note at most', note.field)];
    seen.add(key);
    return [];
  });
  return [...unknown, ...twice];
}
