/** What the team's table and dialogs do to a plan, without a component. */
import { planMonth } from '../../model/calendar';
import { freshId } from '../../model/ids';
import { occupantDate } from '../../model/occupantDate';
import { parseAmountCell, parseDateCell } from '../../model/pasteCells';
import type { Patch } from '../../model/patch';
import type { Occupant, Plan, Role, Seat } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import { isoDate, money, seatId, type IsoDate, type ManagerId, type SeatId } from '../../model/units';
import type { SeatColumnId } from './seatColumnList';
import type { SeatRow } from './seatRows';

/** Replaces some fields of the seat at hand as one step of undo; returns why not, where the model refuses. */
export type SeatChange = (what: string, patch: Patch<Seat>) => string | undefined;

export const freshSeatId = (plan: Plan): SeatId =>
  seatId(
    freshId(
      'seat',
      plan.seats.map((seat) => seat.id),
    ),
  );

/** The first day of the plan's month of that index. */
export const firstOfMonth = (plan: Pick<Plan, 'calendar'>, month: number): IsoDate =>
  isoDate(`${planMonth(plan.calendar, month)}-01`);

/** A new seat of that role, after those of the same manager: filled since a year before the plan, or a hire for `start`. */
export function makeSeat(
  plan: Plan,
  kind: 'incumbent' | 'planned',
  role: Role,
  given: Partial<Seat> & { start?: IsoDate } = {},
): Seat {
  const { start, ...fields } = given;
  const occupant: Occupant =
    kind === 'planned'
      ? { kind, start: start ?? firstOfMonth(plan, 0) }
      : { kind: 'incumbent', hired: start ?? firstOfMonth(plan, -12) };
  const count = plan.seats.filter((seat) => seat.occupant.kind === 'planned').length + 1;
  const name = kind === 'planned' ? `Hire ${count}` : 'New seat';
  return { id: freshSeatId(plan), name, roleId: role.id, occupant, backfill: true, ...fields };
}

/** The plan with a seat put right after another one. */
export function insertSeatAfter(plan: Plan, after: SeatId, seat: Seat): Plan {
  const at = plan.seats.findIndex((each) => each.id === after) + 1;
  return { ...plan, seats: [...plan.seats.slice(0, at), seat, ...plan.seats.slice(at)] };
}

/**
 * A copy of a seat with an id of its own. The record in the CRM belongs to the person and is not copied; nobody can be
 * transferred to two seats, so that the copy of such a seat is a planned hire.
 */
export function copyOfSeat(plan: Plan, seat: Seat): Seat {
  const date = occupantDate(seat.occupant);
  const occupant: Occupant =
    seat.occupant.kind === 'incumbent'
      ? { kind: 'incumbent', hired: date }
      : { kind: 'planned', start: date };
  return { ...seat, id: freshSeatId(plan), name: `${seat.name} (copy)`.slice(0, 200), occupant };
}

/** The occupant with another date. */
export function datedOccupant(occupant: Occupant, date: IsoDate): Occupant {
  if (occupant.kind === 'transfer') return { ...occupant, date };
  return occupant.kind === 'incumbent' ? { ...occupant, hired: date } : { kind: 'planned', start: date };
}

/**
 * The occupant as filled or planned, with the same date; a planned hire has no record. A transfer needs a seat to come
 * from, so that only a transfer can be one.
 */
export function occupantOfKind(occupant: Occupant, kind: Occupant['kind']): Occupant {
  if (occupant.kind === kind || kind === 'transfer') return occupant;
  const date = occupantDate(occupant);
  return kind === 'planned' ? { kind, start: date } : { kind, hired: date };
}

/** Why a seat cannot report to that manager: who sits in it is the manager. Undefined where it can. */
export function selfReportFault(
  plan: Plan,
  seat: SeatId,
  manager: ManagerId | undefined,
): string | undefined {
  const self = manager && plan.managers.find((each) => each.id === manager && each.seatId === seat);
  return (
    self && `Manager must be somebody else: ${self.name} sits in this seat, and nobody reports to themself.`
  );
}

const kindOf = (text: string): Occupant['kind'] =>
  /^p/i.test(text) ? 'planned' : /^t/i.test(text) ? 'transfer' : 'incumbent';

const refuse = (path: string, message: string): Result<Patch<Seat>> =>
  fail([{ code: 'cell', path, message }]);

/** What a cell holds as text to edit: ids for role and manager, nothing for a quota that is the role's. */
export function textOfCell(row: SeatRow, column: SeatColumnId): string {
  const { seat } = row;
  const texts: Partial<Record<SeatColumnId, string>> = {
    name: seat.name,
    role: seat.roleId,
    manager: seat.managerId ?? '',
    status: seat.occupant.kind,
    date: row.date,
    quota: seat.annualQuota === undefined ? '' : String(seat.annualQuota),
    territory: seat.territoryId ?? '',
    closes: seat.closes ?? '',
    backfill: seat.backfill ? 'yes' : 'no',
  };
  return texts[column] ?? '';
}

/** What a text typed or chosen in a cell means for the seat; ids are given for role and manager. */
export function readSeatEdit(
  plan: Plan,
  seat: Seat,
  column: SeatColumnId,
  typed: string,
): Result<Patch<Seat>> {
  const text = typed.trim();
  switch (column) {
    case 'name':
      if (text === '') return refuse(column, 'Name must not be empty.');
      return text.length > 200
        ? refuse(column, 'Name must have at most 200 characters.')
        : succeed({ name: text });
    case 'role': {
      const role = plan.roles.find((each) => each.id === text || each.name === text);
      return role
        ? succeed({ roleId: role.id })
        : refuse(column, `Role must be one of the plan’s, got “${text}”.`);
    }
    case 'manager': {
      const manager = plan.managers.find((each) => each.id === text || each.name === text);
      if (!manager && text !== '') return refuse(column, `Manager must be one of the plan’s, got “${text}”.`);
      const fault = selfReportFault(plan, seat.id, manager?.id);
      return fault === undefined ? succeed({ managerId: manager?.id }) : refuse(column, fault);
    }
    case 'territory': {
      const territory = plan.territories.find((each) => each.id === text || each.name === text);
      if (!territory && text !== '')
        return refuse(column, `Territory must be one of the plan’s, got “${text}”.`);
      return succeed({ territoryId: territory?.id });
    }
    case 'closes': {
      const closes = text === '' ? undefined : parseDateCell(text);
      if (text !== '' && !closes)
        return refuse(column, `Closing must be a day such as 2027-10-01 or Oct 2027, got “${text}”.`);
      return succeed({ closes });
    }
    case 'status':
      return succeed({ occupant: occupantOfKind(seat.occupant, kindOf(text)) });
    case 'date': {
      const date = parseDateCell(text);
      if (!date) return refuse(column, `Date must be a day such as 2027-03-01 or Mar 2027, got “${text}”.`);
      return succeed({ occupant: datedOccupant(seat.occupant, date) });
    }
    case 'quota':
      return readQuota(plan, seat, text);
    case 'backfill':
      return succeed({ backfill: /^(y|true|1)/i.test(text) });
    default:
      return refuse(column, 'This is a result of the run and cannot be edited.');
  }
}

function readQuota(plan: Plan, seat: Seat, text: string): Result<Patch<Seat>> {
  if (text === '') return succeed({ annualQuota: undefined });
  const amount = parseAmountCell(text);
  if (amount === undefined) return refuse('quota', `Quota must be an amount, got “${text}”.`);
  if (amount < 0) return refuse('quota', `Quota must not be below zero, got ${text}.`);
  if (amount > 1e12) return refuse('quota', `Quota must be at most 1,000,000,000,000, got ${text}.`);
  const own = plan.roles.find((role) => role.id === seat.roleId)?.annualQuota;
  return succeed({ annualQuota: amount === own ? undefined : money(amount) });
}
