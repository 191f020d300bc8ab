import { planMonth } from '../../model/calendar';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan, Seat } from '../../model/plan';
import { isoDate, seatId, type ManagerId, type RoleId, type TerritoryId } from '../../model/units';
import type { HireCell } from './hires';

interface Team {
  readonly managerId: ManagerId;
  readonly seats: readonly Seat[];
}

/** Teams that have people of that role, the smallest first; those at the plan's limit only where all are. */
function teamsOf(plan: Plan, roleId: RoleId): Team[] {
  const teams = plan.managers.flatMap(({ id }): Team[] => {
    const seats = plan.seats.filter(({ managerId }) => managerId === id);
    return seats.some((seat) => seat.roleId === roleId) ? [{ managerId: id, seats }] : [];
  });
  teams.sort((a, b) => a.seats.length - b.seats.length || (a.managerId < b.managerId ? -1 : 1));
  const limit = plan.management.spanLimit ?? Infinity;
  const roomy = teams.filter(({ seats }) => seats.length < limit);
  return roomy.length > 0 ? roomy : teams;
}

/** Territories that people of that role work in the team (in the plan, without one), those with the fewest seats first. */
function territoriesOf(plan: Plan, team: Team | undefined, roleId: RoleId): TerritoryId[] {
  const worked = new Set(
    (team?.seats ?? plan.seats).flatMap((seat) =>
      seat.roleId === roleId && seat.territoryId !== undefined ? [seat.territoryId] : [],
    ),
  );
  const seatsIn = (id: TerritoryId) => plan.seats.filter(({ territoryId }) => territoryId === id).length;
  return [...worked].sort((a, b) => seatsIn(a) - seatsIn(b) || (a < b ? -1 : 1));
}

/**
 * The seat of the index-th new person of a role and month (0 is the first). Its id is made of role, month and number
 * alone, so that its draws are the same whoever else is hired, and no other seat's are touched. It joins the teams of
 * its role in turn, the smallest first, and their territories in turn, the least staffed first: by month and number,
 * never by who else is hired. Cost: seats × managers.
 */
export function hireSeat(plan: Plan, { roleId, month }: HireCell, index: number): Seat {
  const start = planMonth(plan.calendar, month);
  const role = plan.roles.find(({ id }) => id === roleId);
  const taken = new Set<string>(plan.seats.map(({ id }) => id));
  const idOf = (number: number) => `hire-${roleId}-${start}-${number}`;
  let number = 0;
  for (let free = -1; free < index;) if (!taken.has(idOf(++number))) free++;
  const teams = teamsOf(plan, roleId);
  const turn = month + index;
  const team = teams[turn % Math.max(1, teams.length)];
  const territories = territoriesOf(plan, team, roleId);
  const territory =
    territories[Math.floor(turn / Math.max(1, teams.length)) % Math.max(1, territories.length)];
  return {
    id: seatId(idOf(number)),
    name: `New ${role?.name ?? 'seat'} ${formatMonth(start)} ${number}`.slice(0, 200),
    roleId,
    ...(team && { managerId: team.managerId }),
    ...(territory !== undefined && { territoryId: territory }),
    occupant: { kind: 'planned', start: isoDate(`${start}-01`) },
    backfill: true,
  };
}
