import type { Plan, SimpleSize, DealSize } from '../../../src/model/plan';
import { money } from '../../../src/model/units';
import { planArbitrary } from '../../support/planArbitrary';

/** Any small plan, of every feature, that runs in a moment: the wildest multipliers would close millions of deals. */
export const tamePlans = planArbitrary.map((plan): Plan => ({
  ...plan,
  levers: { ...plan.levers, productivity: Math.min(1.5, plan.levers.productivity) },
  market: { ...plan.market, sd: Math.min(0.5, plan.market.sd) },
  coverage: { ...plan.coverage, territoryShockSd: Math.min(0.5, plan.coverage.territoryShockSd) },
  territories: plan.territories.map((each) =>
    each.potential === undefined ? each : { ...each, potential: money(Math.min(each.potential, 1e5)) },
  ),
  events: plan.events.map((event) => ({
    ...event,
    effects: Object.fromEntries(
      Object.entries(event.effects).map(([name, factor]) => [name, Math.min(2, factor)]),
    ),
  })),
  roles: plan.roles.map((role) => ({
    ...role,
    skillCv: Math.min(1, role.skillCv),
    productivity: {
      perMonth: money(Math.min(role.productivity.perMonth, 20 * smallestMean(role.dealSize))),
      cv: Math.min(1, role.productivity.cv),
    },
  })),
}));

function smallestMean(size: DealSize | SimpleSize): number {
  if (size.kind === 'fixed') return size.amount;
  if (size.kind === 'mix') return Math.min(...size.parts.map((part) => smallestMean(part.size)));
  return size.kind === 'empirical' ? (size.amounts[0] ?? 0) : size.mean;
}
