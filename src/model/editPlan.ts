/** Pure edits: each returns a new plan that shares what it did not touch. They check nothing (see `parsePlan`). */
import { patchById, without, withAmount } from './editList';
import { mendReferences } from './mendReferences';
import { patched, type Patch } from './patch';
import type { Levers, Manager, Market, Plan, Region, Role, RunSettings, Seat } from './plan';
import type { ManagerId, Money, PeriodId, RegionId, RoleId, SeatId } from './units';

/** The same plan under another name. */
export const renamePlan = (plan: Plan, name: string): Plan => ({ ...plan, name });

/** The plan with one more seat, at the end. */
export const addSeat = (plan: Plan, seat: Seat): Plan => ({ ...plan, seats: [...plan.seats, seat] });

/**
 * The plan without that seat. Who was to be transferred from it is a planned hire of the same date; a manager who sat in
 * it has no seat; its open opportunities go with it.
 */
export const removeSeat = (plan: Plan, id: SeatId): Plan =>
  mendReferences({ ...plan, seats: without(plan.seats, id) });

/**
 * The plan with some fields of one seat replaced; the others' draws stay as they were. With another role it loses what
 * that role cannot have: a manager's place, open opportunities.
 */
export function updateSeat(plan: Plan, id: SeatId, patch: Patch<Seat>): Plan {
  const next = { ...plan, seats: patchById(plan.seats, id, patch) };
  return patch.roleId === undefined ? next : mendReferences(next);
}

/** The plan with one more role. */
export const addRole = (plan: Plan, role: Role): Plan => ({ ...plan, roles: [...plan.roles, role] });

/** The plan with some fields of one role replaced. With other work, or without a pipeline, what hung on it goes with it. */
export function updateRole(plan: Plan, id: RoleId, patch: Patch<Role>): Plan {
  const next = { ...plan, roles: patchById(plan.roles, id, patch) };
  return 'work' in patch || 'pipeline' in patch ? mendReferences(next) : next;
}

/** The plan without that role, which no seat may have; sources that it fed are fed by nobody, events of it alone go with it. */
export const removeRole = (plan: Plan, id: RoleId): Plan =>
  mendReferences({ ...plan, roles: without(plan.roles, id) });

/** The plan with one more manager. */
export const addManager = (plan: Plan, manager: Manager): Plan => ({
  ...plan,
  managers: [...plan.managers, manager],
});

/** The plan with some fields of one manager replaced. */
export const updateManager = (plan: Plan, id: ManagerId, patch: Patch<Manager>): Plan => ({
  ...plan,
  managers: patchById(plan.managers, id, patch),
});

/** The plan without that manager; the seats stay, unassigned. */
export const removeManager = (plan: Plan, id: ManagerId): Plan =>
  mendReferences({ ...plan, managers: without(plan.managers, id) });

/** The plan with one more region. */
export const addRegion = (plan: Plan, region: Region): Plan => ({
  ...plan,
  regions: [...plan.regions, region],
});

/** The plan with some fields of one region replaced. */
export const updateRegion = (plan: Plan, id: RegionId, patch: Patch<Region>): Plan => ({
  ...plan,
  regions: patchById(plan.regions, id, patch),
});

/** The plan without that region; managers and territories stay, in none, and events of it alone go with it. */
export const removeRegion = (plan: Plan, id: RegionId): Plan =>
  mendReferences({ ...plan, regions: without(plan.regions, id) });

/** The plan with that period's target set, or taken away by undefined; targets stay in the order of their periods. */
export const setTarget = (plan: Plan, period: PeriodId, amount: Money | undefined): Plan => ({
  ...plan,
  targets: withAmount(plan.targets, period, amount),
});

/** The plan with one lever moved. */
export const setLever = <Key extends keyof Levers>(plan: Plan, key: Key, value: Levers[Key]): Plan => ({
  ...plan,
  levers: { ...plan.levers, [key]: value },
});

/** The plan with some of the market's figures replaced. */
export const setMarket = (plan: Plan, market: Partial<Market>): Plan => ({
  ...plan,
  market: { ...plan.market, ...market },
});

/** The plan with another seed, number of trials or standard error to stop at; undefined takes the latter away. */
export const setRun = (plan: Plan, run: Patch<RunSettings>): Plan => ({
  ...plan,
  run: patched(plan.run, run),
});
