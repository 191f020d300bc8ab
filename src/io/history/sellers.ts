import type { Seller } from '../../model/history';
import { money } from '../../model/units';
import { foldName } from './folding';
import { quotaPeriods } from './headings';
import type { ProblemLog } from './problemLog';
import type { Table, TableRow } from './table';
import { TableColumns } from './tableColumns';

/** The team tables' sellers, and their names by folded id (as deals refer to them). */
export interface Team {
  readonly sellers: readonly Seller[];
  readonly nameById: ReadonlyMap<string, string>;
}

/** Reads the team tables. One person is one seller: the first row counts; namesakes with ids of their own stay apart. */
export function readSellers(tables: readonly Table[], log: ProblemLog): Team {
  const sellers = new Map<string, Seller & { readonly id?: string }>();
  const nameById = new Map<string, string>();
  for (const table of tables) {
    const columns = new TableColumns(table, log);
    const scaled = new Set<string>();
    for (const row of table.rows) {
      const id = columns.text(row, 'sellerId');
      const written = nameOf(columns, row) ?? id;
      if (written === undefined) continue;
      const namesake = sellers.get(foldName(written));
      const apart =
        namesake !== undefined && id !== undefined && namesake.id !== undefined && namesake.id !== id;
      const name = apart ? `${written} (${id})` : written;
      if (sellers.has(foldName(name))) {
        log.add('seller-duplicate', {
          file: table.file,
          row: row.row,
          message: `a seller must be listed once, got “${name}” again`,
          action: 'left out; the first row counts',
        });
        continue;
      }
      if (id !== undefined) nameById.set(foldName(id), name);
      const quota = columns.amount(row, 'quota');
      const periods = quota === undefined ? 1 : (quotaPeriods(quota.heading) ?? 1);
      if (quota !== undefined && periods > 1 && !scaled.has(quota.heading)) {
        scaled.add(quota.heading);
        log.add('quota-scaled', {
          file: table.file,
          column: quota.heading,
          message: `a quota must be for a year, got one for a ${periods === 4 ? 'quarter' : 'month'}`,
          action: `multiplied by ${periods}`,
        });
      }
      const [manager, region, segment] = [
        columns.text(row, 'manager'),
        columns.text(row, 'region'),
        columns.text(row, 'segment'),
      ];
      const hired = columns.date(row, 'hired');
      sellers.set(foldName(name), {
        name,
        ...(id === undefined ? {} : { id }),
        ...(manager === undefined ? {} : { manager }),
        ...(region === undefined ? {} : { region }),
        ...(segment === undefined ? {} : { segment }),
        ...(hired === undefined ? {} : { hired }),
        ...(quota === undefined || quota.value <= 0 ? {} : { annualQuota: money(quota.value * periods) }),
      });
    }
  }
  return { sellers: [...sellers.values()].map(({ id: _id, ...seller }) => seller), nameById };
}

function nameOf(columns: TableColumns, row: TableRow): string | undefined {
  const parts = [columns.text(row, 'firstName'), columns.text(row, 'lastName')].filter(
    (part) => part !== undefined,
  );
  return columns.text(row, 'seller') ?? (parts.length > 0 ? parts.join(' ') : undefined);
}
