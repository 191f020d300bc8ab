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
import { inSlices } from './inSlices';
import { rowsSheet } from './rowsSheet';
import { summarySheet } from './summarySheet';

const GROUPS: readonly (readonly [kind: GroupKind, name: string])[] = [
  ['role', 'Roles'],
  ['manager', 'Managers'],
  ['region', 'Regions'],
  ['territory', 'Territories'],
];

/** Seats and groups that are read at once: some ten milliseconds. */
const SEATS_AT_ONCE = 100;
const GROUPS_AT_ONCE = 3;

/**
 * The plan and its results as a workbook's sheets. Those of groups that the plan has none of are left out. Linear in seats and
 * groups × periods, in slices with a `pause` after each.
 */
export async function makeWorkbook(
  plan: Plan,
  summary: RunSummary,
  pause: () => Promise<void>,
): Promise<WorkbookSheet[]> {
  const { currency } = summary;
  const rowsOf = (kind: ExportKind, of = plan) => exportRows(kind, of, summary).map(withoutRun);
  const seats = await inSlices(
    plan.seats,
    SEATS_AT_ONCE,
    (slice) => rowsOf('seats', { ...plan, seats: slice }),
    pause,
  );
  const groups: WorkbookSheet[] = [];
  for (const [kind, name] of GROUPS) {
    const make = (slice: ReturnType<typeof groupsOf>) => groupRows(slice, summary, kind);
    const rows = await inSlices(groupsOf(plan, kind), GROUPS_AT_ONCE, make, pause);
    if (rows.length > 0) groups.push(rowsSheet(name, currency, rows));
  }
  return [
    summarySheet(plan, summary),
    rowsSheet('Periods', currency, rowsOf('periods')),
    rowsSheet('Months', currency, rowsOf('months')),
    ...(seats.length > 0 ? [rowsSheet('Seats', currency, seats)] : []),
    ...groups,
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
