import { LARGEST_VALUE, type Measure } from '../../model/accountBook';
import type { ImportProblem, ProblemCount } from '../../model/history';
import { fail, succeed, type Result } from '../../model/problem';
import { measureId } from '../../model/units';
import { isPotential, isWorkload } from '../accounts/accountHeadings';
import type { NamedStream } from '../csvText';
import { decideDecimalSign, parseAmount } from '../history/amounts';
import { isBlank } from '../history/folding';
import { listHeadings } from '../history/leftOut';
import { ProblemLog } from '../history/problemLog';
import { isSheetError, sheetErrorWords } from '../sheetError';
import type { AreaCodes, TableKind } from './areaCodes';
import { findAreaColumns, type AreaColumns } from './areaColumns';
import { AREA_RULES, type AreaLog, type AreaRule } from './areaProblems';
import { joinCountyColumns } from './joinCountyColumns';
import { readRows, type TextRow, type TextTable } from './readRows';

/** A table of areas: a row of each that it names. */
export interface AreaTable {
  readonly kind: TableKind;
  /** Of regions: whose they are. */
  readonly country?: string;
  readonly measures: readonly Measure[];
  readonly rows: ReadonlyMap<string, AreaRow>;
  readonly namedBy: 'territory' | 'owner' | 'nothing';
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: readonly ProblemCount[];
}

export interface AreaRow {
  readonly values: readonly (number | null)[];
  /** The territory, or the owner; empty for none. */
  readonly territory: string;
}

const LONGEST = 200;
const WORDS: Readonly<Record<TableKind, string>> = {
  'us-counties': 'a county must be known by FIPS code of five digits, or by name and state',
  'us-states': 'a state must be known by FIPS code, postal code or name',
  countries: 'a country must be known by ISO code or name',
  regions: 'a region must be known by ISO 3166-2 code or name',
  zip3: 'the first three digits of a ZIP code must be those of some',
  own: 'a region must be one of the plan, by id or name',
};

/**
 * Reads a table of areas, CSV or Excel: the column that names areas (kinds that come first in `kinds` are preferred, then those
 * that `moreKinds` finds likely), columns of numbers, and
 * territories or owners. Rows of areas that are not known are listed, and the rest goes on. Fails where the file is no table, or no column
 * names areas (`column-area-missing`). Linear in the file.
 */
export async function importAreaTable(
  file: NamedStream,
  kinds: readonly AreaCodes[],
  moreKinds: (table: TextTable) => readonly AreaCodes[] = () => [],
): Promise<Result<AreaTable>> {
  const read = await readRows(file);
  if (!read.ok) return read;
  const joined = joinCountyColumns(read.value);
  const { headings, rows } = joined?.table ?? read.value;
  const inTwo =
    joined &&
    findAreaColumns(
      joined.table,
      kinds.filter(({ kind }) => kind === 'us-counties'),
    );
  const columns =
    inTwo?.key === headings.length - 1
      ? { ...inTwo, measures: inTwo.measures.filter((column) => !joined?.from.includes(column)) }
      : findAreaColumns(read.value, [...kinds, ...moreKinds(read.value)]);
  if (columns === undefined) {
    const message = `${file.name} must have a column that names areas, a row for each (FIPS codes, states, countries, regions of one country, or the first three digits of ZIP codes under a heading such as “ZIP3”), got ${listHeadings(read.value.headings)}`;
    return fail([{ code: 'column-area-missing', path: file.name, message }]);
  }
  const log: AreaLog = new ProblemLog(AREA_RULES);
  const known = new Map<string, AreaRow>();
  const rowOf = new Map<string, number>();
  let mended = 0;
  let firstMended: { readonly row: number; readonly cell: string; readonly id: string } | undefined;
  const readValues = valueReader(file.name, headings, columns, rows, log);
  for (const row of rows) {
    sayErrors(file.name, headings, columns, row, log);
    const cell = (row.cells[columns.key] ?? '').trim();
    const add = (rule: AreaRule, message: string, action: string) =>
      log.add(rule, { file: file.name, row: row.row, column: headings[columns.key] ?? '', message, action });
    const code = isBlank(cell) ? undefined : columns.codes.find(cell);
    if (code === undefined) {
      add(
        'area-unknown',
        columns.codes.explain?.(cell) ??
          `${WORDS[columns.codes.kind]}, got ${isBlank(cell) ? 'nothing' : `“${cell.slice(0, 60)}”`}`,
        'left out',
      );
      continue;
    }
    const before = rowOf.get(code.id);
    if (before !== undefined) {
      add(
        'area-duplicate',
        `an area must have one row, got “${cell}” again, first in row ${before}`,
        'left out',
      );
      continue;
    }
    const lost = columns.key < read.value.headings.length ? undefined : joined?.mended.get(row.row);
    if (code.mended || lost !== undefined) {
      firstMended ??= { row: row.row, cell: lost ?? cell, id: code.id };
      mended++;
    }
    rowOf.set(code.id, row.row);
    const territory = columns.owner === undefined ? '' : (row.cells[columns.owner] ?? '').trim();
    known.set(code.id, {
      values: readValues(row),
      territory: isBlank(territory) ? '' : territory.slice(0, LONGEST),
    });
  }
  if (firstMended !== undefined)
    log.add('code-zeros', {
      file: file.name,
      row: firstMended.row,
      column: headings[columns.key] ?? '',
      message: `codes must keep their leading zeros, got ${mended} that ${mended === 1 ? 'has' : 'have'} not, such as ${firstMended.cell}`,
      action: `the zeros were put back: ${firstMended.id}`,
    });
  const names = columns.measures.map((column) => (headings[column] ?? '').slice(0, LONGEST));
  const potential = names.findIndex(isPotential);
  const workload = names.findIndex((name, index) => index !== potential && isWorkload(name));
  return succeed({
    kind: columns.codes.kind,
    ...(columns.codes.country !== undefined && { country: columns.codes.country }),
    measures: names.map((name, index) => ({
      id: measureId(`measure-${index + 1}`),
      name,
      kind: index === potential ? 'potential' : index === workload ? 'workload' : 'other',
    })),
    rows: known,
    namedBy: columns.namedBy,
    problems: log.problems,
    problemCounts: log.counts,
  });
}

/** Names the cells in which a formula failed; they are read as blank. */
function sayErrors(
  file: string,
  headings: readonly string[],
  { key, owner, measures }: AreaColumns,
  { row, cells }: TextRow,
  log: AreaLog,
): void {
  for (const column of [key, ...(owner === undefined ? [] : [owner]), ...measures]) {
    const cell = cells[column] ?? '';
    if (isSheetError(cell))
      log.add('cell-error', { file, row, column: headings[column] ?? '', ...sheetErrorWords(cell) });
  }
}

/** Reads the measures of a row: what cannot be used is not known, and reported. */
function valueReader(
  file: string,
  headings: readonly string[],
  { measures }: AreaColumns,
  rows: readonly TextRow[],
  log: AreaLog,
): (row: TextRow) => (number | null)[] {
  const decimals = measures.map((column) => decideDecimalSign(rows.map(({ cells }) => cells[column] ?? '')));
  return ({ row, cells }) =>
    measures.map((column, place) => {
      const cell = cells[column] ?? '';
      const parsed = parseAmount(cell, decimals[place]);
      if (parsed.kind === 'blank') return null;
      const number = parsed.kind === 'amount' && parsed.stray === undefined ? parsed.value : undefined;
      if (number !== undefined && number >= 0 && number <= LARGEST_VALUE) return number;
      const rule =
        number === undefined
          ? 'must be a number'
          : number < 0
            ? 'must not be below zero'
            : 'must be at most 1,000,000,000,000';
      log.add('measure-unusable', {
        file,
        row,
        column: headings[column] ?? '',
        message: `a measure ${rule}, got “${cell.trim()}”`,
        action: 'taken as not known',
      });
      return null;
    });
}
