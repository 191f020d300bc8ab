import { makeRole } from '../../model/defaults';
import { addRole, updateRole } from '../../model/editPlan';
import { freshId } from '../../model/ids';
import type { Patch } from '../../model/patch';
import type { Plan, Role } from '../../model/plan';
import { money, roleId, type RoleId } from '../../model/units';
import type { Segment } from '../../model/segmentDefaults';
import { USUAL_SELLING_HOURS } from '../../model/usualSellingHours';
import { feedSource } from './pipelineSources';
import { listWords, percentWords } from './percentWords';
import { countWords } from './seatWords';

/** Replaces some fields of the role at hand as one step of undo; returns why not, where the model refuses. */
export type RoleChange = (what: string, patch: Patch<Role>) => string | undefined;

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

/** Work that is not selling, with what it is called and paid where it is new. The pay is judgement: no published figure. */
const WORK_ROLES = {
  support: { name: 'SDR', base: money(60_000), variable: money(25_000) },
  manage: { name: 'Sales manager', base: money(130_000), variable: money(70_000) },
} as const;

/** A role that supports or manages: it books nothing and has no quota, and comes and goes as people of the mid-market do. */
export function newWorkRole(plan: Plan, work: 'support' | 'manage'): Role {
  const { name, base, variable } = WORK_ROLES[work];
  const role = makeRole('midMarket', { id: newRole(plan, 'midMarket').id, work, annualQuota: money(0) });
  return {
    ...role,
    name: freeName(plan, name),
    ...(work === 'manage' && { ramp: [] }),
    productivity: { perMonth: money(0), cv: 0 },
    pay: { ...role.pay, base, variable },
  };
}

/** The plan with a new support role that feeds a source of that role. */
export function withFeeder(plan: Plan, role: Role, index: number): Plan {
  const feeder = newWorkRole(plan, 'support');
  return updateRole(addRole(plan, feeder), role.id, { sources: feedSource(role, index, feeder.id) });
}

/** What people of a role do, as it is called. */
export const WORKS = [
  { value: 'sell', label: 'Sells' },
  { value: 'manage', label: 'Manages' },
  { value: 'support', label: 'Supports' },
] as const;

/** What changes with other work, in a sentence. */
export function workHint(plan: Plan, { id, work = 'sell' }: Role): string {
  if (work === 'sell') return 'Books deals and has a quota.';
  const managing = new Set(plan.seats.flatMap((seat) => (seat.roleId === id ? [seat.id] : [])));
  const sitting = plan.managers.filter(({ seatId }) => seatId !== undefined && managing.has(seatId)).length;
  if (work === 'manage')
    return `Books nothing; a team misses its manager. ${sitting === 0 ? 'No manager sits' : `${countWords(sitting, 'manager')} ${sitting === 1 ? 'sits' : 'sit'}`} in a seat of it.`;
  const fed = plan.roles.filter((role) => role.sources?.some(({ fedBy }) => fedBy?.roleId === id));
  return fed.length === 0
    ? 'Books nothing; feeds sources of sellers’ opportunities. None names it yet.'
    : `Books nothing; feeds ${listWords(fed.map(({ name }) => name))}.`;
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

/** How a role's months differ, in a line. */
export const monthsWords = ({ monthlyCv }: Role): string =>
  monthlyCv === undefined ? 'By chance alone' : `Spread ${percentWords(monthlyCv)} beyond chance`;

/** What a role's hours are worth in a territory, in a line. */
export function coverageWords({ sellingHours, curvature }: Role, plan: Pick<Plan, 'coverage'>): string {
  const hours = `${sellingHours ?? USUAL_SELLING_HOURS} selling hours a month`;
  const kappa = curvature ?? plan.coverage.curvature;
  const shape = kappa === 0 ? 'yield grows with effort' : `each hour yields less than the last (κ ${kappa})`;
  return `${hours}; ${shape}${curvature === undefined ? ', as in the whole plan' : ''}`;
}
