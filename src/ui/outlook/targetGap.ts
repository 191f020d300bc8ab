import { planPeriods, targetOf } from '../../model/calendar';
import { formatPeriod } from '../../model/format/formatPeriod';
import { formatTarget } from '../../model/format/formatTarget';
import type { Plan } from '../../model/plan';

/** Where a year's own target is not the sum of its quarters', in words; one sentence for each such year. */
export function targetGap(plan: Plan): string[] {
  const periods = planPeriods(plan.calendar);
  const format = (amount: number) => formatTarget(amount, plan.currency);
  return periods.flatMap((year) => {
    const target = year.kind === 'year' ? targetOf(plan, year) : undefined;
    const quarters = periods.filter((each) => each.kind === 'quarter' && each.id.startsWith(`${year.id}-`));
    const targets = quarters.map((quarter) => targetOf(plan, quarter));
    if (target === undefined || targets.some((each) => each === undefined)) return [];
    const sum = targets.reduce<number>((total, each) => total + (each ?? 0), 0);
    if (Math.abs(sum - target) < 1) return [];
    const side = sum < target ? 'below' : 'above';
    return [
      `The quarters of ${formatPeriod(year.id)} add up to ${format(sum)}, ${format(Math.abs(sum - target))} ${side} its own target.`,
    ];
  });
}
