import type { Moment, Vacancy } from '../../decide/replay/story';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan } from '../../model/plan';
import type { IsoDate } from '../../model/units';

/** How a moment is marked in its margin. */
export type MomentTone = 'good' | 'bad' | 'plain';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as it is said within its year: `16 Mar`, never broken over two lines. */
export const dayWords = (date: IsoDate): string =>
  `${Number(date.slice(8, 10))}\u00a0${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;

const dayCount = (days: number): string => `${formatCount(days)} ${days === 1 ? 'day' : 'days'}`;

/** What happened, as a sentence: `16 Mar: Ana Diaz leaves; the seat is vacant for 46 days, until 1 May.` */
export function momentWords(plan: Plan, moment: Moment): string {
  const seat = (id: string) => plan.seats.find((each) => each.id === id)?.name ?? id;
  switch (moment.kind) {
    case 'started':
      return `${dayWords(moment.date)}: ${startWords(seat(moment.seatId), moment)}.`;
    case 'notStarted':
      return `${seat(moment.seatId)} was to start on ${dayWords(moment.planned)} and does not by the plan’s end.`;
    case 'left': {
      const who = moment.first ? seat(moment.seatId) : `the successor in ${seat(moment.seatId)}’s seat`;
      return `${dayWords(moment.date)}: ${who} leaves; ${vacancyWords(moment.vacancy)}.`;
    }
    case 'moved': {
      const from = seat(moment.fromSeatId);
      return `${dayWords(moment.date)}: whoever sat in ${from} takes ${seat(moment.seatId)}; in ${from} ${vacancyWords(moment.vacancy)}.`;
    }
    case 'reduced':
      return `${dayWords(moment.date)}: ${seat(moment.seatId)} is closed with somebody in it.`;
    case 'risk': {
      const name = plan.events.find(({ id }) => id === moment.eventId)?.name ?? moment.eventId;
      const lasts =
        moment.until > moment.from
          ? `from ${formatMonth(moment.from)} to ${formatMonth(moment.until)}`
          : `in ${formatMonth(moment.from)}`;
      return `“${name}” happens, ${lasts}.`;
    }
    case 'deal': {
      const amount = formatMoney(moment.amount, plan.currency, { compact: true });
      const place =
        moment.rank === 1 ? 'the largest deal of the year' : `no. ${moment.rank} of the year’s deals`;
      const open = moment.open ? ', open at the start' : '';
      return `${seat(moment.seatId)} closes ${amount}, ${place}${open}.`;
    }
  }
}

function startWords(name: string, { lateDays, vacantDays }: Extract<Moment, { kind: 'started' }>): string {
  if (vacantDays !== undefined)
    return `a successor starts in ${name}’s seat, ${vacantDays === 0 ? 'the same day' : `vacant for ${dayCount(vacantDays)}`}`;
  if (lateDays === undefined || lateDays === 0) return `${name} starts${lateDays === 0 ? ' as planned' : ''}`;
  return `${name} starts, ${dayCount(Math.abs(lateDays))} ${lateDays > 0 ? 'late' : 'early'}`;
}

function vacancyWords(vacancy: Vacancy): string {
  if (vacancy.kind === 'notReplaced') return 'the seat is not filled again';
  if (vacancy.kind === 'stillOpen') return `the seat stays vacant to the end, ${dayCount(vacancy.days)}`;
  if (vacancy.days === 0) return 'the seat is filled the same day';
  return `the seat is vacant for ${dayCount(vacancy.days)}, until ${dayWords(vacancy.until)}`;
}

/** Whether a moment helps the year or harms it, by what it is. */
export function momentTone(moment: Moment): MomentTone {
  if (moment.kind === 'deal') return 'good';
  if (moment.kind === 'started') return (moment.lateDays ?? 0) > 0 ? 'plain' : 'good';
  return moment.kind === 'moved' || moment.kind === 'risk' ? 'plain' : 'bad';
}
