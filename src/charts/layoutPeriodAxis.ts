import { formatPeriod } from '../model/format/formatPeriod';
import type { TargetPeriod } from './layoutTargets';

export interface PeriodTick {
  readonly x: number;
  /** Years' ends are drawn longer. */
  readonly strong: boolean;
}

export interface PeriodLabel {
  readonly text: string;
  readonly x: number;
}

const QUARTER_LABEL = 62;
const SHORT_LABEL = 22;
const YEAR_LABEL = 34;

/**
 * A time axis in fiscal periods: a tick where each quarter ends, and names in the middle of what
 * they name. Quarters are named in full where there is room (`Q1 FY27`), else by their number with
 * the years below, else the years alone. `x` gives the pixels of a month counted from the start.
 */
export function layoutPeriodAxis(
  periods: readonly TargetPeriod[],
  x: (month: number) => number,
): { ticks: PeriodTick[]; labels: PeriodLabel[]; yearLabels: PeriodLabel[] } {
  const quarters = periods.filter((period) => period.kind === 'quarter');
  const years = periods.filter((period) => period.kind === 'year');
  const yearEnds = new Set(years.map((year) => year.endMonth));
  const width = (period: TargetPeriod) => x(period.endMonth) - x(period.firstMonth);
  const label = (period: TargetPeriod, text: string) => ({
    text,
    x: (x(period.firstMonth) + x(period.endMonth)) / 2,
  });
  const ticks = [{ x: x(0), strong: true }].concat(
    quarters.map((quarter) => ({ x: x(quarter.endMonth), strong: yearEnds.has(quarter.endMonth) })),
  );
  const widest = Math.max(0, ...quarters.map(width));
  if (widest >= QUARTER_LABEL) {
    const named = quarters.filter((quarter) => width(quarter) >= QUARTER_LABEL);
    return {
      ticks,
      labels: named.map((quarter) => label(quarter, formatPeriod(quarter.period))),
      yearLabels: [],
    };
  }
  const yearLabels = years
    .filter((year) => width(year) >= YEAR_LABEL)
    .map((year) => label(year, formatPeriod(year.period)));
  const numbered = quarters.filter((quarter) => widest >= SHORT_LABEL && width(quarter) >= SHORT_LABEL);
  const short = (quarter: TargetPeriod) => formatPeriod(quarter.period).split(' ')[0] ?? '';
  return { ticks, labels: numbered.map((quarter) => label(quarter, short(quarter))), yearLabels };
}
