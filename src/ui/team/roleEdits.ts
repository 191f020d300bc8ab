import { makeRole } from '../../model/defaults';
import { freshId } from '../../model/ids';
import type { DaysSpread, Plan, Role } from '../../model/plan';
import { days, roleId, type RoleId } from '../../model/units';
import type { Segment } from '../../model/segmentDefaults';

/** A role of that segment with its default figures, an id of its own and a name no other role has. */
export function newRole(plan: Plan, segment: Segment): Role {
  const id = roleId(
    freshId(
      'role',
      plan.roles.map((role) => role.id),
    ),
  );
  const role = makeRole(segment, { id });
  return { ...role, name: freeName(plan, role.name) };
}

/** A copy of a role, to change from there. */
export function copyOfRole(plan: Plan, role: Role): Role {
  return { ...role, id: newRole(plan, 'midMarket').id, name: freeName(plan, `${role.name} (copy)`) };
}

function freeName(plan: Plan, name: string): string {
  const taken = new Set(plan.roles.map((role) => role.name));
  let count = 1;
  let free = name.slice(0, 190);
  while (taken.has(free)) free = `${name.slice(0, 190)} ${++count}`;
  return free;
}

/** Why a role cannot be removed, or undefined where it can. */
export function whyRoleStays(plan: Plan, id: RoleId): string | undefined {
  const seats = plan.seats.filter((seat) => seat.roleId === id).map((seat) => seat.name);
  if (seats.length === 0) return undefined;
  const named = seats.slice(0, 4).join(', ');
  const more = seats.length > 4 ? ` and ${seats.length - 4} more` : '';
  return `Used by ${named}${more}. Give ${seats.length === 1 ? 'it' : 'them'} another role first.`;
}

/** A spread with another half or ninth-of-ten mark; the other one follows where it must to stay a spread. */
export function spreadWith(spread: DaysSpread, mark: 'p50' | 'p90', value: number): DaysSpread {
  if (mark === 'p50') return { p50: days(value), p90: days(value === 0 ? 0 : Math.max(value, spread.p90)) };
  if (value === 0) return { p50: days(0), p90: days(0) };
  // A lognormal has no spread around a median of zero: half of a late case is the nearest to what was meant.
  return { p50: days(spread.p50 === 0 ? value / 2 : Math.min(spread.p50, value)), p90: days(value) };
}
