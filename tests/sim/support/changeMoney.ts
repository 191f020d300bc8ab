import type { DealSize, Occupant, Plan, SimpleSize } from '../../../src/model/plan';
import { money, type Money } from '../../../src/model/units';

/** The same plan in a currency of which one unit is worth one `factor`th: every amount is so many times as large. */
export const scaleMoney = (plan: Plan, factor: number): Plan =>
  changeMoney(plan, (amount) => amount * factor);

/** The same plan with every amount changed so. */
export function changeMoney(plan: Plan, change: (amount: number) => number): Plan {
  const by = (amount: Money): Money => money(change(amount));
  const simple = (size: SimpleSize): SimpleSize => {
    if (size.kind === 'fixed') return { ...size, amount: by(size.amount) };
    if (size.kind === 'empirical') return { ...size, amounts: size.amounts.map(by) };
    return { ...size, mean: by(size.mean) };
  };
  const sizes = (size: DealSize): DealSize =>
    size.kind === 'mix'
      ? { ...size, parts: size.parts.map((part) => ({ ...part, size: simple(part.size) })) }
      : simple(size);
  const occupant = (who: Occupant): Occupant =>
    who.kind === 'incumbent' && who.history
      ? {
          ...who,
          history: {
            ...who.history,
            dealSize: { ...who.history.dealSize, amounts: who.history.dealSize.amounts.map(by) },
          },
        }
      : who;
  return {
    ...plan,
    targets: plan.targets.map((target) => ({ ...target, amount: by(target.amount) })),
    budgets: plan.budgets.map((budget) => ({ ...budget, amount: by(budget.amount) })),
    territories: plan.territories.map((each) =>
      each.potential === undefined ? each : { ...each, potential: by(each.potential) },
    ),
    openPipeline: {
      ...plan.openPipeline,
      opportunities: plan.openPipeline.opportunities.map((each) => ({ ...each, amount: by(each.amount) })),
    },
    seats: plan.seats.map((seat) => ({
      ...seat,
      occupant: occupant(seat.occupant),
      ...(seat.annualQuota !== undefined && { annualQuota: by(seat.annualQuota) }),
    })),
    roles: plan.roles.map((role) => ({
      ...role,
      dealSize: sizes(role.dealSize),
      ...(role.dealSizeCap !== undefined && { dealSizeCap: by(role.dealSizeCap) }),
      productivity: { ...role.productivity, perMonth: by(role.productivity.perMonth) },
      annualQuota: by(role.annualQuota),
      pay: {
        ...role.pay,
        base: by(role.pay.base),
        variable: by(role.pay.variable),
        recruiting: by(role.pay.recruiting),
        ...(role.pay.severance !== undefined && { severance: by(role.pay.severance) }),
        ...(role.pay.otherCost !== undefined && { otherCost: by(role.pay.otherCost) }),
      },
    })),
  };
}
