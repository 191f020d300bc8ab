import type { PeriodSummary } from '../stats/summary';

/** What of a period matters here. */
export type TargetPeriod = Pick<PeriodSummary, 'period' | 'kind' | 'firstMonth' | 'endMonth' | 'target'>;

/** A level to have reached, from the plan's start, by the end of a period: drawn across that period. */
export interface TargetStep {
  readonly period: PeriodSummary['period'];
  readonly kind: 'quarter' | 'year';
  /** Months from the start. */
  readonly from: number;
  readonly to: number;
  /** Targets of all earlier years and of this period (and of the quarters before it in its year), summed. */
  readonly value: number;
}

/**
 * Targets as levels of cumulative bookings: one for each year, and one for each quarter as long as
 * the quarters before it in its year have a target too. They end with the first year that has none,
 * since nothing says what to add the later ones to. A last quarter that says the same as its year is left out.
 */
export function layoutTargets(periods: readonly TargetPeriod[]): TargetStep[] {
  const steps: TargetStep[] = [];
  let base = 0;
  for (const year of periods.filter((period) => period.kind === 'year')) {
    let value = base;
    for (const quarter of periods) {
      if (
        quarter.kind !== 'quarter' ||
        quarter.firstMonth < year.firstMonth ||
        quarter.endMonth > year.endMonth
      )
        continue;
      if (quarter.target === undefined) break;
      value += quarter.target;
      steps.push(step(quarter, value));
    }
    if (year.target === undefined) break;
    base += year.target;
    // The last quarter's level is the year's where the quarters add up to it: one line, not two.
    if (steps.at(-1)?.to === year.endMonth && steps.at(-1)?.value === base) steps.pop();
    steps.push(step(year, base));
  }
  return steps;
}

function step(period: TargetPeriod, value: number): TargetStep {
  return { period: period.period, kind: period.kind, from: period.firstMonth, to: period.endMonth, value };
}
