import type { Plan, Role } from '../../model/plan';
import type { RoleId } from '../../model/units';

const listed = (roles: readonly Role[]) => roles.map(({ name }) => name).join(', ');

/** Roles of which opportunities are listed although a steady past is counted for them too: the two would be added. */
export function doubledRoles(plan: Plan): Role[] {
  const roleOf = new Map(plan.seats.map(({ id, roleId }) => [id, roleId]));
  const holding = new Set(plan.openPipeline.opportunities.map(({ seatId }) => roleOf.get(seatId)));
  return plan.roles.filter(({ id, pipeline }) => pipeline?.opening === 'steady' && holding.has(id));
}

/** The plan in which what closes from before the start is the list alone, for those roles. */
export function countListAlone(plan: Plan, ids: ReadonlySet<RoleId>): Plan {
  return {
    ...plan,
    roles: plan.roles.map((role) =>
      role.pipeline && ids.has(role.id)
        ? { ...role, pipeline: { ...role.pipeline, opening: 'listed' as const } }
        : role,
    ),
  };
}

/** What to know of the start where a role's list is empty, in words; undefined where there is nothing. */
export function emptyStartNote(plan: Plan): string | undefined {
  const roleOf = new Map(plan.seats.map(({ id, roleId }) => [id, roleId]));
  const holding = new Set(plan.openPipeline.opportunities.map(({ seatId }) => roleOf.get(seatId)));
  const seated = new Set(plan.seats.map(({ roleId }) => roleId));
  const empty = plan.roles.filter(
    ({ id, pipeline }) => pipeline?.opening === 'listed' && seated.has(id) && !holding.has(id),
  );
  if (empty.length === 0) return undefined;
  return `${listed(empty)}: only listed opportunities close from before the start, and none is listed, so that the first months are nearly empty.`;
}

/** What is counted twice, in words. */
export const doubledNote = (roles: readonly Role[]): string =>
  `${listed(roles)}: a steady past closes in the first months as well, and the opportunities listed here come on top of it.`;
