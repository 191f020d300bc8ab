/** Absences of the first person in a seat. */
import type { LeaveOfAbsence, Plan, Seat } from '../../model/plan';
import { occupantDate } from '../../model/occupantDate';
import { share, type IsoDate } from '../../model/units';
import { percentWords } from './percentWords';
import { firstOfMonth } from './seatEdits';
import { dayWords } from './seatWords';
import { addDays, addMonths } from './timelineLayout';

export type Leaves = readonly LeaveOfAbsence[];

/** As many as `parsePlan` allows. */
export const MOST_LEAVES = 20;

const lengthOf = ({ from, to }: LeaveOfAbsence): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The seat's leaves with one more: three months, all of the work, after the last leave or the first person's start. */
export function addLeave(plan: Pick<Plan, 'calendar'>, seat: Seat): Leaves {
  const leaves = seat.leaves ?? [];
  const first = firstOfMonth(plan, 0);
  const start = occupantDate(seat.occupant);
  const from = leaves.at(-1)?.to ?? (start > first ? start : first);
  return [...leaves, { from, to: addMonths(from, 3), share: share(1) }];
}

/** The leaves with some figures of one replaced; one that is moved to begin after its end keeps its length. */
export function changeLeave(leaves: Leaves, index: number, figures: Partial<LeaveOfAbsence>): Leaves {
  return leaves.map((leave, at) => {
    if (at !== index) return leave;
    const next = { ...leave, ...figures };
    return figures.from !== undefined && next.to <= next.from
      ? { ...next, to: addDays(next.from, lengthOf(leave)) }
      : next;
  });
}

/** The leaves without one, as a seat has them: none at all is no list. */
export function removeLeave(leaves: Leaves, index: number): Leaves | undefined {
  const rest = leaves.filter((_, at) => at !== index);
  return rest.length === 0 ? undefined : rest;
}

/** `Apr 2027 to Jul 2027`, with the share where it is not all. */
export const leaveWords = ({ from, to, share: part }: LeaveOfAbsence): string =>
  `${dayWords(from)} to ${dayWords(to)}${part === 1 ? '' : `, ${percentWords(part)}`}`;

/** A seat's absences in a line. */
export const leavesWords = (leaves: Leaves = []): string =>
  leaves.length === 0 ? 'None' : leaves.map(leaveWords).join('; ');

/** The later of two days. */
export const laterOf = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
