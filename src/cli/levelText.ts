import { formatMoney } from '../model/format/formatMoney';
import { formatPeriod } from '../model/format/formatPeriod';
import { formatShare } from '../model/format/formatShare';
import { formatTarget } from '../model/format/formatTarget';
import type { Plan } from '../model/plan';
import { readLevel, type LevelPeriod } from '../stats/readLevel';
import type { PeriodSummary, RunSummary } from '../stats/summary';
import { spreadText } from './spreadText';
import { textTable } from './textTable';
import { attainmentCells } from './yearText';

/** A fiscal year by region and by manager; nothing of a plan that has neither. */
export function levelText(plan: Plan, summary: RunSummary, year: PeriodSummary): string {
  const tables = [
    { kind: 'region', title: 'Regions', list: plan.regions },
    { kind: 'manager', title: 'Managers', list: plan.managers },
  ] as const;
  return tables
    .flatMap(({ kind, title, list }) => {
      const rows = list.flatMap(({ id, name }) => {
        const read = readLevel(summary.levels, { kind, id }, year.period);
        return read ? [levelRow(name, read, summary.currency)] : [];
      });
      return rows.length > 0
        ? [textTable([`${title} in ${formatPeriod(year.period)}`, ...COLUMNS], rows)]
        : [];
    })
    .join('\n');
}

const COLUMNS = [
  'Quota',
  'Chance',
  'Expected',
  '80 % range',
  'Mean attainment',
  'Median',
  'At or above 100 %',
  'Cost',
  'Contribution',
];

function levelRow(name: string, { target, chance, bookings, year }: LevelPeriod, currency: string): string[] {
  const amount = (value: number) => formatMoney(value, currency, { compact: true });
  return [
    name,
    target === undefined ? 'none' : formatTarget(target, currency),
    chance ? formatShare(chance.value, chance.standardError) : '',
    amount(bookings.mean),
    spreadText(bookings, currency),
    ...(year?.attainment ? attainmentCells(year.attainment) : ['', '', '']),
    year ? amount(year.cost.mean) : '',
    year ? amount(year.contribution.mean) : '',
  ];
}
