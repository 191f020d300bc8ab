import type { Skeleton, SkeletonRole, SkeletonSeat } from './planSkeleton';
import type { Problem } from './problem';
import { referencesIn, unknownReferences, wrongReferences } from './references';

const OPPORTUNITIES = ['openPipeline', 'opportunities'];

/** What refers to something that is not there, or not of the kind it must be. Linear in the plan. */
export function referenceRules(plan: Skeleton): Problem[] {
  const { stages, opportunities } = plan.openPipeline;
  const { managers, regions, roles, seats, territories } = plan;
  const scopes = (kind: string) =>
    referencesIn(plan.events, ['events'], ['scope', 'id'], ({ scope }) =>
      scope?.kind === kind ? scope.id : undefined,
    );
  const chairs = referencesIn(managers, ['managers'], ['seatId'], (each) => each.seatId);
  const owners = referencesIn(opportunities, OPPORTUNITIES, ['seatId'], (each) => each.seatId);
  const feeders = (roles ?? []).flatMap((role, index) =>
    referencesIn(
      role?.sources ?? null,
      ['roles', index, 'sources'],
      ['fedBy', 'roleId'],
      ({ fedBy }) => fedBy?.roleId,
    ),
  );
  const unknown = [
    [referencesIn(territories, ['territories'], ['regionId'], (each) => each.regionId), regions, 'region'],
    [referencesIn(managers, ['managers'], ['regionId'], (each) => each.regionId), regions, 'region'],
    [referencesIn(seats, ['seats'], ['managerId'], (each) => each.managerId), managers, 'manager'],
    [referencesIn(seats, ['seats'], ['territoryId'], (each) => each.territoryId), territories, 'territory'],
    [referencesIn(seats, ['seats'], ['roleId'], (each) => each.roleId), roles, 'role'],
    [referencesIn(opportunities, OPPORTUNITIES, ['stageId'], (each) => each.stageId), stages, 'stage'],
    [scopes('role'), roles, 'role'],
    [scopes('region'), regions, 'region'],
    [scopes('territory'), territories, 'territory'],
    [chairs, seats, 'seat'],
    [owners, seats, 'seat'],
    [feeders, roles, 'role'],
  ] as const;
  const byId = new Map((roles ?? []).map((role) => [role?.id, role]));
  /** Whether a seat's role fits; where the role is unknown, that is said elsewhere. */
  const hasRole = (fits: (role: SkeletonRole) => boolean) => (seat: SkeletonSeat) => {
    const role = byId.get(seat.roleId);
    return role === undefined || fits(role);
  };
  return [
    ...unknown.flatMap(([references, list, thing]) => unknownReferences(references, list, thing)),
    ...wrongReferences(
      chairs,
      seats,
      hasRole(({ work }) => work === 'manage'),
      'must be the id of a seat of a role whose work is manage',
    ),
    ...wrongReferences(
      owners,
      seats,
      hasRole(({ pipeline }) => pipeline !== undefined),
      'must be the id of a seat of a role with a pipeline',
    ),
    ...wrongReferences(
      feeders,
      roles,
      ({ work }) => work === 'support',
      'must be the id of a role whose work is support',
    ),
  ];
}
