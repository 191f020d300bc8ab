import { lostNotes, putBackNotes } from '../../model/editNotes';
import { updateSeat } from '../../model/editPlan';
import { mapShared } from '../../model/editList';
import { addTerritory, removeTerritory } from '../../model/editTerritories';
import { fullCapacity } from '../../model/fullCapacity';
import { isSelling } from '../../model/isSelling';
import { mendReferences } from '../../model/mendReferences';
import { newTerritory } from '../../model/newTerritory';
import { patched } from '../../model/patch';
import type { Plan, Seat, Territory } from '../../model/plan';
import { money, type SeatId, type TerritoryId } from '../../model/units';
import { USUAL_SELLING_HOURS } from '../../model/usualSellingHours';

/** The plan with these seats in that territory, or in none. */
export function assignSeats(plan: Plan, seats: Iterable<SeatId>, to: TerritoryId | undefined): Plan {
  const chosen = new Set(seats);
  return {
    ...plan,
    seats: mapShared(plan.seats, (seat) =>
      chosen.has(seat.id) && seat.territoryId !== to ? patched<Seat>(seat, { territoryId: to }) : seat,
    ),
  };
}

/** The plan without the territory, and how to put it back: with its people as far as they have no other by then. */
export function takeTerritory(
  plan: Plan,
  id: TerritoryId,
): { readonly without: Plan; readonly putBack: (later: Plan) => Plan } {
  const at = plan.territories.findIndex((each) => each.id === id);
  const territory = plan.territories[at];
  const crew = plan.seats.filter(({ territoryId: own }) => own === id).map((seat) => seat.id);
  const events = plan.events.filter(({ scope }) => scope.kind === 'territory' && scope.id === id);
  const putBack = (later: Plan): Plan => {
    if (!territory || later.territories.some((each) => each.id === id)) return later;
    const territories = [...later.territories.slice(0, at), territory, ...later.territories.slice(at)];
    const known = new Set(later.events.map((each) => each.id));
    const restored = {
      ...later,
      territories,
      events: [...later.events, ...events.filter((each) => !known.has(each.id))],
    };
    const free = new Set(
      later.seats.filter(({ territoryId: own }) => own === undefined).map((seat) => seat.id),
    );
    return mendReferences(
      assignSeats(
        restored,
        crew.filter((seat) => free.has(seat)),
        id,
      ),
    );
  };
  const without = removeTerritory(plan, id);
  const notes = lostNotes(plan, without);
  return { without, putBack: (later) => putBackNotes(putBack(later), notes) };
}

/**
 * A territory for each manager's team without one: with the potential that its people book by their productivity, and
 * the hours that they have, so that it changes nothing as long as all are there. Where nobody has a manager, one for all.
 */
export function addTeamTerritories(plan: Plan): Plan {
  const selling = new Map(plan.roles.filter(isSelling).map((role) => [role.id, role]));
  const free = plan.seats.filter((seat) => selling.has(seat.roleId) && seat.territoryId === undefined);
  const capacity = fullCapacity(plan, free);
  const teams = [...plan.managers, undefined];
  return teams.reduce((next, manager) => {
    const seats = free.filter(({ managerId }) => managerId === manager?.id);
    if (seats.length === 0) return next;
    const hours = seats.reduce(
      (sum, { roleId }) => sum + 12 * (selling.get(roleId)?.sellingHours ?? USUAL_SELLING_HOURS),
      0,
    );
    const potential = seats.reduce((sum, { id }) => sum + (capacity.get(id) ?? 0), 0);
    const territory: Territory = {
      ...newTerritory(next),
      name: nameOf(manager?.name, plan),
      ...(manager?.regionId && { regionId: manager.regionId }),
      potential: money(Math.round(potential)),
      workload: hours,
    };
    return assignSeats(
      addTerritory(next, territory),
      seats.map(({ id }) => id),
      territory.id,
    );
  }, plan);
}

/** The plan with one seat in that territory, or in none. */
export const assignSeat = (plan: Plan, id: SeatId, to: TerritoryId | undefined): Plan =>
  updateSeat(plan, id, { territoryId: to });

function nameOf(manager: string | undefined, plan: Plan): string {
  if (manager !== undefined) return `${manager}’s patch`.slice(0, 200);
  return plan.managers.length === 0 ? 'Whole market' : 'Everybody else’s';
}
