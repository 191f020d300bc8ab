import { mendAccountBook } from './mendAccountBook';
import { filterShared, mapShared } from './editList';
import { dropOrphanNotes } from './editNotes';
import { patched } from './patch';
import type {
  Manager,
  OpenOpportunity,
  Plan,
  PipelineSource,
  RiskScope,
  Role,
  Seat,
  Territory,
} from './plan';

/** Whether a reference holds; one that is not there cannot fail. */
const holds = <Id>(known: ReadonlySet<Id>, id: Id | undefined): boolean => id === undefined || known.has(id);

const idsOf = <Id>(list: readonly { readonly id: Id }[]): ReadonlySet<Id> =>
  new Set(list.map(({ id }) => id));

/**
 * The plan without references that `parsePlan` would refuse: to what is not there, or not of the kind it must be. A seat
 * loses its territory or manager, a transfer from nowhere becomes a planned hire of the same date, a source is fed by
 * nobody, an event of something that is gone goes with it, and so do an opportunity without a seat to close it and a note;
 * accounts of a territory that is gone are in none. Roles
 * of seats are left, since a seat cannot be without. What needs no mending is shared. Linear in the plan.
 */
export function mendReferences(plan: Plan): Plan {
  const [regions, managers, territories] = [
    idsOf(plan.regions),
    idsOf(plan.managers),
    idsOf(plan.territories),
  ];
  const [roles, seats, stages] = [idsOf(plan.roles), idsOf(plan.seats), idsOf(plan.openPipeline.stages)];
  const seatsOf = (fits: (role: Role) => boolean) => {
    const fitting = idsOf(plan.roles.filter(fits));
    return idsOf(plan.seats.filter(({ roleId }) => fitting.has(roleId)));
  };
  const chairs = seatsOf(({ work }) => work === 'manage');
  const owners = seatsOf(({ pipeline }) => pipeline !== undefined);
  const feeders = idsOf(plan.roles.filter(({ work }) => work === 'support'));

  const mendManager = (manager: Manager): Manager => {
    const region = holds(regions, manager.regionId) ? manager : patched(manager, { regionId: undefined });
    return holds(chairs, region.seatId) ? region : patched<Manager>(region, { seatId: undefined });
  };
  const mendTerritory = (territory: Territory): Territory =>
    holds(regions, territory.regionId) ? territory : patched<Territory>(territory, { regionId: undefined });
  const mendSeat = (seat: Seat): Seat => {
    let next = seat;
    if (!holds(managers, next.managerId)) next = patched<Seat>(next, { managerId: undefined });
    if (!holds(territories, next.territoryId)) next = patched<Seat>(next, { territoryId: undefined });
    const { occupant } = next;
    return occupant.kind === 'transfer' && !seats.has(occupant.fromSeatId)
      ? { ...next, occupant: { kind: 'planned', start: occupant.date } }
      : next;
  };
  const mendSource = (source: PipelineSource): PipelineSource =>
    holds(feeders, source.fedBy?.roleId) ? source : patched<PipelineSource>(source, { fedBy: undefined });
  const mendRole = (role: Role): Role => {
    const sources = role.sources && mapShared(role.sources, mendSource);
    return sources === role.sources ? role : patched<Role>(role, { sources });
  };
  const isThere = (scope: RiskScope): boolean => {
    if (scope.kind === 'all') return true;
    if (scope.kind === 'role') return roles.has(scope.id);
    return scope.kind === 'region' ? regions.has(scope.id) : territories.has(scope.id);
  };
  const mendOpportunity = (each: OpenOpportunity): OpenOpportunity =>
    holds(stages, each.stageId) ? each : patched<OpenOpportunity>(each, { stageId: undefined });

  const open = plan.openPipeline;
  const opportunities = mapShared(
    filterShared(open.opportunities, ({ seatId }) => owners.has(seatId)),
    mendOpportunity,
  );
  const book = plan.accountBook && mendAccountBook(plan.accountBook, territories);
  return dropOrphanNotes({
    ...plan,
    ...(book && { accountBook: book }),
    managers: mapShared(plan.managers, mendManager),
    territories: mapShared(plan.territories, mendTerritory),
    roles: mapShared(plan.roles, mendRole),
    seats: mapShared(plan.seats, mendSeat),
    events: filterShared(plan.events, ({ scope }) => isThere(scope)),
    openPipeline: opportunities === open.opportunities ? open : { ...open, opportunities },
  });
}
