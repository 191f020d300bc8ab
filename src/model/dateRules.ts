import { makeProblem } from './planProblems';
import type { Skeleton } from './planSkeleton';
import type { Problem } from './problem';

/** Incumbents who are hired after the plan's start, and seats that close before anybody is in them. */
export const dateRules = (plan: Skeleton): Problem[] => [...lateIncumbents(plan), ...earlyClosings(plan)];

function lateIncumbents({ calendar, seats }: Skeleton): Problem[] {
  const start = calendar?.start;
  if (start === undefined) return [];
  return (seats ?? []).flatMap((seat, index) => {
    const hired = seat?.occupant?.kind === 'incumbent' ? seat.occupant.hired : undefined;
    if (hired === undefined || hired <= `${start}-01`) return [];
    const rule = `must be on or before the plan's start, ${start}-01`;
    return [makeProblem('hired-after-start', ['seats', index, 'occupant', 'hired'], rule, hired)];
  });
}

const DATE_FIELDS = { incumbent: 'hired', planned: 'start', transfer: 'date' } as const;

function earlyClosings({ seats }: Skeleton): Problem[] {
  return (seats ?? []).flatMap((seat, index) => {
    const occupant = seat?.occupant;
    const kind = occupant?.kind;
    const known = kind === 'incumbent' || kind === 'planned' || kind === 'transfer';
    const start = occupant && known ? occupant[DATE_FIELDS[kind]] : undefined;
    if (seat?.closes === undefined || start === undefined || seat.closes > start) return [];
    const rule = `must be after the first person's start, ${start}`;
    return [makeProblem('closes-before-start', ['seats', index, 'closes'], rule, seat.closes)];
  });
}
