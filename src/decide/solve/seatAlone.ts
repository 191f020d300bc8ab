import type { Manager, Plan, Role, Seat, Territory } from '../../model/plan';

const alwaysThere = ({ id, name, regionId }: Manager): Manager => ({
  id,
  name,
  ...(regionId && { regionId }),
});

const openToAll = ({ id, name, regionId, workload }: Territory): Territory => ({
  id,
  name,
  workload,
  ...(regionId && { regionId }),
});

const unfed = (role: Role): Role => ({
  ...role,
  ...(role.sources && { sources: role.sources.map(({ name, share }) => ({ name, share })) }),
});

/**
 * The plan with that seat alone, freed from all that it would share with others: what it books and costs in a trial is
 * what it adds to the plan in that trial (market, risks and what is known of its role are drawn by the same streams),
 * exactly where seats do not affect each other, and nearly where they share territories, managers or support.
 */
export function seatAlone(plan: Plan, seat: Seat): Plan {
  return {
    ...plan,
    management: { vacantFactor: 1, overSpanFactor: 1, rampFactor: 1 },
    quota: { ...plan.quota, source: 'stated' },
    managers: plan.managers.map(alwaysThere),
    territories: plan.territories.map(openToAll),
    roles: plan.roles.filter(({ id }) => id === seat.roleId).map(unfed),
    seats: [seat],
    openPipeline: { stages: [], opportunities: [] },
  };
}
