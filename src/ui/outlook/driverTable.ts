import type { ChartCell, ChartTable } from '../../charts/chartTable';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import type { Plan } from '../../model/plan';
import { driverRows, type DriverFigure, type DriverUnit } from '../../stats/driverRows';
import type { DriverSummary } from '../../stats/drivers';

/** What sets the worst and the best tenth of the trials apart, a row for each thing that may. */
export function driverTable(drivers: DriverSummary, plan: Plan, currency: string): ChartTable {
  return {
    columns: ['Mean of', 'Worst tenth', 'All trials', 'Best tenth'],
    rows: driverRows(drivers, plan.events).map(({ label, unit, worst, all, best }) => [
      { text: label, raw: label },
      ...[worst, all, best].map((figure) => cellOf(figure, unit, currency)),
    ]),
  };
}

function cellOf({ value, standardError }: DriverFigure, unit: DriverUnit, currency: string): ChartCell {
  switch (unit) {
    case 'money':
      return { text: formatMoney(value, currency, { compact: true }), raw: value };
    case 'count':
      return { text: formatCount(value, 1), raw: value };
    case 'factor':
      return { text: `× ${formatCount(value, 2)}`, raw: value };
    case 'share':
      return { text: formatShare(value, standardError), raw: value };
  }
}
