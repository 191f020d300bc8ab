import { formatCount } from '../../../model/format/formatCount';
import type { Plan } from '../../../model/plan';
import type { CsvRow, WorkbookSheet } from '../../../state/planExchange';
import type { RunSummary } from '../../../stats/summary';
import { groupsOf, type GroupKind } from '../../outlook/levelTable';
import { effectWords, scopeWords } from '../../risks/eventWords';
import { exportRows, type ExportKind } from '../exportRows';
import { assumptionsSheet } from './assumptionsSheet';
import { factsSheet, fact } from './factsSheet';
import { groupRows } from './groupRows';
import { rowsSheet } from './rowsSheet';
import { summarySheet } from './summarySheet';

const GROUPS: readonly (readonly [kind: GroupKind, name: string])[] = [
  ['role', 'Roles'],
  ['manager', 'Managers'],
  ['region', 'Regions'],
  ['territory', 'Territories'],
];

/** The plan and its results as a workbook's sheets. Those of groups that the plan has none of are left out. */
export function makeWorkbook(plan: Plan, summary: RunSummary): WorkbookSheet[] {
  const { currency } = summary;
  const results = (name: string, kind: ExportKind) =>
    rowsSheet(name, currency, exportRows(kind, plan, summary).map(withoutRun));
  return [
    summarySheet(plan, summary),
    results('Periods', 'periods'),
    results('Months', 'months'),
    ...(plan.seats.length > 0 ? [results('Seats', 'seats')] : []),
    ...GROUPS.filter(([kind]) => groupsOf(plan, kind).length > 0).map(([kind, name]) =>
      rowsSheet(name, currency, groupRows(plan, summary, kind)),
    ),
    assumptionsSheet(plan),
    ...(plan.events.length > 0 ? [rowsSheet('Risks', currency, riskRows(plan))] : []),
    aboutSheet(plan, summary),
  ];
}

/** What every row of a CSV file says of its run is said once, on the last sheet. */
function withoutRun({ seed: _, trials: __, engine: ___, ...row }: CsvRow): CsvRow {
  return row;
}

const riskRows = (plan: Plan): CsvRow[] =>
  plan.events.map((event) => ({
    name: event.name,
    probability: event.probability,
    earliest: event.earliest,
    latest: event.latest,
    months: event.months,
    'whom it meets': scopeWords(plan, event.scope),
    'what it does': effectWords(event),
  }));

function aboutSheet(plan: Plan, summary: RunSummary): WorkbookSheet {
  const { seed, trials, engine, complete, currency } = summary;
  return factsSheet('About', currency, [
    fact('Made by', 'Turfcast'),
    fact('Engine version', engine),
    fact('Seed', seed),
    fact('Trials', trials, 'count'),
    fact('Trials asked for', plan.run.trials, 'count'),
    fact('Run', complete ? 'complete' : `stopped after ${formatCount(trials)} trials`),
    fact('Currency', currency),
    fact('Plan', plan.name),
    fact('Source of the figures', plan.source?.summary),
    fact(
      'To repeat',
      'The same plan, seed, number of trials and engine give the same figures on any device.',
    ),
  ]);
}
