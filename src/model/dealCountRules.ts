import { meanDealSize } from './meanDealSize';
import { MOST_DEALS } from './planFields';
import { makeProblem } from './planProblems';
import type { Skeleton, SkeletonRole } from './planSkeleton';
import type { Problem } from './problem';
import { USUAL_SELLING_HOURS } from './usualSellingHours';
import { yieldShare } from './yieldShare';

const deals = `${MOST_DEALS.toLocaleString('en-US')} deals`;

/** Roles and territories that would give one person more deals a month than a trial has time to draw. */
export const dealCountRules = (plan: Skeleton): Problem[] => [
  ...overfullRoles(plan),
  ...overfullTerritories(plan),
];

/** What the most deals of a month amount to; undefined where the role's sizes cannot be read. */
const mostPerMonth = (role: SkeletonRole): number | undefined =>
  role.dealSize && Math.min(meanDealSize(role.dealSize), role.dealSizeCap ?? Infinity) * MOST_DEALS;

function overfullRoles({ roles }: Skeleton): Problem[] {
  return (roles ?? []).flatMap((role, index) => {
    const perMonth = role?.productivity?.perMonth;
    const most = role && mostPerMonth(role);
    if (perMonth === undefined || most === undefined || !(perMonth > most)) return [];
    const rule = `must be at most ${most} (${deals} of mean size)`;
    return [makeProblem('too-many-deals', ['roles', index, 'productivity', 'perMonth'], rule, perMonth)];
  });
}

function overfullTerritories({ coverage, roles, seats, territories }: Skeleton): Problem[] {
  const rolesById = new Map((roles ?? []).map((role) => [role?.id, role]));
  const rolesIn = new Map<string, Set<SkeletonRole>>();
  for (const seat of seats ?? []) {
    const role = rolesById.get(seat?.roleId);
    if (seat?.territoryId === undefined || role === undefined) continue;
    rolesIn.set(seat.territoryId, (rolesIn.get(seat.territoryId) ?? new Set()).add(role));
  }
  return (territories ?? []).flatMap((territory, index) => {
    const { id = '', potential, workload = 0 } = territory ?? {};
    let most = Infinity;
    for (const role of rolesIn.get(id) ?? []) {
      const hours = role.sellingHours ?? USUAL_SELLING_HOURS;
      const covered = workload > 0 ? (12 * hours) / workload : 1;
      const share = yieldShare(covered, role.curvature ?? coverage?.curvature ?? 0);
      most = Math.min(most, (12 * (mostPerMonth(role) ?? Infinity)) / share);
    }
    if (potential === undefined || !(potential > most)) return [];
    const rule = `must be at most ${most} (${deals} of mean size a month for one person)`;
    return [makeProblem('too-many-deals', ['territories', index, 'potential'], rule, potential)];
  });
}
