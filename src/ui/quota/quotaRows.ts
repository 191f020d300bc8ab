import type { YearQuotas } from '../../model/allocateQuota';
import { overAssignments } from '../../model/overAssignments';
import type { Plan, Seat } from '../../model/plan';
import { regionOfSeats } from '../../model/regionOfSeats';
import { money, type Money } from '../../model/units';
import type { SeatSummary } from '../../stats/readSeat';
import type { SeatFigures } from '../team/seatFigures';

/** What a region or a manager is held to, and what is beneath: shown beside one another, never added. */
export interface QuotaGroupRow {
  readonly kind: 'region' | 'manager';
  readonly key: string;
  readonly name: string;
  readonly level: number;
  readonly open: boolean;
  readonly seats: number;
  /** Its quota in its own layer. */
  readonly quota: Money;
  /** Sum of its seats' quotas. */
  readonly seatQuotas: Money;
  /** Mean bookings of its seats, once the run knows all of them. */
  readonly expected?: Money;
  /** Mean of its seats' chances of their quota, once the run knows any. */
  readonly atQuota?: number;
}

export interface QuotaSeatRow {
  readonly kind: 'seat';
  readonly key: string;
  readonly name: string;
  readonly level: number;
  readonly seat: Seat;
  readonly role: string;
  readonly manager: string;
  readonly quota: Money;
  readonly figures: SeatSummary | undefined;
}

export type QuotaRow = QuotaGroupRow | QuotaSeatRow;

/** Seats beyond which managers' teams are closed to begin with. */
const MANY_SEATS = 40;

/** A group of seats on its way to rows: a region's, or within it a manager's. */
interface Group {
  readonly key: string;
  readonly name: string;
  readonly seats: QuotaSeatRow[];
}

function sumUp(seats: readonly QuotaSeatRow[]) {
  let [quota, expected, known, chances, judged] = [0, 0, true, 0, 0];
  for (const { quota: own, figures } of seats) {
    quota += own;
    expected += figures?.meanBookings ?? 0;
    known &&= figures !== undefined;
    if (!figures?.attainment) continue;
    chances += figures.attainment.atQuota.value;
    judged++;
  }
  return {
    seats: seats.length,
    seatQuotas: money(quota),
    ...(known && seats.length > 0 && { expected: money(expected) }),
    ...(judged > 0 && { atQuota: chances / judged }),
  };
}

/** Splits seats by what they are in, in the order of the list; those in none come last, under their own name. */
function split(
  seats: readonly QuotaSeatRow[],
  list: readonly { readonly id: string; readonly name: string }[],
  idOf: (seat: Seat) => string | undefined,
  none: string,
): Group[] {
  const groups = new Map<string | undefined, Group>(
    list.map(({ id, name }) => [id, { key: id, name, seats: [] }]),
  );
  const rest: Group = { key: 'none', name: none, seats: [] };
  for (const row of seats) (groups.get(idOf(row.seat)) ?? rest).seats.push(row);
  return [...groups.values(), rest].filter((group) => group.seats.length > 0);
}

/** Every seat with a quota in the year, in the plan's order. Linear in the plan. */
export function quotaSeatRows(plan: Plan, quotas: YearQuotas, figures: SeatFigures): QuotaSeatRow[] {
  const roles = new Map(plan.roles.map(({ id, name }) => [id, name]));
  const managers = new Map(plan.managers.map(({ id, name }) => [id, name]));
  return plan.seats.flatMap((seat): QuotaSeatRow[] => {
    const quota = quotas.seats.byId.get(seat.id);
    if (quota === undefined) return [];
    const { id, name } = seat;
    const role = roles.get(seat.roleId) ?? '';
    const manager = (seat.managerId && managers.get(seat.managerId)) ?? '';
    return [{ kind: 'seat', key: id, name, level: 0, seat, role, manager, quota, figures: figures.get(id) }];
  });
}

/**
 * The year's quotas as a tree: regions, in them managers, in them seats; a layer that the plan does not have is left out.
 * Every seat with a quota stands once; those in no region or under no manager in a group of their own. `toggled` are
 * the groups that the reader opened or closed. Linear in the plan.
 */
export function layoutQuotaRows(
  plan: Plan,
  quotas: YearQuotas,
  figures: SeatFigures,
  toggled: ReadonlySet<string>,
): QuotaRow[] {
  const regions = regionOfSeats(plan);
  const ratio = overAssignments(quotas);
  // Every layer is shared out alike, so that a part of it follows from its seats.
  const toManager = ratio.seats > 0 ? 1 / ratio.seats : 0;
  const toRegion = ratio.managers > 0 ? toManager / ratio.managers : 0;
  const seatRows = quotaSeatRows(plan, quotas, figures);
  const rows: QuotaRow[] = [];
  const addGroup = (
    kind: QuotaGroupRow['kind'],
    group: Group,
    key: string,
    level: number,
    factor: number,
  ) => {
    const closed = kind === 'manager' && seatRows.length > MANY_SEATS;
    const open = closed === toggled.has(key);
    const sums = sumUp(group.seats);
    rows.push({ kind, key, name: group.name, level, open, quota: money(sums.seatQuotas * factor), ...sums });
    return open;
  };
  const addTeams = (seats: readonly QuotaSeatRow[], prefix: string, level: number) => {
    if (plan.managers.length === 0) {
      rows.push(...seats.map((row) => ({ ...row, level })));
      return;
    }
    for (const team of split(seats, plan.managers, (seat) => seat.managerId, 'No manager')) {
      const open = addGroup('manager', team, `${prefix}manager ${team.key}`, level, toManager);
      if (open) rows.push(...team.seats.map((row) => ({ ...row, level: level + 1 })));
    }
  };
  if (plan.regions.length === 0) addTeams(seatRows, '', 0);
  else
    for (const region of split(seatRows, plan.regions, ({ id }) => regions.get(id), 'No region')) {
      const key = `region ${region.key}`;
      if (addGroup('region', region, key, 0, toRegion)) addTeams(region.seats, `${key} `, 1);
    }
  return rows;
}
