import { formatCount } from '../model/format/formatCount';
import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import { formatShare } from '../model/format/formatShare';
import type { Plan } from '../model/plan';
import { driverRows, type DriverFigure, type DriverUnit } from '../stats/driverRows';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { textTable } from './textTable';

/** What was different in the worst and the best tenth of a fiscal year. */
export function driverText(plan: Plan, summary: RunSummary, year: PeriodSummary): string {
  const drivers = summary.drivers.find(({ period }) => period === year.period);
  if (!drivers) return '';
  const write = (unit: DriverUnit) => (figure: DriverFigure) => writeFigure(figure, unit, summary.currency);
  return textTable(
    [`What differed in ${formatPeriod(year.period)}`, 'Worst tenth', 'All trials', 'Best tenth'],
    driverRows(drivers, plan.events).map(({ label, unit, worst, all, best }) => [
      label,
      ...[worst, all, best].map(write(unit)),
    ]),
  );
}

function writeFigure({ value, standardError }: DriverFigure, unit: DriverUnit, currency: string): string {
  switch (unit) {
    case 'money':
      return formatMoney(value, currency, { compact: true });
    case 'count':
      return formatCount(value, 1);
    case 'factor':
      return formatCount(value, 2);
    case 'share':
      return formatShare(value, standardError);
  }
}
