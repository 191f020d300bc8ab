import { formatCount } from '../../model/format/formatCount';
import { formatMonth } from '../../model/format/formatMonth';
import { occupantDate } from '../../model/occupantDate';
import type { Occupant, Plan } from '../../model/plan';
import { isoMonth, type IsoDate } from '../../model/units';
import type { RollUp } from './seatRows';

/** `1 seat`, `2,000 seats`. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** `8 seats, 1 planned`. */
export function seatCountWords({ seats, filled, planned }: RollUp): string {
  if (seats === 0) return 'no seats';
  if (planned === 0) return `${countWords(seats, 'seat')}, all filled`;
  return filled === 0
    ? `${countWords(seats, 'seat')}, all planned`
    : `${countWords(seats, 'seat')}, ${planned} planned`;
}

/** A day as people write it: `Mar 2027` where it is the first, else `15 Mar 2027`. */
export function dayWords(date: IsoDate): string {
  const month = formatMonth(isoMonth(date.slice(0, 7)));
  const day = Number(date.slice(8, 10));
  return day === 1 ? month : `${day} ${month}`;
}

/** Who is in a seat first, in a line: `Planned for Mar 2027`. */
export function personWords(plan: Pick<Plan, 'seats'>, occupant: Occupant): string {
  if (occupant.kind === 'incumbent') return `There since ${dayWords(occupant.hired)}`;
  if (occupant.kind === 'planned') return `Planned for ${dayWords(occupant.start)}`;
  const from = plan.seats.find(({ id }) => id === occupant.fromSeatId)?.name ?? occupant.fromSeatId;
  return `Transfer from ${from}, ${dayWords(occupant.date)}`;
}

/** When somebody comes, as it stands on the bar: `Mar 2027`, and for a transfer `← Ann Lee, Mar 2027`. */
export function startWords(plan: Pick<Plan, 'seats'>, occupant: Occupant): string {
  if (occupant.kind !== 'transfer') return dayWords(occupantDate(occupant));
  const from = plan.seats.find(({ id }) => id === occupant.fromSeatId)?.name ?? occupant.fromSeatId;
  return `← ${from}, ${dayWords(occupant.date)}`;
}

/** Who comes, and what else is dated: `5 planned hires, 1 transfer, 2 closings`. */
export function comingWords({ seats }: Pick<Plan, 'seats'>): string {
  const count = (kind: Occupant['kind']) => seats.filter(({ occupant }) => occupant.kind === kind).length;
  const closings = seats.filter(({ closes }) => closes !== undefined).length;
  const hires = count('planned');
  return [
    hires === 0 ? 'No hires are planned' : countWords(hires, 'planned hire'),
    ...(count('transfer') > 0 ? [countWords(count('transfer'), 'transfer')] : []),
    ...(closings > 0 ? [countWords(closings, 'closing')] : []),
  ].join(', ');
}
