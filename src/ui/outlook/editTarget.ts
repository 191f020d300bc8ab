import { planPeriods } from '../../model/calendar';
import { setTarget } from '../../model/editPlan';
import type { Plan } from '../../model/plan';
import { money, type PeriodId } from '../../model/units';

/** The quarters of a year that has no target of its own but is the sum of theirs; none where it stands by itself. */
function quartersSummed(plan: Plan, period: PeriodId): PeriodId[] {
  const stated = new Set(plan.targets.map((target) => target.period));
  const quarters = planPeriods(plan.calendar)
    .filter((each) => each.kind === 'quarter' && each.id.startsWith(`${period}-`))
    .map((each) => each.id);
  return !stated.has(period) && quarters.every((quarter) => stated.has(quarter)) ? quarters : [];
}

/**
 * The plan with a target as it is to be read, the plan's target lever included. A year that is the
 * sum of its quarters stays so: the quarters are scaled, in whole units, and the last takes the rest.
 */
export function editTarget(plan: Plan, period: PeriodId, shown: number): Plan {
  const lever = plan.levers.target;
  if (!(lever > 0)) return plan;
  const amount = Math.round(shown / lever);
  const quarters = quartersSummed(plan, period);
  const stated = quarters.map((id) => plan.targets.find((target) => target.period === id)?.amount ?? 0);
  const sum = stated.reduce<number>((total, each) => total + each, 0);
  if (quarters.length === 0 || sum <= 0) return setTarget(plan, period, money(amount));
  let rest = amount;
  return quarters.reduce((edited, id, index) => {
    const last = index === quarters.length - 1;
    const part = last ? rest : Math.round((amount * (stated[index] ?? 0)) / sum);
    rest -= part;
    return setTarget(edited, id, money(part));
  }, plan);
}

/** The plan without that target; of a year that is the sum of its quarters, without theirs. */
export function clearTarget(plan: Plan, period: PeriodId): Plan {
  const quarters = quartersSummed(plan, period);
  return [period, ...quarters].reduce((edited, id) => setTarget(edited, id, undefined), plan);
}
