import type { ChartCell, ChartTable } from '../../charts/chartTable';
import { valueAt } from '../../charts/percentileBands';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import type { Plan } from '../../model/plan';
import type { PeriodId } from '../../model/units';
import type { LevelKind } from '../../stats/levels';
import { readLevel, type LevelPeriod } from '../../stats/readLevel';
import type { RunSummary } from '../../stats/summary';

export type GroupKind = Exclude<LevelKind, 'plan'>;

const none: ChartCell = { text: '–', raw: '' };

/** The regions, managers, territories or roles of a plan in one fiscal year, a row each. */
export function levelTable(plan: Plan, summary: RunSummary, kind: GroupKind, period: PeriodId): ChartTable {
  const rows = groupsOf(plan, kind).flatMap(({ id, name }) => {
    const level = readLevel(summary.levels, { kind, id }, period);
    return level ? [rowOf(name, level, summary.currency)] : [];
  });
  return { columns: COLUMNS, rows };
}

/** The plan's list of that kind. */
export function groupsOf(
  plan: Plan,
  kind: GroupKind,
): readonly { readonly id: string; readonly name: string }[] {
  const lists = {
    region: plan.regions,
    manager: plan.managers,
    territory: plan.territories,
    role: plan.roles,
  };
  return lists[kind];
}

const COLUMNS = [
  'Name',
  'Quota',
  'Chance',
  'Expected',
  '80 % range',
  'Mean attainment',
  'Median',
  'At or above 100 %',
  'Seats at quota',
  'Cost',
  'Contribution',
];

function rowOf(name: string, { target, chance, bookings, year }: LevelPeriod, currency: string): ChartCell[] {
  const amount = (raw: number): ChartCell => ({ text: formatMoney(raw, currency, { compact: true }), raw });
  const share = (raw: number, error?: number): ChartCell => ({ text: formatShare(raw, error), raw });
  const [low, high] = [valueAt(bookings.percentiles, 10), valueAt(bookings.percentiles, 90)];
  const attainment = year?.attainment;
  return [
    { text: name, raw: name },
    target === undefined ? none : amount(target),
    chance ? share(chance.value, chance.standardError) : none,
    amount(bookings.mean),
    { text: `${amount(low).text} – ${amount(high).text}`, raw: `${low} – ${high}` },
    attainment ? share(attainment.mean) : none,
    attainment ? share(attainment.median) : none,
    attainment ? share(attainment.atQuota.value, attainment.atQuota.standardError) : none,
    year ? { text: formatCount(year.seatsAtQuota.mean, 1), raw: year.seatsAtQuota.mean } : none,
    year ? amount(year.cost.mean) : none,
    year ? amount(year.contribution.mean) : none,
  ];
}
