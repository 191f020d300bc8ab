/** Pure edits: each returns a new plan that shares what it did not touch. They check nothing (see `parsePlan`). */
import { patched, type Patch } from './patch';
import type { Levers, Manager, Market, Plan, Region, Role, RunSettings, Seat } from './plan';
import type { ManagerId, Money, PeriodId, RoleId, SeatId } from './units';

type Listed = { readonly id: string };

/** The list with the item of that id patched; the same list where there is none. */
function patchById<Item extends Listed>(
  list: readonly Item[],
  id: Item['id'],
  patch: Patch<Item>,
): readonly Item[] {
  return list.some((item) => item.id === id)
    ? list.map((item) => (item.id === id ? patched(item, patch) : item))
    : list;
}

const without = <Item extends Listed>(list: readonly Item[], id: Item['id']): readonly Item[] =>
  list.filter((item) => item.id !== id);

/** The same plan under another name. */
export const renamePlan = (plan: Plan, name: string): Plan => ({ ...plan, name });

/** The plan with one more seat, at the end. */
export const addSeat = (plan: Plan, seat: Seat): Plan => ({ ...plan, seats: [...plan.seats, seat] });

/** The plan without that seat. */
export const removeSeat = (plan: Plan, id: SeatId): Plan => ({ ...plan, seats: without(plan.seats, id) });

/** The plan with some fields of one seat replaced; the others' draws stay as they were. */
export const updateSeat = (plan: Plan, id: SeatId, patch: Patch<Seat>): Plan => ({
  ...plan,
  seats: patchById(plan.seats, id, patch),
});

/** The plan with one more role. */
export const addRole = (plan: Plan, role: Role): Plan => ({ ...plan, roles: [...plan.roles, role] });

/** The plan with some fields of one role replaced. */
export const updateRole = (plan: Plan, id: RoleId, patch: Patch<Role>): Plan => ({
  ...plan,
  roles: patchById(plan.roles, id, patch),
});

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
export const removeManager = (plan: Plan, id: ManagerId): Plan => ({
  ...plan,
  managers: without(plan.managers, id),
  seats: plan.seats.map((seat) =>
    seat.managerId === id ? patched<Seat>(seat, { managerId: undefined }) : seat,
  ),
});

/** The plan with one more region. */
export const addRegion = (plan: Plan, region: Region): Plan => ({
  ...plan,
  regions: [...plan.regions, region],
});

/** The plan with that period's target set, or taken away by undefined; targets stay in the order of their periods. */
export function setTarget(plan: Plan, period: PeriodId, amount: Money | undefined): Plan {
  const others = plan.targets.filter((target) => target.period !== period);
  if (amount === undefined) return { ...plan, targets: others };
  const targets = [...others, { period, amount }];
  return { ...plan, targets: targets.sort((a, b) => (a.period < b.period ? -1 : 1)) };
}

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

/** The plan with another seed or number of trials. */
export const setRun = (plan: Plan, run: Partial<RunSettings>): Plan => ({
  ...plan,
  run: { ...plan.run, ...run },
});
