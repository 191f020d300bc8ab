import { formatCount } from '../../model/format/formatCount';
import { formatMonth } from '../../model/format/formatMonth';
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
