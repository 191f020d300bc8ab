import { daysInMonth, monthNumber, planMonth, planPeriods } from '../model/calendar';
import { formatCount } from '../model/format/formatCount';
import { formatMoney } from '../model/format/formatMoney';
import { formatMonth } from '../model/format/formatMonth';
import { formatPeriod } from '../model/format/formatPeriod';
import type { Plan } from '../model/plan';
import type { Replay, ReplayEvent } from '../sim/replay';
import { ENGINE_VERSION } from '../sim/engineVersion';

/** One trial to be read: what its years came to, then month by month what happened and who booked what. */
export function replayText(plan: Plan, replay: Replay): string {
  const { trial } = replay;
  const caption = `${plan.name}: trial ${trial}, seed ${plan.run.seed}, engine ${ENGINE_VERSION}\n`;
  const months = Array.from({ length: plan.calendar.months }, (_, month) => monthText(plan, replay, month));
  return [caption, yearsText(plan, replay), ...months].join('\n');
}

function yearsText({ calendar, currency }: Plan, { row }: Replay): string {
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  const years = planPeriods(calendar).filter(({ kind }) => kind === 'year');
  return years
    .map(({ id, whole, firstMonth, endMonth }, year) => {
      const booked = row.bookings.subarray(firstMonth, endMonth).reduce((sum, each) => sum + each, 0);
      const name = formatPeriod(id) + (whole ? '' : ' (part)');
      const quota = `${row.atQuota[year] ?? 0} of ${row.withQuota[year] ?? 0} seats at quota`;
      return `${name}: ${amount(booked)} booked, ${amount(row.cost[year] ?? 0)} cost, ${quota}\n`;
    })
    .join('');
}

function monthText(plan: Plan, { events, row }: Replay, month: number): string {
  const within = events.filter((event) => Math.max(0, Math.floor(event.month)) === month);
  const booked = formatMoney(row.bookings[month] ?? 0, plan.currency, { compact: true });
  const people = row.headcount[month] ?? 0;
  const head = `${formatMonth(planMonth(plan.calendar, month))}: ${booked} booked, ${people} ${people === 1 ? 'person' : 'people'} at the end\n`;
  const lives = within.flatMap((event) => lifeLine(plan, event) ?? []);
  return [head, ...lives, ...dealLines(plan, within)].join('');
}

const seatName = ({ seats }: Plan, id: string): string => seats.find((seat) => seat.id === id)?.name ?? id;

function lifeLine(plan: Plan, event: ReplayEvent): string | undefined {
  switch (event.kind) {
    case 'started':
      return `  ${dayOf(plan, event.month)}  ${seatName(plan, event.seatId)}: a new person starts\n`;
    case 'left':
      return `  ${dayOf(plan, event.month)}  ${seatName(plan, event.seatId)}: the person leaves\n`;
    case 'moved':
      return `  ${dayOf(plan, event.month)}  ${seatName(plan, event.seatId)}: taken by whoever sat in ${seatName(plan, event.fromSeatId)}\n`;
    case 'reduced':
      return `  ${dayOf(plan, event.month)}  ${seatName(plan, event.seatId)}: the position is closed\n`;
    case 'happened': {
      const name = plan.events.find(({ id }) => id === event.eventId)?.name ?? event.eventId;
      return `  ${name}: from ${formatMonth(planMonth(plan.calendar, event.month))} to ${formatMonth(planMonth(plan.calendar, event.until))}\n`;
    }
    default:
      return undefined;
  }
}

/** The day of a date that is counted in months from the plan's start, as two figures. */
function dayOf({ calendar }: Plan, month: number): string {
  const whole = Math.floor(month);
  const days = daysInMonth(monthNumber(calendar.start) + whole);
  return String(Math.floor((month - whole) * days) + 1).padStart(2, '0');
}

/** A line for each seat that closed something. */
function dealLines(plan: Plan, within: readonly ReplayEvent[]): string[] {
  const bySeat = new Map<string, { deals: number; open: number; amount: number }>();
  for (const event of within) {
    if (event.kind !== 'deal' && event.kind !== 'wonOpen') continue;
    const { deals, open, amount } = bySeat.get(event.seatId) ?? { deals: 0, open: 0, amount: 0 };
    bySeat.set(event.seatId, {
      deals: deals + 1,
      open: open + (event.kind === 'wonOpen' ? 1 : 0),
      amount: amount + event.amount,
    });
  }
  return [...bySeat].map(([id, { deals, open, amount }]) => {
    const count = `${formatCount(deals)} ${deals === 1 ? 'deal' : 'deals'}`;
    const known = open > 0 ? ` (${open} of the open pipeline)` : '';
    return `  ${seatName(plan, id)}: ${count}${known}, ${formatMoney(amount, plan.currency)}\n`;
  });
}
